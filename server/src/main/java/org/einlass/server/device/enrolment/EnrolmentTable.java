package org.einlass.server.device.enrolment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.einlass.contract.enrolment.DevicePublicKey;
import org.einlass.contract.enrolment.EnrolmentStatus.State;
import org.einlass.contract.enrolment.PrinterName;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Token;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.json.Json;
import org.jdbi.v3.core.Handle;

/** Enrolments as they stand in the table, on the caller's handle. */
final class EnrolmentTable {
    /** How long a device still hears that its code has expired or was used. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final ObjectMapper JSON = Json.mapper();
    private static final TypeReference<List<DoorId>> DOORS = new TypeReference<>() {};

    private static final String COLUMNS = """
            select id, event, device, kind, title, doors, state, expires_at, public_key, commitment, server_nonce,
                confirmation, number, printer
            from enrolments
            """;

    private EnrolmentTable() {}

    /** Keeps a new one under its code's hash; forgets those that ended long ago without a device. */
    static void add(Handle handle, Enrolment enrolment, String codeHash, Instant now) {
        handle.createUpdate("""
                        delete from enrolments
                        where event = :event and state <> 'CONFIRMED' and expires_at < :forgotten
                        """)
                .bind("event", enrolment.event().text())
                .bind("forgotten", now.minus(REMEMBERED).toEpochMilli())
                .execute();
        handle.createUpdate("""
                        insert into enrolments (id, event, device, kind, title, doors, code_hash, state, made_at,
                            expires_at, printer)
                        values (:id, :event, :device, :kind, :title, :doors, :hash, :state, :now, :expires, :printer)
                        """)
                .bind("id", enrolment.id().toString())
                .bind("event", enrolment.event().text())
                .bind("device", enrolment.device().text())
                .bind("kind", enrolment.kind().name())
                .bind("title", enrolment.title())
                .bind("doors", json(enrolment.doors()))
                .bind("hash", codeHash)
                .bind("state", enrolment.state().name())
                .bind("now", now.toEpochMilli())
                .bind("expires", enrolment.expires().toEpochMilli())
                .bind("printer", Optional.ofNullable(enrolment.printer()).map(PrinterName::text))
                .execute();
    }

    /** On which printer the device was to print when it was enrolled last. */
    static Optional<PrinterName> lastPrinter(Handle handle, EventId event, DeviceId device) {
        return handle.createQuery("""
                        select printer from enrolments
                        where event = :event and device = :device and state = 'CONFIRMED'
                        order by number desc limit 1
                        """)
                .bind("event", event.text())
                .bind("device", device.text())
                .map((row, context) -> Optional.ofNullable(row.getString("printer")))
                .findOne()
                .flatMap(printer -> printer)
                .map(PrinterName::new);
    }

    static Optional<Enrolment> find(Handle handle, UUID id) {
        return handle.createQuery(COLUMNS + " where id = :id")
                .bind("id", id.toString())
                .map((row, context) -> enrolment(row))
                .findOne();
    }

    static Optional<Enrolment> byCode(Handle handle, String codeHash) {
        return handle.createQuery(COLUMNS + " where code_hash = :hash")
                .bind("hash", codeHash)
                .map((row, context) -> enrolment(row))
                .findOne();
    }

    /** Codes that are open and devices that wait, in the order in which they will end. */
    static List<Enrolment> waiting(Handle handle, EventId event, Instant now) {
        return handle.createQuery(COLUMNS + """
                        where event = :event and state in ('OPEN', 'REDEEMED', 'PENDING') and expires_at > :now
                        order by expires_at, id
                        """)
                .bind("event", event.text())
                .bind("now", now.toEpochMilli())
                .map((row, context) -> enrolment(row))
                .list();
    }

    /** The device of this key waits for a person, until {@code expires}; the server has told its nonce. */
    static void redeem(Handle handle, UUID id, DevicePublicKey key, String commitment, String nonce, Instant expires) {
        handle.createUpdate("""
                        update enrolments set state = 'REDEEMED', public_key = :key, commitment = :commitment,
                            server_nonce = :nonce, expires_at = :expires
                        where id = :id and state = 'OPEN'
                        """)
                .bind("key", key.text())
                .bind("commitment", commitment)
                .bind("nonce", nonce)
                .bind("expires", expires.toEpochMilli())
                .bind("id", id.toString())
                .execute();
    }

    /** Both nonces are told: people can compare. */
    static void pend(Handle handle, UUID id, String confirmation) {
        handle.createUpdate("""
                        update enrolments set state = 'PENDING', confirmation = :confirmation
                        where id = :id and state = 'REDEEMED'
                        """)
                .bind("confirmation", confirmation)
                .bind("id", id.toString())
                .execute();
    }

    /** It became this enrolment of its device. */
    static void confirm(Handle handle, UUID id, long number) {
        handle.createUpdate("update enrolments set state = 'CONFIRMED', number = :number where id = :id")
                .bind("number", number)
                .bind("id", id.toString())
                .execute();
    }

    static void reject(Handle handle, UUID id) {
        handle.createUpdate("update enrolments set state = 'REJECTED' where id = :id and state <> 'CONFIRMED'")
                .bind("id", id.toString())
                .execute();
    }

    /** Whatever else is under way for the device: the newest code is the one that counts. */
    static void rejectOthers(Handle handle, EventId event, DeviceId device) {
        handle.createUpdate("""
                        update enrolments set state = 'REJECTED'
                        where event = :event and state in ('OPEN', 'REDEEMED', 'PENDING') and device = :device
                        """)
                .bind("event", event.text())
                .bind("device", device.text())
                .execute();
    }

    /** What the device is to sign next; the one before is good for nothing any more. */
    static void challenge(Handle handle, UUID id, Token nonce, Instant until) {
        handle.createUpdate("""
                        update enrolments set challenge_hash = :hash, challenge_until = :until where id = :id
                        """)
                .bind("hash", nonce.hash())
                .bind("until", until.toEpochMilli())
                .bind("id", id.toString())
                .execute();
    }

    /** Takes a challenge, once. @return whether it was the device's and still valid */
    static boolean takeChallenge(Handle handle, UUID id, Token nonce, Instant now) {
        return handle.createUpdate("""
                        update enrolments set challenge_hash = null
                        where id = :id and challenge_hash = :hash and challenge_until > :now
                        """)
                        .bind("id", id.toString())
                        .bind("hash", nonce.hash())
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0;
    }

    private static Enrolment enrolment(ResultSet row) throws SQLException {
        String key = row.getString("public_key");
        String printer = row.getString("printer");
        return new Enrolment(
                UUID.fromString(row.getString("id")),
                new EventId(row.getString("event")),
                new DeviceId(row.getString("device")),
                DeviceKind.valueOf(row.getString("kind")),
                row.getString("title"),
                doors(row.getString("doors")),
                State.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                key == null ? null : new DevicePublicKey(key),
                row.getString("commitment"),
                row.getString("server_nonce"),
                row.getString("confirmation"),
                row.getLong("number"),
                printer == null ? null : new PrinterName(printer));
    }

    private static String json(List<DoorId> doors) {
        try {
            return JSON.writeValueAsString(doors);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Doors cannot be written as JSON.", e);
        }
    }

    private static List<DoorId> doors(String json) {
        try {
            return JSON.readValue(json, DOORS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The doors of an enrolment in the database are none.", e);
        }
    }
}
