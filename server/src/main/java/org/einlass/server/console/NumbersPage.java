package org.einlass.server.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.einlass.contract.id.EventId;
import org.einlass.reports.list.PrintedList;
import org.einlass.reports.statistics.Attendance;
import org.einlass.reports.statistics.AttendanceReport;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.console.live.EarlierEvents;
import org.einlass.server.console.numbers.NumbersDay;
import org.einlass.server.console.numbers.NumbersTable;
import org.einlass.server.event.EventSummary;
import org.einlass.server.report.RawDataExport;
import org.einlass.server.report.ReportService;
import org.einlass.server.report.list.AttendanceListRequest;
import org.einlass.server.report.list.AttendanceListRequest.Order;
import org.einlass.server.report.list.AttendanceListRequest.Who;
import org.einlass.server.report.list.PrintedListService;
import org.jspecify.annotations.Nullable;

/** The page of an event's figures: who came, counted from outcomes at the moment that it names. */
@Named
@RequestScoped
public class NumbersPage {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MOST_ROWS = 20;

    @Inject
    private ReportService reports;

    @Inject
    private PrintedListService lists;

    @Inject
    private RawDataExport rawData;

    @Inject
    private Clock clock;

    @Inject
    private EarlierEvents earlierEvents;

    @Inject
    private CurrentEvent current;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    @Inject
    private AuditService audit;

    @Inject
    private PageFiles files;

    private @Nullable Attendance attendance;
    private String earlier = "";
    private ListFormat format = ListFormat.PDF;

    /** As what a list is given. */
    public enum ListFormat {
        PDF,
        XLSX,
        CSV
    }

    public ListFormat[] getFormats() {
        return ListFormat.values();
    }

    public ListFormat getFormat() {
        return format;
    }

    public void setFormat(ListFormat format) {
        this.format = format;
    }

    public Attendance getAttendance() {
        Attendance counted = attendance;
        if (counted == null) {
            counted = reports.recentAttendance(current.id(), earlierEvent(), reader.getLocale());
            attendance = counted;
        }
        return counted;
    }

    /** Id of the event with whose arrivals these are compared; empty for none. */
    public String getEarlier() {
        return earlier;
    }

    public void setEarlier(@Nullable String earlier) {
        this.earlier = Objects.requireNonNullElse(earlier, "");
    }

    /** The earlier events of this server whose numbers the reader may read. */
    public List<EventSummary> getEarlierEvents() {
        return earlierEvents.of(current.id());
    }

    /** Only what the list offers is read: a typed id of another's event is none of them. */
    private @Nullable EventId earlierEvent() {
        return earlierEvents.chosen(current.id(), earlier);
    }

    /** Shows the page again, with what was chosen. */
    public void compare() {
        attendance = null;
    }

    /** The curve of each day. */
    public List<NumbersDay> getDays() {
        long most = getAttendance().busiestQuarter();
        return getAttendance().comparedDays().stream()
                .map(day -> NumbersDay.of(day, most, reader.getLocale()))
                .toList();
    }

    /** Who came, split in every way; long tables end with a row for all others. */
    public List<NumbersTable> getTables() {
        return getAttendance().tables().stream()
                .map(table -> NumbersTable.of(table.first(MOST_ROWS, reader.getLocale()), reader.getLocale()))
                .toList();
    }

    public String getDefinition() {
        return AttendanceReport.DEFINITION.in(reader.getLocale());
    }

    public String number(long number) {
        return NumbersTable.number(number, reader.getLocale());
    }

    public String getCountedAt() {
        return reader.moment(getAttendance().generatedAt(), current.zone());
    }

    public void pdf() {
        messages.done(() -> {
            noteExport("attendance.pdf");
            files.send(
                    reports.attendancePdf(current.id(), earlierEvent(), reader.getLocale()),
                    "application/pdf",
                    "attendance.pdf");
        });
    }

    public void csv() {
        messages.done(() -> {
            noteExport("attendance.csv");
            files.send(
                    reports.attendanceCsv(current.id(), earlierEvent(), reader.getLocale()),
                    "text/csv;charset=UTF-8",
                    "attendance.csv");
        });
    }

    public void xlsx() {
        messages.done(() -> {
            noteExport("attendance.xlsx");
            files.send(
                    reports.attendanceXlsx(current.id(), earlierEvent(), reader.getLocale()), XLSX, "attendance.xlsx");
        });
    }

    /** The report and everything it is counted from, for people who recompute it. */
    public void raw() {
        messages.done(() -> {
            noteExport("raw.zip");
            files.send(rawData.all(current.id(), reader.getLocale(), clock.instant()), "application/zip", "raw.zip");
        });
    }

    /** Who came and who did not, by name. */
    public void list() {
        AttendanceListRequest request = new AttendanceListRequest(Order.NAME, Who.ALL, false, false, null);
        print("attendance-list", () -> lists.attendance(current.id(), request, reader.getLocale()));
    }

    /** Who came and who did not, a page for each organisation, with a column to sign in. */
    public void organisations() {
        AttendanceListRequest request = new AttendanceListRequest(Order.ORGANISATION, Who.ALL, true, true, null);
        print("organisations", () -> lists.attendance(current.id(), request, reader.getLocale()));
    }

    /** Who may still be inside. */
    public void evacuation() {
        print("evacuation", () -> lists.evacuation(current.id(), reader.getLocale()));
    }

    /** A sheet to count rooms on. */
    public void rooms() {
        print("rooms", () -> lists.rooms(current.id(), null, reader.getLocale()));
    }

    /** Printed badges whose bearers no longer come. */
    public void badgesToPull() {
        print("badges-to-pull", () -> lists.badgesToPull(current.id(), reader.getLocale()));
    }

    /** How many badges each printer printed, and why. */
    public void prints() {
        print("prints", () -> lists.prints(current.id(), reader.getLocale()));
    }

    /** What the desks did today. */
    public void deskProtocol() {
        print("desk-protocol", () -> lists.deskProtocol(current.id(), null, reader.getLocale()));
    }

    private void print(String name, Supplier<PrintedList> list) {
        messages.done(() -> {
            String file = name + "." + format.name().toLowerCase(Locale.ROOT);
            noteExport(file);
            PrintedList made = list.get();
            switch (format) {
                case PDF -> files.send(lists.pdf(made), "application/pdf", file);
                case XLSX -> files.send(lists.xlsx(made), XLSX, file);
                case CSV -> files.send(lists.csv(made), "text/csv;charset=UTF-8", file);
            }
        });
    }

    private void noteExport(String file) {
        audit.reads(AuditAction.EXPORTED, current.id().text(), file);
    }
}
