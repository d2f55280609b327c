package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.JournalEntry.PrintStage;
import org.einlass.contract.journal.OverrideReason;
import org.einlass.contract.journal.ReissueReason;
import org.einlass.reports.list.PrintedList;
import org.einlass.server.database.Databases;
import org.einlass.server.presence.Badges;
import org.einlass.server.presence.ConflictTable;
import org.einlass.server.report.Renderers;
import org.einlass.server.report.TableFile;
import org.einlass.server.report.list.PrintedListService;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lists that are made from what desks reported. */
final class DeskProtocolTest {
    private static final Renderers RENDERERS = new Renderers();

    @TempDir
    Path folder;

    @AutoClose
    private TwoDesks desks;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void tellsWhatDesksDidAndClarifiedAndWhatIsStillOpen(Databases database) {
        desks = new TwoDesks(database, folder);
        Congress.Guest twice = admittedTwice();
        admittedTwice();
        ConflictTable.Item item = desks.congress.openConflicts().stream()
                .filter(one -> one.subject().equals(twice.registration().toString()))
                .findFirst()
                .orElseThrow();
        JournalEntry walkIn = desks.first.walkIn(TwoDesks.OEZTUERK, "attendee").entry();
        desks.first.write(head -> new JournalEntry.Overridden(
                head,
                walkIn.head().id(),
                Congress.NORTH,
                desks.congress.salt.lookupId(twice.ticket()),
                Verdict.REFUSED,
                OverrideReason.IDENTITY_CHECKED));
        desks.first.count("arena", 34);
        desks.first.settle(item.id(), item.entries());
        desks.first.practises(Phase.REHEARSAL);
        desks.first.count("arena", 99);
        desks.first.deliverAll();

        PrintedList protocol = lists().deskProtocol(Congress.EVENT, null, Locale.ENGLISH);

        assertThat(protocol.note()).startsWith("Actions: 3. Clarified: 1. Still to clarify: 1.");
        assertThat(protocol.rows())
                .extracting(row -> row.group() + ": " + row.cells().get(0))
                .containsExactly(
                        "Actions: Added without a registration",
                        "Actions: Turned away against the verdict (identity checked)",
                        "Actions: Counted: 34",
                        "Clarified: Let in twice where once is the rule.",
                        "Still to clarify, of all days: Let in twice where once is the rule.");
        assertThat(protocol.rows().get(0).cells().subList(1, 4)).containsExactly("Öztürk, Ayşe", "schalter-1", "09:02");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aGapThatWasSettledStandsThereUntilALateReportFillsIt(Databases database) {
        desks = new TwoDesks(database, folder);
        desks.kiosk.undo(desks.kiosk.nextId());
        desks.kiosk.count("arena", 3);
        desks.kiosk.deliver(desks.kiosk.journal.subList(0, 1));
        PrintedListService lists = lists();
        desks.congress
                .services()
                .clarifications()
                .open(Congress.EVENT)
                .forEach(one -> desks.first.settle(one.id(), one.entries()));
        desks.first.deliverAll();

        assertThat(clarified(lists))
                .containsExactly(
                        "An entry names another one that nobody has reported. / \u2013",
                        "The server lacks entries of a device. / kiosk-1");
        desks.kiosk.deliverAll();
        desks.congress.after(Duration.ofSeconds(10));

        assertThat(clarified(lists)).contains("Exists no more / \u2013");
    }

    /** What was clarified and whom it concerns, and that nothing is left to clarify. */
    private static List<String> clarified(PrintedListService lists) {
        PrintedList protocol = lists.deskProtocol(Congress.EVENT, null, Locale.ENGLISH);
        assertThat(protocol.note()).contains("Clarified: 2. Still to clarify: 0.");
        return protocol.rows().stream()
                .filter(row -> row.group().equals("Clarified"))
                .map(row -> row.cells().get(0) + " / " + row.cells().get(1))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatWasPractisedIsNotToBeClarifiedOnTheDay(Databases database) {
        desks = new TwoDesks(database, folder);
        desks.kiosk.practises(Phase.REHEARSAL);
        desks.second.practises(Phase.REHEARSAL);
        admittedTwice();
        assertThat(desks.congress.openConflicts()).isNotEmpty();

        PrintedList protocol = lists().deskProtocol(Congress.EVENT, null, Locale.ENGLISH);

        assertThat(protocol.note()).contains("Still to clarify: 0.");
        assertThat(protocol.rows()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aBadgeThatWasPrintedAndLiesInItsBoxIsPulledOnceNobodyComesForIt(Databases database) {
        desks = new TwoDesks(database, folder);
        List<Congress.Guest> guests = desks.congress.guests(3);
        guests.forEach(guest -> print(guest, PrintStage.PRINTED));
        print(guests.get(1), PrintStage.HANDED_OUT);
        desks.first.deliverAll();
        desks.congress.execute(
                "update registrations set status = 'CANCELLED' where id <> ?",
                guests.get(2).registration().toString());

        PrintedList list = lists().badgesToPull(Congress.EVENT, Locale.GERMAN);

        assertThat(list.rows()).hasSize(1);
        assertThat(list.note()).endsWith(": 1.");
    }

    /** One badge spoilt and made anew, one unclear and printed once more, one that a neighbour printed. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void printsAreCountedByPrinterAndOccasion(Databases database) {
        desks = new TwoDesks(database, folder);
        List<Congress.Guest> guests = desks.congress.guests(3);
        LookupId spoilt = lookup(guests.get(0));
        print(guests.get(0), spoilt, "Ost", PrintStage.RENDERED, PrintStage.ACCEPTED, PrintStage.PRINTED);
        LookupId anew = new LookupId("ab".repeat(16));
        desks.first.write(head -> new JournalEntry.BadgeReissued(
                head, guests.get(0).registration(), anew, List.of(spoilt), null, ReissueReason.DAMAGED));
        print(guests.get(0), anew, "Ost", PrintStage.RENDERED, PrintStage.ACCEPTED, PrintStage.PRINTED);
        print(guests.get(1), lookup(guests.get(1)), "Ost", PrintStage.RENDERED, PrintStage.UNCLEAR);
        print(guests.get(1), lookup(guests.get(1)), "Ost", PrintStage.RENDERED, PrintStage.ACCEPTED);
        print(guests.get(2), lookup(guests.get(2)), "Ost", PrintStage.RENDERED, PrintStage.FAILED);
        print(guests.get(2), lookup(guests.get(2)), "West", PrintStage.RENDERED, PrintStage.PRINTED);
        desks.first.deliverAll();

        PrintedList prints = lists().prints(Congress.EVENT, Locale.GERMAN);

        assertThat(prints.rows())
                .extracting(row -> row.group() + ": " + String.join(" ", row.cells()))
                .containsExactly(
                        "schalter-1, Ost: Ankunft 1 1 1",
                        "schalter-1, Ost: Nachdruck: beschädigt 1 0 0",
                        "schalter-1, Ost: noch einmal, weil ungeklärt 0 1 0",
                        "schalter-1, West: Ankunft 1 0 0");
        assertThat(prints.note())
                .startsWith("Zusammen: 0 vorab, 3 an Geräten gedruckt, 2 ohne Rückmeldung oder ungeklärt, 1 nicht");
    }

    private LookupId lookup(Congress.Guest guest) {
        return desks.congress.salt.lookupId(guest.badge());
    }

    private void print(Congress.Guest guest, LookupId badge, String printer, PrintStage... stages) {
        EntryId print = desks.first.nextId();
        EntryId scan = desks.first.nextId();
        for (PrintStage stage : stages) {
            desks.congress.after(Duration.ofSeconds(1));
            desks.first.write(
                    head -> new JournalEntry.Printed(head, print, scan, guest.registration(), badge, stage, printer));
        }
    }

    private Congress.Guest admittedTwice() {
        Congress.Guest guest = desks.congress.guest();
        desks.kiosk.admitAlone(Congress.NORTH, guest.ticket());
        desks.congress.after(Duration.ofMinutes(1));
        desks.second.admitAlone(Congress.SOUTH, guest.ticket());
        desks.kiosk.deliverAll();
        desks.second.deliverAll();
        return guest;
    }

    private void print(Congress.Guest guest, PrintStage stage) {
        desks.first.write(head -> new JournalEntry.Printed(
                head,
                desks.first.nextId(),
                desks.first.nextId(),
                guest.registration(),
                desks.congress.salt.lookupId(guest.badge()),
                stage));
    }

    private PrintedListService lists() {
        desks.congress.execute(
                "update events set handout = ?", "{\"firstDay\": \"2022-07-04\", \"lastDay\": \"2022-07-04\"}");
        return new PrintedListService(
                desks.congress.store(),
                desks.congress.services().clarifications(),
                new Badges(desks.congress.codes()),
                RENDERERS,
                new TableFile(folder),
                desks.congress.clock);
    }
}
