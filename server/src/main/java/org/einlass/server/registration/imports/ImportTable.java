package org.einlass.server.registration.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.database.DirectSql;
import org.einlass.server.json.Json;
import org.einlass.server.registration.ListedKeys;
import org.einlass.server.registration.RegistrationFields;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What each import did to whom, so that it can be undone. */
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
     * @param versionBefore of the registration before it; 0 where it added the registration
     * @param version of the registration behind it
     * @param before its fields until then, where they changed
     * @param linked look-up id of the code that the import led to it, or null
     * @param takenFrom where that code led before, or null
     * @param keys by what else lists knew them until then, where the import says more; else null
     */
    record Row(
            RegistrationId registration,
            Effect effect,
            long versionBefore,
            long version,
            @Nullable RegistrationFields before,
            @Nullable String linked,
            @Nullable RegistrationId takenFrom,
            ListedKeys.@Nullable Before keys) {}

    /**
     * One person of an import that is to be taken back.
     *
     * @param changed whether anything of them was changed since: their fields, their codes, or by what lists know them
     */
    record Left(Row row, boolean changed) {}

    /** Notes people of an import. */
    static void add(Handle handle, EventId event, String id, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        DirectSql.each(
                handle, """
                insert into import_rows (event, import, registration, effect, version_before, version, before, linked,
                    taken_from, keys_changed, key_before, mail_before, position_before)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """, rows.stream().map(row -> values(event, id, row)).toList());
    }

    private static @Nullable Object[] values(EventId event, String id, Row row) {
        RegistrationId takenFrom = row.takenFrom();
        ListedKeys.Before keys = row.keys();
        return new @Nullable Object[] {
            event.text(),
            id,
            row.registration().toString(),
            row.effect().name(),
            row.versionBefore(),
            row.version(),
            written(row.before()),
            row.linked(),
            takenFrom == null ? null : takenFrom.toString(),
            keys != null,
            keys == null ? null : keys.ownKey(),
            keys == null ? null : keys.mail(),
            keys == null ? null : keys.orderPosition()
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

    /**
     * People whom each of the newest standing imports named, whatever their source; the newest import first.
     *
     * @param most how many imports
     */
    static List<List<RegistrationId>> newest(Handle handle, EventId event, int most) {
        Map<String, List<RegistrationId>> imports = new LinkedHashMap<>();
        handle.createQuery("""
                        select r.import, r.registration from import_rows r
                        join (select id, imported_at from imports
                              where event = :event and undone_at is null and state = 'DONE'
                              order by imported_at desc, id desc limit :most) i on i.id = r.import
                        where r.event = :event
                        order by i.imported_at desc, i.id desc, r.registration
                        """)
                .bind("event", event.text())
                .bind("most", most)
                .map((row, context) -> Map.entry(row.getString("import"), row.getString("registration")))
                .forEach(row -> imports.computeIfAbsent(row.getKey(), none -> new ArrayList<>())
                        .add(RegistrationId.of(row.getValue())));
        return List.copyOf(imports.values());
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

    static boolean exists(Handle handle, EventId event, String id) {
        return handle.createQuery("select 1 from imports where event = :event and id = :id")
                .bind("event", event.text())
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** What is left to be taken back, at most so many people of it. */
    static List<Left> left(Handle handle, EventId event, String id, int most) {
        return handle.createQuery("""
                        select r.registration, r.effect, r.version_before, r.version, r.before, r.linked,
                            r.taken_from, r.keys_changed, r.key_before, r.mail_before, r.position_before,
                            case when g.version <> r.version
                                or (r.linked is not null and not exists (
                                    select 1 from codes c
                                    where c.event = r.event and c.lookup = r.linked and c.registration = r.registration))
                                or exists (
                                    select 1 from import_rows l
                                    join imports later on later.event = l.event and later.id = l.import
                                    where l.event = r.event and l.registration = r.registration
                                        and later.number > i.number and (l.linked is not null or l.keys_changed))
                                then 1 else 0 end as changed_since
                        from import_rows r
                        join imports i on i.event = r.event and i.id = r.import
                        join registrations g on g.event = r.event and g.id = r.registration
                        where r.event = :event and r.import = :id
                            and (r.effect <> 'SAME' or r.linked is not null or r.keys_changed)
                        order by r.registration limit :most
                        """)
                .bind("event", event.text())
                .bind("id", id)
                .bind("most", most)
                .map((row, context) -> new Left(row(row), row.getInt("changed_since") == 1))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        String takenFrom = row.getString("taken_from");
        return new Row(
                RegistrationId.of(row.getString("registration")),
                Effect.valueOf(row.getString("effect")),
                row.getLong("version_before"),
                row.getLong("version"),
                read(row.getString("before")),
                row.getString("linked"),
                takenFrom == null ? null : RegistrationId.of(takenFrom),
                row.getBoolean("keys_changed")
                        ? new ListedKeys.Before(
                                row.getString("key_before"),
                                row.getString("mail_before"),
                                row.getString("position_before"))
                        : null);
    }

    /** Somebody is as before an import: for the imports before that, nothing was changed. */
    static void asBefore(Handle handle, EventId event, Row row) {
        DirectSql.execute(
                handle,
                """
                update import_rows
                set version = (select g.version from registrations g where g.event = ? and g.id = ?)
                where event = ? and registration = ? and version = ?
                """,
                event.text(),
                row.registration().toString(),
                event.text(),
                row.registration().toString(),
                row.versionBefore());
    }

    /** These people are done with; what they were before is not needed any more. */
    static void takenBack(Handle handle, EventId event, String id, List<RegistrationId> people) {
        DirectSql.each(
                handle,
                "delete from import_rows where event = ? and import = ? and registration = ?",
                people.stream()
                        .map(one -> new @Nullable Object[] {event.text(), id, one.toString()})
                        .toList());
    }

    /** Nobody of it is left to be taken back. */
    static void clear(Handle handle, EventId event, String id) {
        DirectSql.execute(handle, "delete from import_rows where event = ? and import = ?", event.text(), id);
    }

    /** Takes the access needs out of what an undone import would bring back of that person. */
    static void forgetAccessNeeds(Handle handle, EventId event, RegistrationId id) {
        List<Remembered> remembered = handle.createQuery("""
                        select import, before from import_rows
                        where event = :event and registration = :id and before like '%accessNeeds%'
                        """)
                .bind("event", event.text())
                .bind("id", id.toString())
                .map((row, context) -> new Remembered(row.getString("import"), row.getString("before")))
                .list();
        for (Remembered one : remembered) {
            handle.createUpdate("""
                            update import_rows set before = :before
                            where event = :event and import = :import and registration = :id
                            """)
                    .bind("event", event.text())
                    .bind("import", one.source())
                    .bind("id", id.toString())
                    .bind(
                            "before",
                            written(Objects.requireNonNull(read(one.before())).withoutAccessNeeds()))
                    .execute();
        }
    }

    private record Remembered(String source, String before) {}

    static @Nullable String written(@Nullable RegistrationFields before) {
        try {
            return before == null ? null : JSON.writeValueAsString(before);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A registration could not be written as JSON.", e);
        }
    }

    static @Nullable RegistrationFields read(@Nullable String before) {
        try {
            return before == null ? null : JSON.readValue(before, RegistrationFields.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A registration that this server wrote cannot be read back.", e);
        }
    }
}
