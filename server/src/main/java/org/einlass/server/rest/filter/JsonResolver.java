package org.einlass.server.rest.filter;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.einlass.contract.enrolment.EnrolmentRequest;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.server.json.Json;

/**
 * Makes the interface read and write JSON as the whole server does. What devices send is read tolerantly,
 * since a newer one may say more; what organisers and scripts send is refused where it is not understood.
 */
@Provider
public class JsonResolver implements ContextResolver<ObjectMapper> {
    private static final ObjectMapper OF_DEVICES = Json.requests();
    private static final ObjectMapper OF_PEOPLE = Json.strictRequests();
    private static final Set<String> SAID_BY_DEVICES = Set.of(
            ScanQuestion.class.getPackageName(),
            JournalEntry.class.getPackageName(),
            EnrolmentRequest.class.getPackageName());

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return SAID_BY_DEVICES.contains(type.getPackageName()) ? OF_DEVICES : OF_PEOPLE;
    }
}
