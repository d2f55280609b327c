package org.einlass.server.audit;

import java.security.SecureRandom;
import java.time.Instant;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.server.database.Transaction;

/**
 * Something that is about to be done by whoever the present thread works for. Made where the request is, and
 * written down in the transaction that does it: what was done is in the trail, and what failed is not.
 */
public final class AuditTrail {
    private static final SecureRandom CHANCE = new SecureRandom();

    private final String author;
    private final AuditAction action;
    private final String event;

    private AuditTrail(String author, AuditAction action, String event) {
        this.author = author;
        this.action = action;
        this.event = event;
    }

    /** By whoever the present thread works for; {@code event} is empty for what is beside all events. */
    public static AuditTrail of(AuditAction action, String event) {
        return new AuditTrail(AuditAuthor.present(), action, event);
    }

    /** By {@code author}, who proves just now who that is; beside all events. */
    public static AuditTrail by(String author, AuditAction action) {
        return new AuditTrail(author, action, "");
    }

    /** By {@code author}, who proves just now who that is. */
    public static AuditTrail by(String author, AuditAction action, String event) {
        return new AuditTrail(author, action, event);
    }

    /** Who does it, as the trail names them. */
    public String author() {
        return author;
    }

    /** Writes it down; {@code subject} is the id of whom or what it was done to, never a name. */
    public void add(Transaction transaction, String subject, Instant now) {
        AuditTable.add(
                transaction.handle(),
                new AuditEntry(TimeOrderedUuid.next(now, CHANCE), now, author, action.name(), event, subject));
    }
}
