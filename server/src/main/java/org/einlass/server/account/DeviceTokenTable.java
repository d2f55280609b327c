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
        /** Never heard of: the server was restored since, or it is long ago. */
        UNKNOWN
    }

    /** Keeps a new token in place of those of the same enrolment that nobody has used. */
    public static void issue(
            Handle handle,
            Token token,
            EventId event,
            DeviceId device,
            long enrolment,
            Instant now,
            Duration validFor) {
        handle.createUpdate("""
                        delete from device_tokens
                        where event = :event and device = :device
                            and (superseded_at < :forgotten or (enrolment = :enrolment and used_at is null))
                        """)
                .bind("event", event.text())
                .bind("device", device.text())
                .bind("enrolment", enrolment)
                .bind("forgotten", now.minus(REMEMBERED).toEpochMilli())
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
            return hasUsed(handle, event, device, enrolment) ? Known.SUPERSEDED : Known.UNKNOWN;
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
        return superseded.map(old -> old ? Known.SUPERSEDED : Known.CURRENT).orElse(Known.UNKNOWN);
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
                            and token_hash <> :hash and used_at is not null and superseded_at is null
                        """)
                .bind("now", now.toEpochMilli())
                .bind("event", event.text())
                .bind("device", device.text())
                .bind("enrolment", enrolment)
                .bind("hash", hash)
                .execute();
    }
}
