package org.einlass.server.load;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;

/**
 * What an answer costs that knows nothing: a question read from JSON, an answer of the usual size written as
 * JSON. Nobody is asked who they are, nothing is looked up and nothing is kept.
 */
@Path("/scans")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EchoResource {
    private static final BadgeOrder BADGE = new BadgeOrder(
            new RegistrationId(new UUID(1, 1)),
            new Attendee("", "Dr.", "Maximiliane", "von", "Hohenstein 0001", "", "Finanzministerium", "", "", ""),
            new CategoryId("attendee"),
            List.of(new ProgrammeId("egk")),
            "B10000000000000000000000000AA",
            false);

    @POST
    public ScanAnswer echo(ScanQuestion question) {
        return answer(question);
    }

    static ScanAnswer answer(ScanQuestion question) {
        return new ScanAnswer(
                question.id(),
                Verdict.ADMITTED,
                null,
                null,
                null,
                null,
                BADGE,
                question.time().wall());
    }
}
