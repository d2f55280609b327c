package org.einlass.server.audit;

import java.time.Instant;

/**
 * What somebody wants to know of the audit trail. An empty text means all.
 *
 * @param from the earliest moment
 * @param until the moment before which it was
 * @param after the cursor that the page before named
 */
public record AuditQuery(
        String event, String author, String action, String subject, Instant from, Instant until, String after) {
    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE / 2);

    /** All there is of one event, or of all where {@code event} is empty. */
    public static AuditQuery of(String event) {
        return new AuditQuery(event, "", "", "", Instant.EPOCH, LAST, "");
    }

    public AuditQuery with(String author, String action, String subject) {
        return new AuditQuery(event, author, action, subject, from, until, after);
    }

    public AuditQuery between(Instant from, Instant until) {
        return new AuditQuery(event, author, action, subject, from, until, after);
    }

    public AuditQuery after(String cursor) {
        return new AuditQuery(event, author, action, subject, from, until, cursor);
    }
}
