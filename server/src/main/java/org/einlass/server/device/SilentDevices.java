package org.einlass.server.device;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Devices of live events that were heard of and are not any more. */
public final class SilentDevices {
    private SilentDevices() {}

    /**
     * How many there are in all events.
     *
     * @param from whoever was last heard of before was switched off, or taken home
     * @param until whoever was heard of since is not silent
     */
    public static long count(Handle handle, Instant from, Instant until) {
        return handle.createQuery("""
                        select count(*) from devices d join events e on e.id = d.event
                        where e.phase = 'LIVE' and d.revoked_at is null and d.seen_at >= :from and d.seen_at < :until
                        """)
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }
}
