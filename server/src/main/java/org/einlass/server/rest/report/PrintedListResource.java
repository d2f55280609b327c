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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.reports.list.PrintedList;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.report.list.AttendanceListRequest;
import org.einlass.server.report.list.PrintedListService;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.problem.Languages;
import org.jspecify.annotations.Nullable;

/**
 * {@code /events/{event}/lists}: lists of people and rooms. Desks print them; files for spreadsheets are for
 * organisers and auditors.
 */
@Path("/events/{event}/lists")
@Dependent
public class PrintedListResource {
    private static final String PDF = "application/pdf";
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private PrintedListService lists;

    @Inject
    private AuditService audit;

    @Inject
    private BackgroundPool backgroundPool;

    @GET
    @Path("/attendance.pdf")
    @Produces(PDF)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR, Role.Names.DESK})
    public CompletionStage<byte[]> attendancePdf(
            @PathParam("event") EventId event,
            @QueryParam("order") @DefaultValue("name") String order,
            @QueryParam("who") @DefaultValue("all") String who,
            @QueryParam("signature") @DefaultValue("false") boolean signature,
            @QueryParam("pages") @DefaultValue("false") boolean pages,
            @QueryParam("day") @DefaultValue("") String day,
            @Context HttpHeaders headers) {
        AttendanceListRequest request = request(order, who, signature, pages, day);
        Locale locale = language(headers);
        return file(event, "attendance-list.pdf", lists::pdf, () -> lists.attendance(event, request, locale));
    }

    @GET
    @Path("/attendance.csv")
    @Produces(CSV)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<InputStream> attendanceCsv(
            @PathParam("event") EventId event,
            @QueryParam("order") @DefaultValue("name") String order,
            @QueryParam("who") @DefaultValue("all") String who,
            @QueryParam("day") @DefaultValue("") String day,
            @Context HttpHeaders headers) {
        AttendanceListRequest request = request(order, who, false, false, day);
        Locale locale = language(headers);
        return file(event, "attendance-list.csv", lists::csv, () -> lists.attendance(event, request, locale));
    }

    @GET
    @Path("/attendance.xlsx")
    @Produces(XLSX)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<InputStream> attendanceXlsx(
            @PathParam("event") EventId event,
            @QueryParam("order") @DefaultValue("name") String order,
            @QueryParam("who") @DefaultValue("all") String who,
            @QueryParam("day") @DefaultValue("") String day,
            @Context HttpHeaders headers) {
        AttendanceListRequest request = request(order, who, false, false, day);
        Locale locale = language(headers);
        return file(event, "attendance-list.xlsx", lists::xlsx, () -> lists.attendance(event, request, locale));
    }

    /** Who may still be inside, with how far that can be trusted. */
    @GET
    @Path("/evacuation.pdf")
    @Produces(PDF)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR, Role.Names.DESK})
    public CompletionStage<byte[]> evacuation(@PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = language(headers);
        return file(event, "evacuation.pdf", lists::pdf, () -> lists.evacuation(event, locale));
    }

    /** A sheet to count rooms on. */
    @GET
    @Path("/rooms.pdf")
    @Produces(PDF)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR, Role.Names.DESK})
    public CompletionStage<byte[]> rooms(
            @PathParam("event") EventId event,
            @QueryParam("day") @DefaultValue("") String day,
            @Context HttpHeaders headers) {
        LocalDate counted = day(day);
        Locale locale = language(headers);
        return file(event, "rooms.pdf", lists::pdf, () -> lists.rooms(event, counted, locale));
    }

    /** Printed badges whose bearers no longer come. */
    @GET
    @Path("/badges-to-pull.pdf")
    @Produces(PDF)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR, Role.Names.DESK})
    public CompletionStage<byte[]> badgesToPull(@PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = language(headers);
        return file(event, "badges-to-pull.pdf", lists::pdf, () -> lists.badgesToPull(event, locale));
    }

    /** Badges of those who work at the event, by function, with counts. */
    @GET
    @Path("/role-badges.pdf")
    @Produces(PDF)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR, Role.Names.DESK})
    public CompletionStage<byte[]> roleBadges(@PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = language(headers);
        return file(event, "role-badges.pdf", lists::pdf, () -> lists.roleBadges(event, locale));
    }

    /** How many badges each printer printed, and why. */
    @GET
    @Path("/prints.pdf")
    @Produces(PDF)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR, Role.Names.DESK})
    public CompletionStage<byte[]> prints(@PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = language(headers);
        return file(event, "prints.pdf", lists::pdf, () -> lists.prints(event, locale));
    }

    /** What the hand-out points gave, and what of it is still out. */
    @GET
    @Path("/hand-outs.pdf")
    @Produces(PDF)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR, Role.Names.DESK})
    public CompletionStage<byte[]> handOuts(
            @PathParam("event") EventId event,
            @QueryParam("out") @DefaultValue("false") boolean out,
            @Context HttpHeaders headers) {
        Locale locale = language(headers);
        return file(event, "hand-outs.pdf", lists::pdf, () -> lists.handOuts(event, out, locale));
    }

    /** What staff did on a day, what they clarified, and what is still to be clarified. */
    @GET
    @Path("/desk-protocol.pdf")
    @Produces(PDF)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR, Role.Names.DESK})
    public CompletionStage<byte[]> deskProtocol(
            @PathParam("event") EventId event,
            @QueryParam("day") @DefaultValue("") String day,
            @Context HttpHeaders headers) {
        LocalDate wanted = day(day);
        Locale locale = language(headers);
        return file(event, "desk-protocol.pdf", lists::pdf, () -> lists.deskProtocol(event, wanted, locale));
    }

    private <T> CompletionStage<T> file(
            EventId event, String name, Function<PrintedList, T> format, Supplier<PrintedList> list) {
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.EXPORTED, event.text(), name);
            return format.apply(list.get());
        });
    }

    private static Locale language(HttpHeaders headers) {
        return Languages.of(headers.getAcceptableLanguages());
    }

    private static AttendanceListRequest request(
            String order, String who, boolean signature, boolean pages, String day) {
        return new AttendanceListRequest(
                one(AttendanceListRequest.Order.values(), order, "order"),
                one(AttendanceListRequest.Who.values(), who, "who"),
                signature,
                pages,
                day(day));
    }

    private static <E extends Enum<E>> E one(E[] values, String text, String field) {
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> {
                    String known = Arrays.stream(values)
                            .map(value -> value.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
                    return Rejected.badValue(
                            new Wording("Diesen Wert gibt es hier nicht.", "There is no such value here."),
                            new Wording("Möglich sind: " + known + ".", "Possible are: " + known + "."),
                            field);
                });
    }

    static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Rejected.badValue(
                    new Wording("Das ist kein Datum.", "This is no date."),
                    new Wording("Bitte so schreiben: 2025-09-16.", "Write it like this: 2025-09-16."),
                    "day");
        }
    }
}
