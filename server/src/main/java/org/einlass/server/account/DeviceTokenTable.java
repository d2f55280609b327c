package org.einlass.server.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Short-lived tokens of devices that prove a key, by their hashes, on the caller's handle. */
public final class DeviceTokenTable {
    /** How long a token that was superseded still tells a copied disk. */
    private static final Duration REMEMBERED = Duration.ofDays(60);

    private DeviceTokenTable() {}

    /** What the table knows of a token that a device says it was given last. */
    public enum Known {
        /** The one in use, or one that was never used. */
        CURRENT,
        /** A later one is in use. */
        SUPERSEDED,
        /** Never heard of, and none is in use: the first one, or the server was restored since. */
        UNKNOWN
    }

    /**
     * Keeps a new token. Earlier ones that nobody has used stay known, so that a device is not taken for a copy
     * of itself where an answer was lost.
     *
     * @param last what the device was given last, which stays however old it is
     */
    public static void issue(
            Handle handle,
            Token token,
            @Nullable Token last,
            EventId event,
            DeviceId device,
            long enrolment,
            Instant now,
            Duration validFor) {
        handle.createUpdate("""
                        delete from device_tokens
                        where event = :event and device = :device
                            and (superseded_at < :forgotten or (used_at is null and issued_at < :forgotten
                                and token_hash <> :last))
                        """)
                .bind("event", event.text())
                .bind("device", device.text())
                .bind("forgotten", now.minus(REMEMBERED).toEpochMilli())
                .bind("last", last == null ? "" : last.hash())
                .execute();
        handle.createUpdate("""
                        insert into device_tokens (token_hash, event, device, enrolment, issued_at, expires_at)
                        values (:hash, :event, :device, :enrolment, :now, :expires)
                        """)
                .bind("hash", token.hash())
                .bind("event", event.text())
                .bind("device", device.text())
                .bind("enrolment", enrolment)
                .bind("now", now.toEpochMilli())
                .bind("expires", now.plus(validFor).toEpochMilli())
                .execute();
    }

    /**
     * What is known of the token that a device says it was given last.
     *
     * @param last null where it says that it was never given one
     */
    public static Known known(Handle handle, @Nullable Token last, EventId event, DeviceId device, long enrolment) {
        if (last == null) {
            return unknown(handle, event, device, enrolment);
        }
        Optional<Boolean> superseded = handle.createQuery("""
                        select superseded_at is not null from device_tokens
                        where token_hash = :hash and event = :event and device = :device and enrolment = :enrolment
                        """)
                .bind("hash", last.hash())
                .bind("event", event.text())
                .bind("device", device.text())
                .bind("enrolment", enrolment)
                .map((row, context) -> row.getBoolean(1))
                .findOne();
        return superseded
                .map(old -> old ? Known.SUPERSEDED : Known.CURRENT)
                .orElseGet(() -> unknown(handle, event, device, enrolment));
    }

    /** Whoever says a token that nobody was given is a copy, unless the server forgot what it gave. */
    private static Known unknown(Handle handle, EventId event, DeviceId device, long enrolment) {
        return hasUsed(handle, event, device, enrolment) ? Known.SUPERSEDED : Known.UNKNOWN;
    }

    private static boolean hasUsed(Handle handle, EventId event, DeviceId device, long enrolment) {
        return handle.createQuery("""
                        select count(*) from device_tokens
                        where event = :event and device = :device and enrolment = :enrolment and used_at is not null
                        """)
                        .bind("event", event.text())
                        .bind("device", device.text())
                        .bind("enrolment", enrolment)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** The server was restored: devices may hold tokens that it does not know, so none counts as used. */
    public static void forgetUse(Handle handle) {
        handle.createUpdate("update device_tokens set used_at = null").execute();
    }

    /** A token was used: the ones before it of the same enrolment are no longer valid. */
    static void use(Handle handle, String hash, EventId event, DeviceId device, long enrolment, Instant now) {
        int first = handle.createUpdate(
                        "update device_tokens set used_at = :now where token_hash = :hash and used_at is null")
                .bind("now", now.toEpochMilli())
                .bind("hash", hash)
                .execute();
        if (first == 0) {
            return;
        }
        handle.createUpdate("""
                        update device_tokens set superseded_at = :now
                        where event = :event and device = :device and enrolment = :enrolment
                            and token_hash <> :hash and superseded_at is null
                        """)
                .bind("now", now.toEpochMilli())
                .bind("event", event.text())
                .bind("device", device.text())
                .bind("enrolment", enrolment)
                .bind("hash", hash)
                .execute();
    }
}
