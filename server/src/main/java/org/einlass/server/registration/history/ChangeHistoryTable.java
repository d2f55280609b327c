package org.einlass.server.registration.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.json.Json;
import org.einlass.server.registration.RegistrationFields;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What was changed online about each registration, by whom, and what stood there before. */
public final class ChangeHistoryTable {
    private static final ObjectMapper JSON = Json.mapper();

    private ChangeHistoryTable() {}

    /** Adds a change with the next number of its registration. */
    public static void add(Handle handle, EventId event, RegistrationId registration, PastChange change) {
        handle.createUpdate("""
                        insert into registration_changes (event, registration, number, changed_at, changed_by, kind, before)
                        select :event, :id, coalesce(max(number), 0) + 1, :at, :by, :kind, cast(:before as text)
                        from registration_changes where event = :event and registration = :id
                        """)
                .bind("event", event.text())
                .bind("id", registration.toString())
                .bind("at", change.at().toEpochMilli())
                .bind("by", change.by())
                .bind("kind", change.kind().name())
                .bind("before", written(change.before()))
                .execute();
    }

    /** The newest first. */
    public static List<PastChange> of(Handle handle, EventId event, RegistrationId registration) {
        return handle.createQuery("""
                        select changed_at, changed_by, kind, before from registration_changes
                        where event = :event and registration = :id order by number desc
                        """)
                .bind("event", event.text())
                .bind("id", registration.toString())
                .map((row, context) -> new PastChange(
                        Instant.ofEpochMilli(row.getLong("changed_at")),
                        row.getString("changed_by"),
                        PastChange.Kind.valueOf(row.getString("kind")),
                        read(row.getString("before"))))
                .list();
    }

    /** Takes the access needs out of what is remembered of that person. */
    public static void forgetAccessNeeds(Handle handle, EventId event, RegistrationId registration) {
        List<Remembered> remembered = handle.createQuery("""
                        select number, before from registration_changes
                        where event = :event and registration = :id and before like '%accessNeeds%'
                        """)
                .bind("event", event.text())
                .bind("id", registration.toString())
                .map((row, context) -> new Remembered(row.getInt("number"), row.getString("before")))
                .list();
        for (Remembered one : remembered) {
            handle.createUpdate("""
                            update registration_changes set before = :before
                            where event = :event and registration = :id and number = :number
                            """)
                    .bind("event", event.text())
                    .bind("id", registration.toString())
                    .bind("number", one.number())
                    .bind(
                            "before",
                            written(Objects.requireNonNull(read(one.before())).withoutAccessNeeds()))
                    .execute();
        }
    }

    private record Remembered(int number, String before) {}

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
