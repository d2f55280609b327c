package org.einlass.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not carried out: problem details of RFC 9457, {@code application/problem+json}.
 *
 * @param type stable name of the kind of problem, {@code urn:einlass:problem:...}
 * @param title the kind, in English
 * @param status the HTTP status
 * @param detail one sentence: what is wrong, in the reader's language; never personal data, never a stack
 *     trace
 * @param field the place in the request, where there is one
 * @param remedy what to do about it, in the reader's language
 * @param instance whom or what it concerns, where that must be told apart: a device as {@link #device} names
 *     it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        @Nullable String field,
        String remedy,
        @Nullable URI instance) {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPES = "urn:einlass:problem:";

    /** The device that asks was withdrawn by the organiser; {@code instance} names it. */
    public static final URI DEVICE_REVOKED = URI.create(TYPES + "device-revoked");

    /** The organiser had the device that asks wiped; {@code instance} names it. */
    public static final URI DEVICE_WIPED = URI.create(TYPES + "device-wiped");

    /** The organiser takes nothing of the device that asks for now; {@code instance} names it. */
    public static final URI DEVICE_BLOCKED = URI.create(TYPES + "device-blocked");

    /** A problem of the stable kind {@code name}, such as {@code unknown-event}. */
    public static Problem of(String name, String title, int status, String detail, String remedy) {
        return new Problem(URI.create(TYPES + name), title, status, detail, null, remedy, null);
    }

    /** The same problem, at a place in the request. */
    public Problem at(String field) {
        return new Problem(type, title, status, detail, field, remedy, instance);
    }

    /** The same problem, concerning {@code subject}. */
    public Problem about(URI subject) {
        return new Problem(type, title, status, detail, field, remedy, subject);
    }

    /** How a problem names a device of an event. */
    public static URI device(EventId event, DeviceId device) {
        return URI.create("urn:einlass:device:" + event + ":" + device);
    }
}
