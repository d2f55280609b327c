package org.einlass.server.report.list;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.EventCalendar;
import org.einlass.contract.id.EventId;
import org.einlass.reports.list.PrintedList;
import org.einlass.server.badge.BadgeRun;
import org.einlass.server.badge.BadgeRunTable;
import org.einlass.server.badge.BadgeSheet;
import org.einlass.server.database.Store;
import org.einlass.server.device.DeviceService;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.journal.FactTable;
import org.einlass.server.presence.Badges;
import org.einlass.server.presence.ConflictTable;
import org.einlass.server.presence.PresenceTable;
import org.einlass.server.presence.clarification.ClarificationService;
import org.einlass.server.registration.Registration;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.einlass.server.report.RegistrationPages;
import org.einlass.server.report.Renderers;
import org.einlass.server.report.TableFile;
import org.einlass.server.report.badge.ExpectedBadges;
import org.einlass.server.statistics.AttendanceCount;
import org.einlass.server.statistics.AttendanceQueries;
import org.einlass.server.statistics.CountedRegistration;
import org.einlass.server.statistics.DeskAction;
import org.einlass.server.statistics.DeskActionQueries;
import org.einlass.server.statistics.HandOuts;
import org.einlass.server.statistics.prints.PrintCount;
import org.einlass.server.statistics.prints.PrintCounts;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Makes the lists that desks and organisers print or open in a spreadsheet. Each call takes its time: not for
 * the threads that answer guests.
 */
public final class PrintedListService {
    /** A document of more rows would not fit into memory beside the doors. */
    private static final int MOST_PRINTED_ROWS = 10_000;

    /** A table of more actions of one day would not, either. */
    private static final int MOST_ACTIONS = 100_000;

    private final Store store;
    private final ClarificationService clarifications;
    private final Badges badges;
    private final Renderers renderers;
    private final TableFile files;
    private final Clock clock;

    /** @param files where tables for spreadsheets lie while they are sent */
    public PrintedListService(
            Store store,
            ClarificationService clarifications,
            Badges badges,
            Renderers renderers,
            TableFile files,
            Clock clock) {
        this.store = store;
        this.clarifications = clarifications;
        this.badges = badges;
        this.files = files;
        this.renderers = renderers;
        this.clock = clock;
    }

    /**
     * Who came and who did not.
     *
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where the day is none of the event's
     */
    public PrintedList attendance(EventId event, AttendanceListRequest request, Locale locale) {
        EventDocument document = document(event);
        check(document, request.day());
        var arrivals =
                store.read(handle -> AttendanceCount.firstArrivals(document, AttendanceQueries.facts(handle, event)));
        return new AttendanceList(document, request, arrivals, locale).of(people(event), clock.instant());
    }

    /** Who may still be inside. @throws UnknownEventOrDoor where there is no such event */
    public PrintedList evacuation(EventId event, Locale locale) {
        EventDocument document = document(event);
        EventCalendar calendar = new EventCalendar(document.zone(), document.dayBegins());
        Instant now = clock.instant();
        Instant since = calendar.startOf(calendar.dayOf(now));
        return new EvacuationList(document, locale)
                .of(people(event), store.read(handle -> PresenceTable.inside(handle, event, since)), since, now);
    }

    /**
     * A sheet to count rooms on.
     *
     * @param day of the event; absent for all
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where the day is none of the event's
     */
    public PrintedList rooms(EventId event, @Nullable LocalDate day, Locale locale) {
        EventDocument document = document(event);
        check(document, day);
        return new RoomCountSheet(document, locale).of(people(event), day, clock.instant());
    }

    /** Printed badges whose bearers no longer come. @throws UnknownEventOrDoor where there is no such event */
    public PrintedList badgesToPull(EventId event, Locale locale) {
        EventDocument document = document(event);
        List<BadgeSheet> sheets =
                store.read(handle -> ExpectedBadges.of(handle, event, badges).toPull());
        Map<String, Instant> printed = store.read(handle -> FactTable.badgesInBoxes(handle, event));
        sheets.forEach(sheet -> printed.remove(String.valueOf(sheet.registration())));
        return new BadgePullList(document, locale).of(people(event), sheets, printed, clock.instant());
    }

    /** Badges of those who work here, by function. @throws UnknownEventOrDoor where there is no such event */
    public PrintedList roleBadges(EventId event, Locale locale) {
        EventDocument document = document(event);
        var arrivals =
                store.read(handle -> AttendanceCount.firstArrivals(document, AttendanceQueries.facts(handle, event)));
        Set<String> printed = store.read(handle -> FactTable.printedBadges(handle, event));
        return new RoleBadgeList(document, locale).of(people(event), printed, arrivals, clock.instant());
    }

    /** How many badges each printer printed, and why. @throws UnknownEventOrDoor where there is no such event */
    public PrintedList prints(EventId event, Locale locale) {
        EventDocument document = document(event);
        List<BadgeRun> runs = store.read(handle -> BadgeRunTable.all(handle, event));
        List<PrintCount> counts = store.read(handle -> PrintCounts.of(handle, event));
        return new PrintCountList(document, locale).of(runs, counts, clock.instant());
    }

    /**
     * What the hand-out points gave, and what of it is still out.
     *
     * @param outOnly only what was lent and has not come back
     * @throws UnknownEventOrDoor where there is no such event
     */
    public PrintedList handOuts(EventId event, boolean outOnly, Locale locale) {
        EventDocument document = document(event);
        List<HandOuts.Given> given =
                store.read(handle -> HandOuts.of(document, AttendanceQueries.facts(handle, event)));
        return new HandOutList(document, locale).of(people(event), given, outOnly, clock.instant());
    }

    /**
     * What staff did on a day, what they clarified, and what is still to be clarified.
     *
     * @param day of the event; absent for today
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where the day is none of the event's
     */
    public PrintedList deskProtocol(EventId event, @Nullable LocalDate day, Locale locale) {
        EventDocument document = document(event);
        check(document, day);
        EventCalendar calendar = new EventCalendar(document.zone(), document.dayBegins());
        Instant now = clock.instant();
        LocalDate wanted = day == null ? calendar.dayOf(now) : day;
        Instant begins = calendar.startOf(wanted);
        Instant ends = calendar.startOf(wanted.plusDays(1));
        List<DeskAction> actions =
                store.read(handle -> DeskActionQueries.between(handle, event, begins, ends, MOST_ACTIONS + 1));
        if (actions.size() > MOST_ACTIONS) {
            throw Rejected.because(RejectionReason.TOO_LARGE)
                    .saying(
                            new Wording(
                                    "An diesem Tag gab es mehr als " + MOST_ACTIONS + " Vorgänge.",
                                    "There were more than " + MOST_ACTIONS + " actions on this day."),
                            new Wording("Bitte die Rohdaten verwenden (facts.csv).", "Use the raw facts (facts.csv)."));
        }
        return new DeskProtocol(document, RegistrationPages.byName(store, event), locale)
                .of(
                        wanted,
                        actions,
                        store.read(handle -> new ConflictTable().all(handle, event)),
                        clarifications.ofDevices(event),
                        clarifications.open(event),
                        now);
    }

    /** When devices were wiped, what is no more, and what a person has to remove there. */
    public PrintedList wipeReceipts(EventId event, List<DeviceService.Wipe> wipes, Locale locale) {
        return new WipeReceiptList(document(event), locale).of(wipes, clock.instant());
    }

    /** A list as a PDF. @throws Rejected where it is too long to be printed */
    public byte[] pdf(PrintedList list) {
        if (list.rows().size() > MOST_PRINTED_ROWS) {
            throw Rejected.because(RejectionReason.TOO_LARGE)
                    .saying(
                            new Wording(
                                    "Diese Liste hat mehr als " + MOST_PRINTED_ROWS + " Zeilen.",
                                    "This list has more than " + MOST_PRINTED_ROWS + " lines."),
                            new Wording("Bitte die CSV- oder XLSX-Datei verwenden.", "Use the CSV or XLSX file."));
        }
        return renderers.lists().pages(list).pdf();
    }

    /** A list as CSV. @return the file, which is gone once the stream is closed */
    public InputStream csv(PrintedList list) {
        return files.csv(list);
    }

    /** A list as XLSX. @return the file, which is gone once the stream is closed */
    public InputStream xlsx(PrintedList list) {
        return files.xlsx(list);
    }

    /** All registrations by name; one that was merged into another is that one. */
    private List<Registration> people(EventId event) {
        Set<String> known = store.read(handle -> AttendanceQueries.guests(handle, event)).stream()
                .map(CountedRegistration::id)
                .collect(Collectors.toSet());
        return RegistrationPages.byName(store, event).stream()
                .filter(one -> known.contains(one.id().toString()))
                .toList();
    }

    private static void check(EventDocument document, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(document.firstDay()) || day.isAfter(document.end()))) {
            throw Rejected.because(RejectionReason.BAD_VALUE)
                    .at("day")
                    .saying(
                            new Wording(
                                    "An diesem Tag findet die Veranstaltung nicht statt.",
                                    "The event does not take place on this day."),
                            new Wording(
                                    "Bitte einen Tag vom " + document.firstDay() + " bis zum " + document.end()
                                            + " nennen.",
                                    "Name a day from " + document.firstDay() + " to " + document.end() + "."));
        }
    }

    private EventDocument document(EventId event) {
        return store.read((Handle handle) -> EventTable.document(handle, event))
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
    }
}
