package org.einlass.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * A device reports entries of its journal: any entries, in any order, as often as it likes.
 *
 * @param predecessor the epoch before this one; absent at the device's first start
 * @param highWater the highest sequence number that this epoch has reached on the device
 * @param sent the device's time when it sent this report; the contact by which the server corrects the times
 *     of a whole boot
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JournalReport(
        EpochId epoch,
        @Nullable EpochId predecessor,
        long highWater,
        List<JournalEntry> entries,
        @Nullable DeviceTime sent) {

    /** The most entries that one report may hold. */
    public static final int MOST_ENTRIES = 500;

    public JournalReport {
        entries = List.copyOf(entries);
    }

    /** A report that does not say when it was sent. */
    public JournalReport(EpochId epoch, @Nullable EpochId predecessor, long highWater, List<JournalEntry> entries) {
        this(epoch, predecessor, highWater, entries, null);
    }
}
