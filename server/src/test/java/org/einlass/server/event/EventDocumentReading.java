package org.einlass.server.event;

import java.io.IOException;
import org.einlass.server.json.Json;
import org.einlass.server.rejection.Rejected;

/** What becomes of the bytes of an event document before anything is stored. */
public final class EventDocumentReading {
    private EventDocumentReading() {}

    /** Whether they are an event. @throws RuntimeException where they are refused otherwise than by name */
    public static boolean isEvent(byte[] bytes) {
        try {
            EventDocument document = Json.strictRequests().readValue(bytes, EventDocument.class);
            if (document == null) {
                return false;
            }
            EventValidation.check(document);
            return true;
        } catch (IOException | Rejected refused) {
            return false;
        }
    }
}
