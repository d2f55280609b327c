package org.einlass.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not carried out: problem details of RFC 9457, {@code application/problem+json}.
 *
 * @param type stable name of the kind of problem, {@code urn:einlass:problem:...}
 * @param title the kind, in English
 * @param status the HTTP status
 * @param detail one sentence: what is wrong, in the reader's language; never personal data, never a stack trace
 * @param field the place in the request, where there is one
 * @param remedy what to do about it, in the reader's language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        @Nullable String field,
        String remedy) {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPES = "urn:einlass:problem:";

    /** A problem of the stable kind {@code name}, such as {@code unknown-event}. */
    public static Problem of(String name, String title, int status, String detail, String remedy) {
        return new Problem(URI.create(TYPES + name), title, status, detail, null, remedy);
    }

    /** The same problem, at a place in the request. */
    public Problem at(String field) {
        return new Problem(type, title, status, detail, field, remedy);
    }
}
