package org.einlass.server.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.DeviceTrust;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.Problem;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.server.account.Role;
import org.einlass.server.journal.JournalService;
import org.einlass.server.journal.quota.DeviceQuotaService;
import org.einlass.server.json.Json;
import org.einlass.server.rest.filter.AllowedWhenRevoked;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;
import org.einlass.server.rest.problem.RequestBody;
import org.einlass.server.scan.ScanService;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/scans} and {@code /journal}: devices ask, and report what they showed. */
@Path("/events/{event}")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ScanResource {
    /** A person has to look at it; until then the device keeps its entries. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    private ScanService scanService;

    @Inject
    private JournalService journalService;

    @Inject
    private DeviceQuotaService quotas;

    @Inject
    private Caller caller;

    /**
     * Asks about a scan, a {@code ScanQuestion}. The same question gets the same answer for ever. Entries
     * that it carries are read by themselves, so that one that nobody understands holds up no guest; those of
     * a device over its quota are left to be reported.
     */
    @POST
    @Path("/scans")
    @RolesAllowed({Role.Names.KIOSK, Role.Names.DESK, Role.Names.DOOR})
    public CompletionStage<ScanAnswer> ask(@PathParam("event") EventId event, @Nullable JsonNode body)
            throws JsonProcessingException {
        JsonNode whole = RequestBody.present(body);
        JsonNode journal = whole instanceof ObjectNode fields ? fields.remove("journal") : null;
        DeviceId device = caller.device();
        DeviceQuotaService.Verdict verdict = quotas.verdict(event, device, journal == null ? 0 : entries(journal));
        if (verdict == DeviceQuotaService.Verdict.BLOCKED) {
            throw blocked(event, device);
        }
        ScanQuestion question = RequestBody.present(Json.read(whole, ScanQuestion.class));
        require(question.id(), "id");
        require(question.door(), "door");
        require(question.code(), "code");
        require(question.time(), "time");
        require(question.time().wall(), "time.wall");
        require(question.time().boot(), "time.boot");
        require(question.time().monotonic(), "time.monotonic");
        caller.checkDoor(question.door());
        boolean taken = verdict == DeviceQuotaService.Verdict.TAKEN;
        return scanService.ask(event, device, question, taken ? journal : null);
    }

    /** Reports journal entries, in any order and as often as the device likes; each gets its own fate. */
    @POST
    @Path("/journal")
    @AllowedWhenRevoked(whenPending = false)
    @RolesAllowed({Role.Names.KIOSK, Role.Names.DESK, Role.Names.DOOR})
    public CompletionStage<JournalReceipt> report(@PathParam("event") EventId event, @Nullable JsonNode body) {
        boolean revoked = caller.signedIn().standing() == DeviceTrust.REVOKED;
        JsonNode report = RequestBody.present(body);
        DeviceId device = caller.device();
        return switch (quotas.verdict(event, device, entries(report))) {
            case TAKEN -> journalService.report(event, device, revoked, report);
            case WAITS -> throw ProblemException.of(ProblemKind.OVER_QUOTA).again(PATIENCE);
            case BLOCKED -> throw blocked(event, device);
        };
    }

    /** As many as its quota is asked about: also a report without entries leaves something behind. */
    private static int entries(JsonNode report) {
        return Math.max(1, report.path("entries").size());
    }

    private static ProblemException blocked(EventId event, DeviceId device) {
        return ProblemException.of(ProblemKind.DEVICE_BLOCKED)
                .about(Problem.device(event, device))
                .again(PATIENCE);
    }

    private static void require(@Nullable Object part, String place) {
        if (part == null) {
            throw ProblemException.of(ProblemKind.BAD_VALUE)
                    .saying(
                            new Wording("Hier fehlt etwas.", "Something is missing here."),
                            ProblemKind.BAD_VALUE.remedy())
                    .at(place);
        }
    }
}
