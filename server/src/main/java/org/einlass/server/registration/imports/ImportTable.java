package org.einlass.server.registration.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.database.DirectSql;
import org.einlass.server.json.Json;
import org.einlass.server.registration.RegistrationFields;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Which imports there were, and what each did to whom, so that it can be undone. */
final class ImportTable {
    private static final ObjectMapper JSON = Json.mapper();

    private ImportTable() {}

    /** What an import did to somebody. */
    enum Effect {
        ADDED,
        CHANGED,
        SAME
    }

    /**
     * One person of an import.
     *
     * @param version of the registration behind it
     * @param before its fields until then, where they changed
     * @param linked look-up id of the code that the import led to it, or null
     * @param takenFrom where that code led before, or null
     */
    record Row(
            RegistrationId registration,
            Effect effect,
            long version,
            @Nullable RegistrationFields before,
            @Nullable String linked,
            @Nullable RegistrationId takenFrom) {}

    /** Begins an import. @return whether it had not begun before */
    static boolean begin(Handle handle, EventId event, String id, String source, Instant now) {
        return handle.createUpdate("""
                        insert into imports (event, id, source, imported_at) values (:event, :id, :source, :now)
                        on conflict do nothing
                        """)
                        .bind("event", event.text())
                        .bind("id", id)
                        .bind("source", source)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    /** Notes people of an import. */
    static void add(Handle handle, EventId event, String id, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        DirectSql.each(
                handle, """
                insert into import_rows (event, import, registration, effect, version, before, linked, taken_from)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """, rows.stream().map(row -> values(event, id, row)).toList());
    }

    private static @Nullable Object[] values(EventId event, String id, Row row) {
        RegistrationId takenFrom = row.takenFrom();
        return new @Nullable Object[] {
            event.text(),
            id,
            row.registration().toString(),
            row.effect().name(),
            row.version(),
            written(row.before()),
            row.linked(),
            takenFrom == null ? null : takenFrom.toString()
        };
    }

    /** People whom the newest standing import of the same source named. */
    static List<RegistrationId> newestOf(Handle handle, EventId event, String source) {
        return handle.createQuery("""
                        select registration from import_rows
                        where event = :event and import = (
                            select id from imports
                            where event = :event and source = :source and undone_at is null
                            order by imported_at desc, id desc limit 1)
                        order by registration
                        """)
                .bind("event", event.text())
                .bind("source", source)
                .map((row, context) -> RegistrationId.of(row.getString("registration")))
                .list();
    }

    /** The newest imports first. */
    static List<PastImport> list(Handle handle, EventId event) {
        return handle.createQuery("""
                        select i.id, i.imported_at, i.undone_at,
                            (select count(*) from import_rows r
                             where r.event = i.event and r.import = i.id and r.effect = 'ADDED') as added,
                            (select count(*) from import_rows r
                             where r.event = i.event and r.import = i.id and r.effect = 'CHANGED') as changed
                        from imports i where i.event = :event order by i.imported_at desc, i.id desc
                        """)
                .bind("event", event.text())
                .map((row, context) -> {
                    long undone = row.getLong("undone_at");
                    boolean standing = row.wasNull();
                    return new PastImport(
                            row.getString("id"),
                            Instant.ofEpochMilli(row.getLong("imported_at")),
                            standing ? null : Instant.ofEpochMilli(undone),
                            row.getInt("added"),
                            row.getInt("changed"));
                })
                .list();
    }

    /** Whether an import was undone; empty where there is no such import. */
    static Optional<Boolean> isUndone(Handle handle, EventId event, String id) {
        return handle.createQuery("select undone_at from imports where event = :event and id = :id")
                .bind("event", event.text())
                .bind("id", id)
                .map((row, context) -> row.getLong("undone_at") > 0)
                .findOne();
    }

    static List<Row> rows(Handle handle, EventId event, String id) {
        return handle.createQuery("""
                        select registration, effect, version, before, linked, taken_from from import_rows
                        where event = :event and import = :id order by registration
                        """)
                .bind("event", event.text())
                .bind("id", id)
                .map((row, context) -> new Row(
                        RegistrationId.of(row.getString("registration")),
                        Effect.valueOf(row.getString("effect")),
                        row.getLong("version"),
                        read(row.getString("before")),
                        row.getString("linked"),
                        row.getString("taken_from") == null ? null : RegistrationId.of(row.getString("taken_from"))))
                .list();
    }

    /** Marks an import as undone; what people were before is not needed any more. */
    static void end(Handle handle, EventId event, String id, Instant now) {
        handle.createUpdate("update imports set undone_at = :now where event = :event and id = :id")
                .bind("event", event.text())
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .execute();
        handle.createUpdate("delete from import_rows where event = :event and import = :id")
                .bind("event", event.text())
                .bind("id", id)
                .execute();
    }

    private static @Nullable String written(@Nullable RegistrationFields before) {
        try {
            return before == null ? null : JSON.writeValueAsString(before);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A registration could not be written as JSON.", e);
        }
    }

    private static @Nullable RegistrationFields read(@Nullable String before) {
        try {
            return before == null ? null : JSON.readValue(before, RegistrationFields.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A registration that this server wrote cannot be read back.", e);
        }
    }
}
