package org.einlass.server.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.wire.JournalReport;
import org.jspecify.annotations.Nullable;

/**
 * A report as it came: its frame understood, its entries each for itself, so that one that nobody understands
 * holds up no other.
 */
public record JournalUpload(
        EpochId epoch,
        @Nullable EpochId predecessor,
        long highWater,
        @Nullable DeviceTime sent,
        List<ReceivedEntry> entries) {

    public JournalUpload {
        entries = List.copyOf(entries);
    }

    public static JournalUpload of(JsonNode report) {
        JsonNode entries = report.path("entries");
        if (!entries.isArray()) {
            throw new UnreadableJournal(
                    "entries", "The report has no list of entries.", "Send the entries as a JSON array.");
        }
        if (entries.size() > JournalReport.MOST_ENTRIES) {
            throw new UnreadableJournal(
                    "entries",
                    "The report holds more than " + JournalReport.MOST_ENTRIES + " entries.",
                    "Send them in several reports.");
        }
        List<ReceivedEntry> reported = new ArrayList<>(entries.size());
        for (JsonNode entry : entries) {
            reported.add(ReceivedEntry.of(reported.size(), entry));
        }
        EpochId epoch = epoch(report, "epoch");
        if (epoch == null) {
            throw new UnreadableJournal("epoch", "The report names no epoch.", "Send the epoch's UUID.");
        }
        return new JournalUpload(epoch, epoch(report, "predecessor"), highWater(report), sent(report), reported);
    }

    /** The same report in parts of at most {@code most} entries, in order; one part where it has none. */
    List<JournalUpload> parts(int most) {
        if (entries.size() <= most) {
            return List.of(this);
        }
        List<JournalUpload> parts = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += most) {
            List<ReceivedEntry> some = entries.subList(from, Math.min(from + most, entries.size()));
            parts.add(new JournalUpload(epoch, predecessor, highWater, sent, some));
        }
        return parts;
    }

    private static long highWater(JsonNode report) {
        JsonNode number = report.path("highWater");
        if (number.isMissingNode() || number.isNull()) {
            return 0;
        }
        if (!number.canConvertToLong() || number.asLong() < 0 || number.asLong() > EntryBounds.MOST_ENTRIES) {
            throw new UnreadableJournal(
                    "highWater",
                    "The report's highWater is out of bounds.",
                    "Send the highest number of an entry of this epoch.");
        }
        return number.asLong();
    }

    private static @Nullable EpochId epoch(JsonNode report, String field) {
        JsonNode text = report.path(field);
        if (text.isMissingNode() || text.isNull()) {
            return null;
        }
        try {
            return new EpochId(UUID.fromString(text.asText()));
        } catch (IllegalArgumentException e) {
            throw new UnreadableJournal(field, "The report's " + field + " is no UUID.", "Send the epoch's UUID.");
        }
    }

    /** A time that cannot be read corrects nothing; it stops no entry. */
    private static @Nullable DeviceTime sent(JsonNode report) {
        try {
            DeviceTime sent = JournalJson.incoming().treeToValue(report.path("sent"), DeviceTime.class);
            boolean whole = sent != null && sent.wall() != null && sent.boot() != null && sent.monotonic() != null;
            return whole ? sent : null;
        } catch (JsonProcessingException | RuntimeException e) {
            return null;
        }
    }
}
