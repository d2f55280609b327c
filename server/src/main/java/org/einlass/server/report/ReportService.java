package org.einlass.server.report;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.einlass.contract.Wording;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.reports.statistics.Attendance;
import org.einlass.reports.statistics.AttendanceCsv;
import org.einlass.reports.ticket.Ticket;
import org.einlass.reports.ticket.TicketSize;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.einlass.server.statistics.AttendanceFacts;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Makes tickets and reports as files. Each call takes its time: not for the threads that answer guests. */
public final class ReportService {
    private static final int MOST_KEPT = 100;

    private final Store store;
    private final CodeTable codeTable;
    private final Renderers renderers;
    private final Clock clock;
    private final Map<Key, RecentAttendance> recent = new ConcurrentHashMap<>();

    private record Key(EventId event, Locale locale) {}

    public ReportService(Store store, CodeTable codeTable, Renderers renderers, Clock clock) {
        this.store = store;
        this.codeTable = codeTable;
        this.renderers = renderers;
        this.clock = clock;
    }

    /**
     * Who came, counted from outcomes at this moment, as a PDF.
     *
     * @param earlier an event with whose arrivals these are compared; absent for nothing
     * @throws UnknownEventOrDoor where there is no such event
     */
    public byte[] attendancePdf(EventId event, @Nullable EventId earlier, Locale locale) {
        return renderers.attendance().pages(attendance(event, earlier, locale)).pdf();
    }

    /** The same as a table for spreadsheets. @throws UnknownEventOrDoor where there is no such event */
    public byte[] attendanceCsv(EventId event, @Nullable EventId earlier, Locale locale) {
        return AttendanceCsv.of(attendance(event, earlier, locale));
    }

    /** The same as a workbook. @throws UnknownEventOrDoor where there is no such event */
    public byte[] attendanceXlsx(EventId event, @Nullable EventId earlier, Locale locale) {
        return AttendanceXlsx.of(attendance(event, earlier, locale));
    }

    /** The same as figures. @throws UnknownEventOrDoor where there is no such event */
    public Attendance attendance(EventId event, Locale locale) {
        return attendance(event, null, locale);
    }

    /**
     * The same as figures, beside the arrivals of an earlier event.
     *
     * @param earlier with which the arrivals are compared; absent for nothing
     * @throws UnknownEventOrDoor where there is no such event
     */
    public Attendance attendance(EventId event, @Nullable EventId earlier, Locale locale) {
        Attendance counted = count(event, locale);
        return earlier == null ? counted : counted.comparedWith(count(earlier, locale));
    }

    /**
     * The same for pages, which ask again and again: in a large event it may have been counted some seconds ago.
     *
     * @throws UnknownEventOrDoor where there is no such event
     */
    public Attendance recentAttendance(EventId event, @Nullable EventId earlier, Locale locale) {
        if (recent.size() > MOST_KEPT) {
            recent.clear();
        }
        Attendance counted = recent(event, locale);
        return earlier == null ? counted : counted.comparedWith(recent(earlier, locale));
    }

    private Attendance recent(EventId event, Locale locale) {
        return recent.computeIfAbsent(
                        new Key(event, locale), key -> RecentAttendance.whole(store, key.event(), key.locale(), clock))
                .count()
                .attendance();
    }

    /** Counted after the connection was given back. */
    private Attendance count(EventId event, Locale locale) {
        return store.read(handle -> AttendanceFacts.of(handle, event)).counted(locale, clock.instant());
    }

    /**
     * The ticket with the registration's newest valid ticket code, as a PDF.
     *
     * @throws Rejected where there is no such event or registration, or where it gives no right to enter
     */
    public byte[] ticket(EventId event, RegistrationId registration, TicketSize size, Locale locale) {
        Ticket ticket = store.read(handle -> ticket(handle, event, registration, locale));
        return renderers.tickets().set(ticket, size).pdf();
    }

    private Ticket ticket(Handle handle, EventId event, RegistrationId id, Locale locale) {
        EventDocument document = document(handle, event);
        Registration registration =
                RegistrationTable.find(handle, event, id).orElseThrow(ReportService::unknownRegistration);
        refuseWhereNobodyMayEnter(registration.particulars().status());
        return codeTable
                .newest(handle, event, id, CodeKind.TICKET)
                .map(code -> TicketWords.of(event, document, registration, code, locale))
                .orElseThrow(ReportService::unknownRegistration);
    }

    /** A ticket is for those who may come; a page that looks like one would be shown at the door. */
    private static void refuseWhereNobodyMayEnter(RegistrationStatus status) {
        if (status == RegistrationStatus.CONFIRMED) {
            return;
        }
        Wording sentence = switch (status) {
            case CANCELLED -> new Wording("Diese Anmeldung ist storniert.", "This registration is cancelled.");
            case WAITLISTED ->
                new Wording("Diese Anmeldung steht auf der Warteliste.", "This registration is on the waiting list.");
            case BLOCKED -> new Wording("Diese Anmeldung ist gesperrt.", "This registration is blocked.");
            case REPRESENTED ->
                new Wording("Für diese Anmeldung kommt jemand anders.", "Somebody else comes for this registration.");
            case CONFIRMED -> throw new IllegalArgumentException("A confirmed registration has a ticket.");
        };
        throw Rejected.because(RejectionReason.CONFLICT)
                .saying(
                        sentence,
                        new Wording(
                                "Ein Ticket gibt es nur für bestätigte Anmeldungen.",
                                "Only confirmed registrations have a ticket."));
    }

    private static EventDocument document(Handle handle, EventId event) {
        return EventTable.document(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
    }

    private static Rejected unknownRegistration() {
        return Rejected.because(RejectionReason.UNKNOWN_REGISTRATION);
    }
}
