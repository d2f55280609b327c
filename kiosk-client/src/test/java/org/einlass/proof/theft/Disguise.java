package org.einlass.proof.theft;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A way in which a text can lie on a disk. */
enum Disguise {
    PLAIN(text -> Stream.of(bytes(text))),
    LATIN_1(text -> Stream.of(text.getBytes(ISO_8859_1))),
    UTF_16_LITTLE(text -> Stream.of(text.getBytes(UTF_16LE))),
    UTF_16_BIG(text -> Stream.of(text.getBytes(UTF_16BE))),
    JSON_ESCAPES(text -> Stream.of(bytes(escaped(text)))),
    HEX(text -> Stream.of(
            bytes(HexFormat.of().formatHex(bytes(text))),
            bytes(HexFormat.of().withUpperCase().formatHex(bytes(text))))),
    BASE64(text -> IntStream.range(0, 3).boxed().flatMap(shift -> base64(bytes(text), shift))),
    BACKWARDS(text -> Stream.of(bytes(new StringBuilder(text).reverse().toString()), reversed(bytes(text))));

    private final Function<String, Stream<byte[]>> patterns;

    Disguise(Function<String, Stream<byte[]>> patterns) {
        this.patterns = patterns;
    }

    /** What to look for; a disk holds {@code text} in this disguise exactly if one of these is on it. */
    List<byte[]> of(String text) {
        return patterns.apply(text).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> c < 0x80 ? Character.toString(c) : String.format("\\u%04x", c))
                .reduce("", String::concat);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    /**
     * The symbols that depend on the text alone if {@code shift} other bytes stand before it, in both
     * alphabets.
     */
    private static Stream<byte[]> base64(byte[] bytes, int shift) {
        byte[] shifted = new byte[bytes.length + shift];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        int from = (shift * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                .map(encoder -> bytes(encoder.encodeToString(shifted).substring(from, to)));
    }
}
