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

    /** Begins an import of {@code rows} rows. */
    static void begin(Handle handle, EventId event, String id, String source, int rows, Instant now) {
        handle.createUpdate("""
                        insert into imports (event, id, source, imported_at, state, rows_all, progress_at)
                        values (:event, :id, :source, :now, 'RUNNING', :rows, :now)
                        """)
                .bind("event", event.text())
                .bind("id", id)
                .bind("source", source)
                .bind("rows", rows)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** The import that is coming in just now. */
    static Optional<RunningImport> running(Handle handle, EventId event) {
        return handle.createQuery("""
                        select rows_done, rows_all from imports where event = :event and state = 'RUNNING' limit 1
                        """)
                .bind("event", event.text())
                .map((row, context) -> new RunningImport(row.getInt("rows_done"), row.getInt("rows_all")))
                .findOne();
    }

    /** Notes how far it is. @throws IllegalStateException where it is being taken back already */
    static void progress(Handle handle, EventId event, String id, int rows, Instant now) {
        int changed = DirectSql.execute(
                handle,
                "update imports set rows_done = ?, progress_at = ? where event = ? and id = ? and state = 'RUNNING'",
                rows,
                now.toEpochMilli(),
                event.text(),
                id);
        if (changed == 0) {
            throw new IllegalStateException("The import was taken for cut off and is being taken back.");
        }
    }

    /** All of it has come in. */
    static void done(Handle handle, EventId event, String id) {
        handle.createUpdate("update imports set state = 'DONE' where event = :event and id = :id")
                .bind("event", event.text())
                .bind("id", id)
                .execute();
    }

    /** An import, wherever it is. */
    record Found(EventId event, String id) {}

    /** Imports that came neither to their end nor were taken back, and were not worked on since then. */
    static List<Found> abandoned(Handle handle, Instant since) {
        return handle.createQuery("""
                        select event, id from imports
                        where undone_at is null and state <> 'DONE' and progress_at < :since
                        """)
                .bind("since", since.toEpochMilli())
                .map((row, context) -> new Found(new EventId(row.getString("event")), row.getString("id")))
                .list();
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
                            where event = :event and source = :source and undone_at is null and state = 'DONE'
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
                        select i.id, i.imported_at, i.undone_at, i.state, i.rows_all, i.rows_done, i.kept,
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
                            row.getInt("changed"),
                            PastImport.State.valueOf(row.getString("state")),
                            row.getInt("rows_all"),
                            row.getInt("rows_done"),
                            row.getInt("kept"));
                })
                .list();
    }

    /** An import's state; empty where there is no such import, or it was taken back. */
    static Optional<PastImport.State> state(Handle handle, EventId event, String id) {
        return handle.createQuery("select state from imports where event = :event and id = :id and undone_at is null")
                .bind("event", event.text())
                .bind("id", id)
                .map((row, context) -> PastImport.State.valueOf(row.getString("state")))
                .findOne();
    }

    static boolean exists(Handle handle, EventId event, String id) {
        return handle.createQuery("select 1 from imports where event = :event and id = :id")
                .bind("event", event.text())
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** What is left to be taken back, at most so many people of it. */
    static List<Row> rows(Handle handle, EventId event, String id, int most) {
        return handle.createQuery("""
                        select registration, effect, version, before, linked, taken_from from import_rows
                        where event = :event and import = :id and (effect <> 'SAME' or linked is not null)
                        order by registration limit :most
                        """)
                .bind("event", event.text())
                .bind("id", id)
                .bind("most", most)
                .map((row, context) -> new Row(
                        RegistrationId.of(row.getString("registration")),
                        Effect.valueOf(row.getString("effect")),
                        row.getLong("version"),
                        read(row.getString("before")),
                        row.getString("linked"),
                        row.getString("taken_from") == null ? null : RegistrationId.of(row.getString("taken_from"))))
                .list();
    }

    /** Begins to take an import back. @return whether that had not begun before */
    static boolean withdraw(Handle handle, EventId event, String id, PastImport.State state, Instant now) {
        return handle.createUpdate("""
                        update imports set state = :state, progress_at = :now
                        where event = :event and id = :id and state in ('RUNNING', 'DONE')
                        """)
                        .bind("event", event.text())
                        .bind("id", id)
                        .bind("state", state.name())
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    /** These people are done with; what they were before is not needed any more. */
    static void takenBack(Handle handle, EventId event, String id, List<RegistrationId> people, int kept, Instant now) {
        DirectSql.each(
                handle,
                "delete from import_rows where event = ? and import = ? and registration = ?",
                people.stream()
                        .map(one -> new @Nullable Object[] {event.text(), id, one.toString()})
                        .toList());
        handle.createUpdate("""
                        update imports set kept = kept + :kept, progress_at = :now where event = :event and id = :id
                        """)
                .bind("event", event.text())
                .bind("id", id)
                .bind("kept", kept)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** All of it is taken back. */
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
