package org.einlass.server.presence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

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
        return all(handle, event).stream().filter(item -> !item.settled()).toList();
    }

    /** The items of an event, settled ones among them, in order of kind. */
    public List<Item> all(Handle handle, EventId event) {
        return handle.createQuery("""
                select id, kind, subject, entries, settled from conflicts where event = :event order by kind, id
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

    /** A branch of {@link DerivationInputs.Kept}: the conflicts of people. */
    static final String OF_SUBJECTS = """
            select s.subject, 'conflict', c.id, c.kind, c.entries, c.settled, false, null, null
            from subjects s cross join conflicts c where c.event = ? and c.subject = s.subject""";

    static String id(ResultSet row) throws SQLException {
        return row.getString(3);
    }

    /** Kind, entries and state of a conflict. */
    static String text(ResultSet row) throws SQLException {
        return text(row.getString(4), row.getString(5), row.getBoolean(6));
    }

    /** What {@link #text(ResultSet)} says of conflicts that follow from the facts, by id. */
    static Map<String, String> texts(Collection<Conflict> conflicts, Set<String> settled) {
        Map<String, String> texts = new HashMap<>();
        conflicts.forEach(conflict -> texts.put(
                conflict.id(), text(conflict.kind().name(), conflict.entriesText(), settled.contains(conflict.id()))));
        return texts;
    }

    private static String text(String kind, String entries, boolean settled) {
        return kind + " " + entries + (settled ? " settled" : "");
    }

    /**
     * Replaces the conflicts of some people by what follows from the facts; what stays the same is not
     * written.
     *
     * @param before by subject and id, as {@link #text(ResultSet)} says
     */
    void replace(
            Handle handle,
            EventId event,
            Map<String, Map<String, String>> before,
            Map<String, List<Conflict>> after,
            Set<String> settled) {
        List<@Nullable Object[]> gone = new ArrayList<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        after.forEach((subject, conflicts) -> {
            if (before.getOrDefault(subject, Map.of()).equals(texts(conflicts, settled))) {
                return;
            }
            gone.add(new @Nullable Object[] {event.text(), subject});
            conflicts.forEach(conflict -> rows.add(new @Nullable Object[] {
                event.text(),
                conflict.id(),
                subject,
                conflict.kind().name(),
                conflict.entriesText(),
                settled.contains(conflict.id())
            }));
        });
        DirectSql.each(handle, "delete from conflicts where event = ? and subject = ?", gone);
        DirectSql.each(handle, """
                insert into conflicts (event, id, subject, kind, entries, settled) values (?, ?, ?, ?, ?, ?)
                """, rows);
    }

    /** Whom some conflicts are about. */
    Set<String> subjects(Handle handle, EventId event, Collection<String> conflicts) {
        return Set.copyOf(DirectSql.listedTexts(handle, """
                with ids (id) as (select asked.value ->> 0 from <list>)
                select c.subject from ids cross join conflicts c where c.event = ? and c.id = ids.id
                """, row -> row.getString(1), conflicts, event.text()));
    }

    private static List<EntryId> entries(String text) {
        return List.of(text.split(" ")).stream().map(EntryId::of).toList();
    }
}
