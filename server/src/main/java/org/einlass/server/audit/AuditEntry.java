package org.einlass.server.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of the audit trail.
 *
 * @param author {@code person:}, {@code device:} or {@code token:} with an id; {@code nobody} without a
 *     login, {@code server} by itself
 * @param action an {@link AuditAction}; a newer program may have written others
 * @param event empty beside all events
 * @param subject id of whom or what it was done to; never a name
 */
public record AuditEntry(UUID id, Instant at, String author, String action, String event, String subject) {}
