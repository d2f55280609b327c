package org.einlass.server.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.ScanQuestion;

/**
 * A report of a device, understood as far as possible.
 *
 * @param revoked whether the sender holds a token that was withdrawn: its entries are kept in quarantine
 */
public record ReceivedJournal(EventId event, DeviceId device, boolean revoked, JournalUpload upload) {

    /** The report that a question carries; empty where it is none, or holds more than a question may carry. */
    public static Optional<ReceivedJournal> carried(EventId event, DeviceId device, JsonNode report) {
        try {
            JournalUpload upload = JournalUpload.of(report);
            return upload.entries().size() > ScanQuestion.MOST_CARRIED
                    ? Optional.empty()
                    : Optional.of(new ReceivedJournal(event, device, false, upload));
        } catch (UnreadableJournal unreadable) {
            return Optional.empty();
        }
    }
}
