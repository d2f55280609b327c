package org.einlass.contract.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.einlass.contract.code.Alphabet;
import org.einlass.contract.tls.KeyPin;

/**
 * What the QR code on the organiser's screen tells a device: where the server is, by which keys to know it, and
 * the one-time code.
 *
 * <p>Written {@code E1NLASS} and then symbols of the codes' alphabet only, so that a scanner that types spells it
 * the same on US and German keyboards. They stand for: version, number of addresses, each with its length; number
 * of keys, each of 32 bytes; the code as 12 letters; CRC-32 of all before.
 *
 * @param addresses up to {@value #MOST_ADDRESSES}, the best first; {@code https}, or {@code http} on this machine
 * @param pins of today's CA and the next one; none without HTTPS
 */
public record EnrolmentOffer(List<URI> addresses, List<KeyPin> pins, EnrolmentCode code) {
    public static final int MOST_ADDRESSES = 4;
    private static final String HEAD = "E1NLASS";
    private static final int LONGEST = 2_000;
    private static final int LONGEST_ADDRESS = 200;
    private static final int MOST_PINS = 2;
    private static final int PIN_BYTES = 32;
    private static final String PIN_PREFIX = "sha256/";
    private static final byte VERSION = 1;

    /** @throws IllegalArgumentException where an address is too long, or there is none */
    public EnrolmentOffer {
        addresses = List.copyOf(addresses);
        pins = List.copyOf(pins);
        boolean fits = !addresses.isEmpty()
                && addresses.size() <= MOST_ADDRESSES
                && pins.size() <= MOST_PINS
                && addresses.stream().allMatch(address -> address.toString().length() <= LONGEST_ADDRESS);
        if (!fits) {
            throw new IllegalArgumentException(
                    "An offer has 1 to " + MOST_ADDRESSES + " addresses and up to " + MOST_PINS + " keys.");
        }
    }

    /** As the QR code holds it, in alphanumeric mode. A secret for ten minutes. */
    public String text() {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        bytes.put(VERSION).put((byte) addresses.size());
        for (URI address : addresses) {
            byte[] text = address.toString().getBytes(UTF_8);
            bytes.put((byte) text.length).put(text);
        }
        bytes.put((byte) pins.size());
        pins.forEach(pin -> bytes.put(Base64.getDecoder().decode(pin.text().substring(PIN_PREFIX.length()))));
        bytes.put(code.text().getBytes(UTF_8));
        bytes.putInt(checksum(bytes.array(), bytes.position()));
        byte[] written = Arrays.copyOf(bytes.array(), bytes.position());
        int symbols = (written.length * Byte.SIZE + Alphabet.BITS - 1) / Alphabet.BITS;
        return HEAD + Alphabet.spell(Arrays.copyOf(written, written.length + 1), symbols);
    }

    /** Whether a text claims to be an offer, be it whole or not. */
    public static boolean claims(CharSequence read) {
        return folded(read).startsWith(HEAD);
    }

    /** Reads what a camera or a scanner delivers; empty where it is no offer, or not a whole one. */
    public static Optional<EnrolmentOffer> parse(CharSequence read) {
        String text = folded(read);
        if (!text.startsWith(HEAD) || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(offer(Alphabet.bytes(text.substring(HEAD.length()))));
        } catch (IllegalArgumentException | BufferUnderflowException broken) {
            return Optional.empty();
        }
    }

    private static EnrolmentOffer offer(byte[] written) {
        ByteBuffer bytes = ByteBuffer.wrap(written);
        if (bytes.get() != VERSION) {
            throw new IllegalArgumentException("an offer of a version that this program does not know");
        }
        List<URI> addresses = new ArrayList<>();
        for (int left = bytes.get(); left > 0; left--) {
            addresses.add(URI.create(text(bytes, bytes.get() & 0xff)));
        }
        List<KeyPin> pins = new ArrayList<>();
        for (int left = bytes.get(); left > 0; left--) {
            byte[] pin = new byte[PIN_BYTES];
            bytes.get(pin);
            pins.add(new KeyPin(PIN_PREFIX + Base64.getEncoder().encodeToString(pin)));
        }
        EnrolmentCode code = new EnrolmentCode(text(bytes, EnrolmentCode.LENGTH));
        int end = bytes.position();
        if (bytes.getInt() != checksum(written, end)) {
            throw new IllegalArgumentException("an offer that was read wrongly");
        }
        return new EnrolmentOffer(addresses, pins, code);
    }

    private static String text(ByteBuffer bytes, int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, UTF_8);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private static String folded(CharSequence read) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(read.length(), LONGEST + 1); i++) {
            char symbol = Alphabet.fold(read.charAt(i));
            if (symbol != ' ' && symbol != '-') {
                text.append(symbol);
            }
        }
        return text.toString();
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "offer of " + addresses;
    }
}
