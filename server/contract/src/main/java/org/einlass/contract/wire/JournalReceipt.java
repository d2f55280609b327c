package org.einlass.contract.wire;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of each entry of a report, in the report's order. An entry with a fate is the server's from
 * then on; the device keeps its own copy until the event is closed.
 */
public record JournalReceipt(List<EntryReceipt> entries, Instant receivedAt) {

    public JournalReceipt {
        entries = List.copyOf(entries);
    }

    /**
     * The fate of one entry.
     *
     * @param index place of the entry in the report, from 0
     * @param reason of a quarantine, for people
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EntryReceipt(
            int index, Fate fate, @Nullable String reason) {}

    /** What became of a reported entry. */
    public enum Fate {
        ACCEPTED,
        /** Reported before, with the same content. */
        KNOWN,
        /** Kept, but not understood or at odds with an earlier entry of the same id; a person looks at it. */
        QUARANTINED,
        /** A fate of a newer server; the entry is the server's. */
        @JsonEnumDefaultValue
        UNRECOGNISED
    }
}
