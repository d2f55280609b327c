package org.einlass.server.device;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.server.json.Json;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What devices said of themselves, the newest of each; nobody follows them, so they move no feed. */
final class HeartbeatTable {
    private static final ObjectMapper JSON = Json.mapper();

    private HeartbeatTable() {}

    /** Keeps what the device's present enrolment said; of an earlier one nothing is kept. */
    static void keep(Handle handle, EventId event, DeviceId device, long enrolment, Heartbeat heartbeat, Instant now) {
        handle.createUpdate("""
                        update devices set said = :said, seen_at = :now
                        where event = :event and id = :id and enrolment = :enrolment
                        """)
                .bind("said", text(heartbeat))
                .bind("now", now.toEpochMilli())
                .bind("event", event.text())
                .bind("id", device.text())
                .bind("enrolment", enrolment)
                .execute();
    }

    private static String text(Heartbeat heartbeat) {
        try {
            return JSON.writeValueAsString(heartbeat);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A heartbeat cannot be written as JSON.", e);
        }
    }

    /** What was kept; null where nothing was, or nothing that can be read. */
    static @Nullable Heartbeat read(@Nullable String said) {
        try {
            return said == null ? null : JSON.readValue(said, Heartbeat.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
