package org.einlass.contract.enrolment;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.einlass.contract.code.Alphabet;

/**
 * The one-time code by which a device asks to be enrolled: {@value #LENGTH} symbols of the codes' alphabet, 60
 * bits of chance. It is valid for ten minutes and opens nothing by itself, since a person confirms the device.
 */
public record EnrolmentCode(String text) {
    public static final int LENGTH = 12;
    private static final int GROUP = 4;

    /** @throws IllegalArgumentException where {@code text} is no code, written without blanks in capitals */
    public EnrolmentCode {
        if (!Alphabet.read(text, LENGTH).filter(text::equals).isPresent()) {
            throw new IllegalArgumentException("An enrolment code has " + LENGTH + " symbols.");
        }
    }

    /** A new code. {@code chance} must be a {@link java.security.SecureRandom} outside tests. */
    public static EnrolmentCode next(RandomGenerator chance) {
        byte[] bytes = new byte[Byte.SIZE];
        chance.nextBytes(bytes);
        return new EnrolmentCode(Alphabet.spell(bytes, LENGTH));
    }

    /** Reads what a person types, folded as codes are; empty where it is no code. */
    public static Optional<EnrolmentCode> parse(CharSequence typed) {
        return Alphabet.read(typed, LENGTH).map(EnrolmentCode::new);
    }

    /** In groups of four, for people who type: {@code ABCD-EFGH-JKLM}. A secret. */
    public String grouped() {
        return text.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    @Override
    public String toString() {
        return "enrolment code";
    }
}
