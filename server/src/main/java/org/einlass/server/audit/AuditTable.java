package org.einlass.server.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The lines of the audit trail. There is no statement that changes or deletes one. */
final class AuditTable {
    private AuditTable() {}

    static void add(Handle handle, AuditEntry entry) {
        handle.createUpdate("""
                        insert into audit_entries (id, at, author, action, event, subject)
                        values (:id, :at, :author, :action, :event, :subject)
                        """)
                .bind("id", entry.id().toString())
                .bind("at", entry.at().toEpochMilli())
                .bind("author", entry.author())
                .bind("action", entry.action())
                .bind("event", entry.event())
                .bind("subject", entry.subject())
                .execute();
    }

    /** The newest first, from before {@code at} and {@code id}. */
    static List<AuditEntry> page(Handle handle, AuditQuery query, Instant at, String id, int most) {
        return handle.createQuery("""
                        select id, at, author, action, event, subject from audit_entries
                        where (:event = '' or event = :event)
                            and (:author = '' or author = :author)
                            and (:action = '' or action = :action)
                            and (:subject = '' or subject = :subject)
                            and at >= :from and at < :until
                            and (at < :at or (at = :at and id < :id))
                        order by at desc, id desc
                        limit :most
                        """)
                .bind("event", query.event())
                .bind("author", query.author())
                .bind("action", query.action())
                .bind("subject", query.subject())
                .bind("from", query.from().toEpochMilli())
                .bind("until", query.until().toEpochMilli())
                .bind("at", at.toEpochMilli())
                .bind("id", id)
                .bind("most", most)
                .map((row, context) -> new AuditEntry(
                        UUID.fromString(row.getString("id")),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("author"),
                        row.getString("action"),
                        row.getString("event"),
                        row.getString("subject")))
                .list();
    }
}
