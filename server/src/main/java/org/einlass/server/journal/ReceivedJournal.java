package org.einlass.server.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.ScanQuestion;

/**
 * A report of a device, understood as far as possible.
 *
 * @param revoked whether the sender holds a token that was withdrawn: its entries are kept in quarantine
 * @param released whether a person takes its entries out of quarantine: what the device may write no longer
 *     matters
 */
public record ReceivedJournal(EventId event, DeviceId device, boolean revoked, boolean released, JournalUpload upload) {

    /** What a device sends by itself. */
    static ReceivedJournal sent(EventId event, DeviceId device, boolean revoked, JournalUpload upload) {
        return new ReceivedJournal(event, device, revoked, false, upload);
    }

    /**
     * One entry that the server writes itself, for somebody who is no device; it stands in no epoch of a device.
     *
     * @param writer an id that no device has
     */
    public static ReceivedJournal ofServer(EventId event, DeviceId writer, JournalEntry entry) {
        JsonNode body = JournalJson.mapper().valueToTree(entry);
        return released(event, writer, new EpochId(entry.head().id().value()), body);
    }

    /** One entry that was kept in quarantine until now. */
    static ReceivedJournal released(EventId event, DeviceId device, EpochId epoch, JsonNode entry) {
        JournalUpload upload = new JournalUpload(epoch, null, 0, null, List.of(ReceivedEntry.of(0, entry)));
        return new ReceivedJournal(event, device, false, true, upload);
    }

    /**
     * The report that a question carries; empty where it is none, or holds more than a question may carry.
     */
    public static Optional<ReceivedJournal> carried(EventId event, DeviceId device, JsonNode report) {
        try {
            JournalUpload upload = JournalUpload.of(report);
            return upload.entries().size() > ScanQuestion.MOST_CARRIED
                    ? Optional.empty()
                    : Optional.of(sent(event, device, false, upload));
        } catch (UnreadableJournal unreadable) {
            return Optional.empty();
        }
    }
}
