package org.einlass.server.rest.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.einlass.contract.id.EventId;
import org.einlass.reports.list.PrintedList;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.report.list.PrintedListService;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.problem.Languages;

/** {@code /events/{event}/lists}: the printed lists as tables for spreadsheets, for organisers and auditors. */
@Path("/events/{event}/lists")
@Dependent
public class ListTableResource {
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private PrintedListService lists;

    @Inject
    private AuditService audit;

    @Inject
    private BackgroundPool backgroundPool;

    /**
     * A list as CSV.
     *
     * @param day of the rooms or the desks' protocol
     * @param out whether only what is still out stands among what was handed out
     */
    @GET
    @Path("/{list}.csv")
    @Produces(CSV)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<InputStream> csv(
            @PathParam("event") EventId event,
            @PathParam("list") ListName list,
            @QueryParam("day") @DefaultValue("") String day,
            @QueryParam("out") @DefaultValue("false") boolean out,
            @Context HttpHeaders headers) {
        return file(event, list.text() + ".csv", lists::csv, list(event, list, day, out, headers));
    }

    /** The same as XLSX, with typed cells. */
    @GET
    @Path("/{list}.xlsx")
    @Produces(XLSX)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<InputStream> xlsx(
            @PathParam("event") EventId event,
            @PathParam("list") ListName list,
            @QueryParam("day") @DefaultValue("") String day,
            @QueryParam("out") @DefaultValue("false") boolean out,
            @Context HttpHeaders headers) {
        return file(event, list.text() + ".xlsx", lists::xlsx, list(event, list, day, out, headers));
    }

    private Supplier<PrintedList> list(EventId event, ListName list, String day, boolean out, HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return switch (list) {
            case EVACUATION -> () -> lists.evacuation(event, locale);
            case ROOMS -> {
                LocalDate wanted = PrintedListResource.day(day);
                yield () -> lists.rooms(event, wanted, locale);
            }
            case BADGES_TO_PULL -> () -> lists.badgesToPull(event, locale);
            case DESK_PROTOCOL -> {
                LocalDate wanted = PrintedListResource.day(day);
                yield () -> lists.deskProtocol(event, wanted, locale);
            }
            case ROLE_BADGES -> () -> lists.roleBadges(event, locale);
            case PRINTS -> () -> lists.prints(event, locale);
            case HAND_OUTS -> () -> lists.handOuts(event, out, locale);
        };
    }

    private CompletionStage<InputStream> file(
            EventId event, String name, Function<PrintedList, InputStream> format, Supplier<PrintedList> list) {
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.EXPORTED, event.text(), name);
            return format.apply(list.get());
        });
    }
}
