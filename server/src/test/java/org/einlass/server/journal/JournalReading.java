package org.einlass.server.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** What becomes of the bytes of a device's report before anything is stored. */
public final class JournalReading {
    private JournalReading() {}

    /**
     * Whether they are a report, whose entries are each read or have a reason.
     *
     * @throws RuntimeException where they are refused otherwise than by name
     */
    public static boolean isReport(byte[] bytes) {
        JsonNode report;
        try {
            report = JournalJson.mapper().readTree(bytes);
        } catch (IOException noJson) {
            return false;
        }
        try {
            for (ReceivedEntry entry : JournalUpload.of(report).entries()) {
                if ((entry.entry() == null) == (entry.reason() == null)) {
                    throw new IllegalStateException("An entry is read or has a reason.");
                }
            }
            return true;
        } catch (UnreadableJournal named) {
            if (named.field().isEmpty() || named.remedy().isEmpty()) {
                throw new IllegalStateException("A report is refused with place and remedy.", named);
            }
            return false;
        }
    }
}
