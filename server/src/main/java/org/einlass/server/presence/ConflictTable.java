package org.einlass.server.presence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What there is to clarify, as the facts known so far show it: a projection. */
public final class ConflictTable {

    /**
     * Something to clarify.
     *
     * @param subject registration id, or {@code ?} and look-up id of a code nobody knows
     * @param entries ids of the entries it is made of
     */
    public record Item(String id, String kind, String subject, List<EntryId> entries, boolean settled) {

        public Item {
            entries = List.copyOf(entries);
        }
    }

    /** The items of an event that nobody has settled, in order of kind. */
    public List<Item> open(Handle handle, EventId event) {
        return handle.createQuery("""
                select id, kind, subject, entries, settled from conflicts
                where event = :event and settled = false order by kind, id
                """)
                .bind("event", event.text())
                .map((row, context) -> new Item(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        entries(row.getString(4)),
                        row.getBoolean(5)))
                .list();
    }

    /** Kind, entries and state of a person's conflicts, by id. */
    Map<String, String> of(Handle handle, EventId event, String subject) {
        Map<String, String> conflicts = new HashMap<>();
        handle.createQuery("""
                select id, kind, entries, settled from conflicts where event = :event and subject = :subject
                """)
                .bind("event", event.text())
                .bind("subject", subject)
                .map((row, context) ->
                        conflicts.put(row.getString(1), text(row.getString(2), row.getString(3), row.getBoolean(4))))
                .list();
        return conflicts;
    }

    static String text(String kind, String entries, boolean settled) {
        return kind + " " + entries + (settled ? " settled" : "");
    }

    void replace(Handle handle, EventId event, String subject, Collection<Conflict> conflicts, Set<String> settled) {
        handle.createUpdate("delete from conflicts where event = :event and subject = :subject")
                .bind("event", event.text())
                .bind("subject", subject)
                .execute();
        if (conflicts.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into conflicts (event, id, subject, kind, entries, settled)
                values (:event, :id, :subject, :kind, :entries, :settled)
                """)) {
            for (Conflict conflict : conflicts) {
                batch.bind("event", event.text())
                        .bind("id", conflict.id())
                        .bind("subject", subject)
                        .bind("kind", conflict.kind().name())
                        .bind("entries", conflict.entriesText())
                        .bind("settled", settled.contains(conflict.id()))
                        .add();
            }
            batch.execute();
        }
    }

    /** Whom a conflict is about. */
    Optional<String> subject(Handle handle, EventId event, String conflict) {
        return handle.createQuery("select subject from conflicts where event = :event and id = :id")
                .bind("event", event.text())
                .bind("id", conflict)
                .mapTo(String.class)
                .findOne();
    }

    private static List<EntryId> entries(String text) {
        return List.of(text.split(" ")).stream().map(EntryId::of).toList();
    }
}
