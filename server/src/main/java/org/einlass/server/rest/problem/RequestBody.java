package org.einlass.server.rest.problem;

import org.einlass.contract.Wording;
import org.jspecify.annotations.Nullable;

/** What requests bring with them, or fail to. */
public final class RequestBody {
    private static final int MEGABYTE = 1_000_000;

    private RequestBody() {}

    /** What the body was read as. @throws ProblemException where there was none */
    public static <T> T present(@Nullable T document) {
        if (document == null) {
            throw ProblemException.of(ProblemKind.EMPTY_BODY);
        }
        return document;
    }

    public static ProblemException tooLarge(long most) {
        String size = most < MEGABYTE ? most / 1_000 + " KB" : most / MEGABYTE + " MB";
        return ProblemException.of(ProblemKind.TOO_LARGE)
                .saying(
                        new Wording("Der Inhalt ist größer als " + size + ".", "The body is larger than " + size + "."),
                        ProblemKind.TOO_LARGE.remedy());
    }
}
