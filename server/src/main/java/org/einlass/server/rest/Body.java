package org.einlass.server.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.einlass.contract.Wording;
import org.jspecify.annotations.Nullable;

/** Reads a request's body up to a limit. */
public final class Body {
    private Body() {}

    /**
     * The whole body.
     *
     * @param most bytes
     * @throws ProblemException where it is longer, or empty
     */
    public static byte[] read(InputStream body, int most) {
        try {
            byte[] bytes = body.readNBytes(most + 1);
            if (bytes.length > most) {
                throw tooLarge(most);
            }
            if (bytes.length == 0) {
                throw ProblemException.of(ProblemKind.EMPTY_BODY);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the body was read as. @throws ProblemException where there was none */
    public static <T> T present(@Nullable T document) {
        if (document == null) {
            throw ProblemException.of(ProblemKind.EMPTY_BODY);
        }
        return document;
    }

    static ProblemException tooLarge(long most) {
        String size = most / 1_000_000 + " MB";
        return ProblemException.of(ProblemKind.TOO_LARGE)
                .saying(
                        new Wording("Der Inhalt ist größer als " + size + ".", "The body is larger than " + size + "."),
                        ProblemKind.TOO_LARGE.remedy());
    }
}
