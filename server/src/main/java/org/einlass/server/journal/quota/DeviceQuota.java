package org.einlass.server.journal.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.einlass.contract.id.DeviceId;
import org.jspecify.annotations.Nullable;

/**
 * How much a device has reported, and how much it may.
 *
 * @param entries taken since the quota was last released
 * @param bytes of those
 * @param mostEntries how many it may report, from 1
 * @param mostBytes how many bytes, from 1
 * @param blockedAt since when the organiser takes nothing of it; absent where it is not blocked
 * @param waiting entries of the report that it was told last to wait with; 0 where none waits
 * @param waitingSince since when; absent where none waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceQuota(
        DeviceId device,
        long entries,
        long bytes,
        long mostEntries,
        long mostBytes,
        @Nullable Instant blockedAt,
        long waiting,
        @Nullable Instant waitingSince) {
    /** Twenty long days at the busiest door; nobody reaches it by honest work. */
    static final long USUAL_ENTRIES = 100_000;

    static final long USUAL_BYTES = 200_000_000;

    /** One that has reported nothing yet. */
    static DeviceQuota fresh(DeviceId device) {
        return new DeviceQuota(device, 0, 0, USUAL_ENTRIES, USUAL_BYTES, null, 0, null);
    }

    DeviceQuota waiting(long entries, Instant since) {
        return new DeviceQuota(device, this.entries, bytes, mostEntries, mostBytes, blockedAt, entries, since);
    }

    boolean isBlocked() {
        return blockedAt != null;
    }

    boolean hasRoomFor(long more) {
        return entries + more <= mostEntries && bytes < mostBytes;
    }
}
