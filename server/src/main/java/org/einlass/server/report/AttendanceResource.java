package org.einlass.server.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.reports.statistics.Attendance;
import org.einlass.reports.statistics.AttendanceCsv;
import org.einlass.server.account.Role;
import org.einlass.server.database.Store;
import org.einlass.server.programme.EventDocument;
import org.einlass.server.programme.Events;
import org.einlass.server.rest.Languages;
import org.einlass.server.rest.LongWork;
import org.einlass.server.rest.ProblemException;
import org.einlass.server.rest.ProblemKind;
import org.einlass.server.statistics.Census;
import org.einlass.server.statistics.Turnouts;
import org.jdbi.v3.core.Handle;

/** {@code /events/{event}/reports}: who came, counted from outcomes at this moment. */
@Path("/events/{event}/reports")
@Dependent
public class AttendanceResource {
    private static final String CSV = "text/csv;charset=UTF-8";

    @Inject
    private Store store;

    @Inject
    private Presses presses;

    @Inject
    private Clock clock;

    @Inject
    private LongWork longWork;

    @GET
    @Path("/attendance.pdf")
    @Produces("application/pdf")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<byte[]> pdf(@PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return longWork.run(
                () -> presses.attendance().pages(attendance(event, locale)).pdf());
    }

    @GET
    @Path("/attendance.csv")
    @Produces(CSV)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<byte[]> csv(@PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return longWork.run(() -> AttendanceCsv.of(attendance(event, locale)));
    }

    private Attendance attendance(EventId event, Locale locale) {
        return store.read(handle -> count(handle, event, locale));
    }

    private Attendance count(Handle handle, EventId event, Locale locale) {
        EventDocument document =
                Events.document(handle, event).orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_EVENT));
        return Census.of(
                document, Turnouts.guests(handle, event), Turnouts.facts(handle, event), locale, clock.instant());
    }
}
