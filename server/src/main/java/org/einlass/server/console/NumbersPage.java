package org.einlass.server.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.einlass.reports.statistics.Attendance;
import org.einlass.reports.statistics.AttendanceRow;
import org.einlass.reports.statistics.QuarterHour;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.report.ReportService;
import org.jspecify.annotations.Nullable;

/** The page of an event's figures: who came, counted from outcomes at this moment. */
@Named
@RequestScoped
public class NumbersPage {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("d.M. HH:mm");

    @Inject
    private ReportService reports;

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

    public Attendance getAttendance() {
        Attendance counted = attendance;
        if (counted == null) {
            counted = reports.attendance(current.id(), reader.getLocale());
            attendance = counted;
        }
        return counted;
    }

    public ArrivalColumns getChart() {
        return new ArrivalColumns(getAttendance().arrivals());
    }

    /** Who came by category, sector and programme, each under its heading. */
    public List<Map.Entry<String, List<AttendanceRow>>> getTables() {
        return List.of(
                Map.entry(reader.say("numbers.categories"), getAttendance().byCategory()),
                Map.entry(reader.say("numbers.sectors"), getAttendance().bySector()),
                Map.entry(reader.say("field.programmes"), getAttendance().byProgramme()));
    }

    /** The busiest quarter of an hour in words; empty where nobody has come. */
    public String getPeak() {
        return getAttendance().arrivals().stream()
                .max(Comparator.comparingLong(QuarterHour::arrivals))
                .filter(peak -> peak.arrivals() > 0)
                .map(peak -> reader.say(
                        "numbers.peak",
                        number(peak.arrivals()),
                        CLOCK.format(peak.start()),
                        CLOCK.format(peak.start().plusMinutes(15))))
                .orElse("");
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(reader.getLocale()).format(number);
    }

    public String getCountedAt() {
        return reader.moment(getAttendance().generatedAt(), current.zone());
    }

    public void pdf() {
        messages.done(() -> {
            noteExport("attendance.pdf");
            files.send(reports.attendancePdf(current.id(), reader.getLocale()), "application/pdf", "attendance.pdf");
        });
    }

    public void csv() {
        messages.done(() -> {
            noteExport("attendance.csv");
            files.send(
                    reports.attendanceCsv(current.id(), reader.getLocale()),
                    "text/csv;charset=UTF-8",
                    "attendance.csv");
        });
    }

    private void noteExport(String file) {
        audit.reads(AuditAction.EXPORTED, current.id().text(), file);
    }
}
