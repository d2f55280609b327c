package org.einlass.server.statistics;

import java.text.Collator;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.registration.Category;
import org.einlass.contract.registration.Sector;
import org.einlass.reports.statistics.AttendanceRow;
import org.einlass.reports.statistics.AttendanceTable;
import org.einlass.reports.statistics.Breakdown;
import org.einlass.server.event.EventDocument;

/** The visitors of an event, split in every way that is reported. */
final class AttendanceTables {
    private static final Wording NOT_STATED = new Wording("Ohne Angabe", "Not stated");
    private static final Wording NO_PROGRAMME = new Wording("Ohne Programm", "Without a programme");
    private static final Wording OTHER_DAYS = new Wording("An anderen Tagen", "On other days");
    private static final Wording PEOPLE = new Wording("Verschiedene Personen", "Different people");
    private static final Wording DESK = new Wording("Schalter, ohne Anmeldung", "Desk, without a registration");
    private static final Wording DAY = new Wording("EEEE, d. MMMM uuuu", "EEEE, d MMMM uuuu");

    private final EventDocument event;
    private final List<LocalDate> days;
    private final Locale locale;
    private final OrganisationSpellings spellings;
    private final List<CountedVisitor> visitors;
    private final AttendanceRow total;

    AttendanceTables(
            EventDocument event,
            List<LocalDate> days,
            Locale locale,
            OrganisationSpellings spellings,
            List<CountedVisitor> visitors,
            AttendanceRow total) {
        this.event = event;
        this.days = days;
        this.locale = locale;
        this.spellings = spellings;
        this.visitors = visitors;
        this.total = total;
    }

    /**
     * All tables in the order they are printed.
     *
     * @param notVisitors a row for each category that does not count
     * @param unknown who came and is nobody known
     */
    List<AttendanceTable> all(List<AttendanceRow> notVisitors, AttendanceRow unknown) {
        List<AttendanceTable> tables = new ArrayList<>();
        AttendanceTable byDay = byDay();
        if (byDay.rows().size() > 1) {
            tables.add(byDay);
        }
        if (!event.allProgrammes().isEmpty()) {
            tables.add(byProgramme());
            if (days.size() > 1) {
                days.forEach(day -> tables.add(byProgramme(day)));
            }
        }
        tables.add(byCategory(notVisitors, unknown));
        tables.add(bySector());
        tables.add(byState());
        OrganisationRows organisations = new OrganisationRows(visitors, spellings, total, locale);
        tables.add(organisations.table(Breakdown.ORGANISATION));
        tables.add(organisations.table(Breakdown.NO_SHOW));
        tables.add(byDoor());
        tables.add(byRecording());
        return tables;
    }

    /** The tables that the live page shows. */
    List<AttendanceTable> whileLive() {
        return event.allProgrammes().isEmpty()
                ? List.of(bySector(), byDoor())
                : List.of(byProgramme(), bySector(), byDoor());
    }

    private AttendanceTable byDay() {
        TableRows rows = new TableRows(Breakdown.DAY);
        days.forEach(day -> rows.with(day, words(day)));
        boolean twoOnly = days.size() == 2;
        for (CountedVisitor visitor : visitors) {
            boolean registered = false;
            for (LocalDate day : days) {
                registered |= visitor.isRegistered(day);
                rows.count(day, "", visitor.isRegistered(day), visitor.hasArrived(day));
            }
            boolean came = visitor.days().keySet().stream().anyMatch(day -> !days.contains(day));
            if (came || !registered) {
                rows.count(OTHER_DAYS, OTHER_DAYS.in(locale), true, came);
                twoOnly = false;
            }
        }
        return rows.overlapping(
                twoOnly
                        ? say("An beiden Tagen, oben doppelt", "On both days, twice above")
                        : say("An mehreren Tagen, oben mehrfach", "On several days, repeated above"),
                people(total));
    }

    private AttendanceTable byProgramme() {
        TableRows rows = programmes(new TableRows(Breakdown.PROGRAMME));
        for (CountedVisitor visitor : visitors) {
            count(rows, visitor, true, visitor.hasArrived());
        }
        return rows.overlapping(inSeveral(), people(total));
    }

    private AttendanceTable byProgramme(LocalDate day) {
        TableRows rows = programmes(new TableRows(Breakdown.PROGRAMME_OF_DAY, day));
        long registered = 0;
        long arrived = 0;
        for (CountedVisitor visitor : visitors) {
            boolean isRegistered = visitor.isRegistered(day);
            boolean hasArrived = visitor.hasArrived(day);
            registered += isRegistered ? 1 : 0;
            arrived += hasArrived ? 1 : 0;
            if (isRegistered) {
                count(rows, visitor, true, hasArrived);
            }
        }
        return rows.overlapping(inSeveral(), new AttendanceRow(PEOPLE.in(locale), registered, arrived));
    }

    private TableRows programmes(TableRows rows) {
        event.allProgrammes()
                .forEach(
                        programme -> rows.with(programme.id(), programme.title().in(locale)));
        return rows;
    }

    private void count(TableRows rows, CountedVisitor visitor, boolean registered, boolean arrived) {
        if (visitor.registration().programmes().isEmpty()) {
            rows.count(NO_PROGRAMME, NO_PROGRAMME.in(locale), registered, arrived);
        }
        visitor.registration()
                .programmes()
                .forEach(programme -> rows.count(programme, programme.text(), registered, arrived));
    }

    private String inSeveral() {
        return event.allProgrammes().size() == 2
                ? say("In beiden Programmen, oben doppelt", "In both programmes, twice above")
                : say("In mehreren Programmen, oben mehrfach", "In several programmes, repeated above");
    }

    private AttendanceTable byCategory(List<AttendanceRow> notVisitors, AttendanceRow unknown) {
        TableRows rows = new TableRows(Breakdown.CATEGORY);
        event.categories().stream()
                .filter(Category::countsAsVisitor)
                .forEach(category -> rows.with(category.id(), category.title().in(locale)));
        visitors.forEach(visitor -> count(rows, visitor.registration().category(), "", visitor));
        notVisitors.forEach(rows::notCounted);
        rows.notCounted(unknown);
        return rows.table(total);
    }

    private AttendanceTable bySector() {
        TableRows rows = new TableRows(Breakdown.SECTOR);
        for (Sector sector : Sector.values()) {
            rows.with(sector, sector.words().in(locale));
        }
        for (CountedVisitor visitor : visitors) {
            Sector sector = visitor.registration().sector();
            count(rows, sector == null ? NOT_STATED : sector, NOT_STATED.in(locale), visitor);
        }
        return rows.withoutEmpty().table(total);
    }

    private AttendanceTable byState() {
        TableRows rows = new TableRows(Breakdown.FEDERAL_STATE);
        for (CountedVisitor visitor : visitors) {
            String state = visitor.registration().federalState();
            count(rows, state, state.isEmpty() ? NOT_STATED.in(locale) : state, visitor);
        }
        Collator german = Collator.getInstance(Locale.GERMAN);
        String last = NOT_STATED.in(locale);
        return rows.table(
                total,
                Comparator.comparing((AttendanceRow row) -> row.label().equals(last))
                        .thenComparing(AttendanceRow::label, german));
    }

    private AttendanceTable byDoor() {
        TableRows rows = new TableRows(Breakdown.DOOR);
        event.doors().forEach(door -> rows.with(door.id(), door.title().in(locale)));
        for (CountedVisitor visitor : visitors) {
            Arrival first = visitor.first();
            if (first != null) {
                DoorId door = first.door();
                rows.count(door == null ? DESK : door, DESK.in(locale), false, true);
            }
        }
        return rows.withoutEmpty().table(arrivalsOnly());
    }

    private AttendanceTable byRecording() {
        TableRows rows = new TableRows(Breakdown.RECORDING);
        for (Arrival.Recording recording : Arrival.Recording.values()) {
            rows.with(recording, recording.words().in(locale));
        }
        for (CountedVisitor visitor : visitors) {
            Arrival first = visitor.first();
            if (first != null) {
                rows.count(first.recording(), "", false, true);
            }
        }
        return rows.withoutEmpty().table(arrivalsOnly());
    }

    private AttendanceRow arrivalsOnly() {
        return new AttendanceRow(total.label(), 0, total.arrived());
    }

    private void count(TableRows rows, Object key, String label, CountedVisitor visitor) {
        rows.count(key, label, true, visitor.hasArrived());
    }

    private AttendanceRow people(AttendanceRow all) {
        return new AttendanceRow(PEOPLE.in(locale), all.registered(), all.arrived());
    }

    private String words(LocalDate day) {
        return DateTimeFormatter.ofPattern(DAY.in(locale), locale).format(day);
    }

    private String say(String german, String english) {
        return new Wording(german, english).in(locale);
    }
}
