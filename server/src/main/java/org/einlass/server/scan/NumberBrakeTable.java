package org.einlass.server.scan;

import java.time.Duration;
import java.time.Instant;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * How many more wrong pairs of booking number and family name are checked, in the table {@code booking_number_brakes}:
 * all servers on one database share it. Each wrong pair adds its time in the statement itself, so that none is lost
 * where two servers count at once. Kept as the moment at which all tokens are there again.
 */
final class NumberBrakeTable {
    /** A brake: so much time in all, of which each wrong pair takes some. */
    record Brake(Duration whole, Duration token) {
        /** 20 wrong pairs of a device, and then ten a minute. */
        static final Brake OF_DEVICE = new Brake(Duration.ofSeconds(120), Duration.ofSeconds(6));

        /** 100 wrong pairs of all devices of an event, and then one a second. */
        static final Brake OF_EVENT = new Brake(Duration.ofSeconds(100), Duration.ofSeconds(1));

        /** Servers' clocks differ: more than this is missing only where one of them was set back. */
        private Duration mostMissing() {
            return whole.multipliedBy(2);
        }
    }

    private static final String ALL_DEVICES = "";

    private NumberBrakeTable() {}

    /** Whether no wrong pair of the device is left. */
    static boolean holds(Handle handle, EventId event, DeviceId device, Instant now) {
        return holds(handle, event, device.text(), Brake.OF_DEVICE, now);
    }

    /** Whether no wrong pair of the event is left. */
    static boolean holdsAll(Handle handle, EventId event, Instant now) {
        return holds(handle, event, ALL_DEVICES, Brake.OF_EVENT, now);
    }

    private static boolean holds(Handle handle, EventId event, String device, Brake brake, Instant now) {
        long fullAt = DirectSql.first(
                        handle,
                        "select full_at from booking_number_brakes where event = ? and device = ?",
                        row -> row.getLong(1),
                        event.text(),
                        device)
                .orElse(0L);
        long missing = fullAt - now.toEpochMilli();
        return missing <= brake.mostMissing().toMillis()
                && missing > brake.whole().minus(brake.token()).toMillis();
    }

    /** A wrong pair: the device's brake and the event's lose a token each, in one order for all servers. */
    static void missed(Handle handle, EventId event, DeviceId device, Instant now) {
        missed(handle, event, ALL_DEVICES, Brake.OF_EVENT, now);
        missed(handle, event, device.text(), Brake.OF_DEVICE, now);
    }

    /**
     * Takes at most the whole. Where another server's clock is ahead, somewhat more is missing and none is left; where a
     * clock was set back, much more is missing and all tokens are there.
     */
    private static void missed(Handle handle, EventId event, String device, Brake brake, Instant now) {
        long millis = now.toEpochMilli();
        long token = brake.token().toMillis();
        long none = millis + brake.whole().toMillis();
        @Nullable
        Object[] values = {
            event.text(),
            device,
            millis + token,
            millis,
            none - token,
            token,
            none - token,
            millis + brake.mostMissing().toMillis(),
            none,
            millis + token
        };
        DirectSql.execute(handle, """
                insert into booking_number_brakes (event, device, full_at) values (?, ?, ?)
                on conflict (event, device) do update set full_at = case
                    when booking_number_brakes.full_at between ? and ? then booking_number_brakes.full_at + ?
                    when booking_number_brakes.full_at between ? and ? then ?
                    else ? end
                """, values);
    }
}
