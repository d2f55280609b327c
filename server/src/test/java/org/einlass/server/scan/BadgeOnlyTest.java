package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.JournalEntry.PrintStage;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.server.counter.ArrivalService;
import org.einlass.server.database.Databases;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.statistics.AttendanceFacts;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A station that prints and hands out badges the evening before, and counts no arrival. */
final class BadgeOnlyTest {
    private static final DoorId STATION = new DoorId("abholung");
    private static final Duration FROM_EVE_TO_MORNING = Duration.ofHours(14);

    @TempDir
    Path folder;

    @AutoClose
    private Congress congress;

    @ParameterizedTest
    @EnumSource
    void handsOutABadgeTheEveningBeforeAndTheEntranceCountsTheArrival(Databases database) {
        begin(database);
        SimulatedDevice station = congress.machine("desk-abholung");
        SimulatedDevice entrance = congress.machine("kiosk-1");
        Congress.Guest guest = guestOfTheNextDay();

        assertThat(entrance.scan(Congress.NORTH, guest.ticket()).refusal())
                .as("the entrance does not let in who comes the next day")
                .isEqualTo(Refusal.TOO_EARLY);
        ScanAnswer evening = station.scan(STATION, guest.ticket());
        assertThat(evening.verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(evening.badge()).as("printed at once").isNotNull();
        printed(station, guest);
        station.deliverAll();
        entrance.deliverAll();

        assertArrived(0);
        assertThat(new ArrivalService(congress.store())
                        .find(Congress.EVENT, guest.registration())
                        .at())
                .as("no desk says that somebody came who only fetched a badge")
                .isNull();
        ScanAnswer again = station.scan(STATION, guest.ticket());
        assertThat(again.verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(again.badge().printed()).as("is printed once").isTrue();

        congress.after(FROM_EVE_TO_MORNING);
        ScanAnswer morning = entrance.scan(Congress.NORTH, guest.badge());
        entrance.deliverAll();
        station.deliverAll();

        assertThat(morning.verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(morning.arrivedAt()).as("nobody arrived before").isNull();
        assertThat(morning.badge().printed()).as("nothing more to print").isTrue();
        assertArrived(1);
        assertThat(congress.conflicts()).isEmpty();
        assertThat(congress.differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatItDidWithoutNetworkCountsNoArrivalEither(Databases database) {
        begin(database);
        SimulatedDevice station = congress.machine("desk-abholung");
        Congress.Guest guest = guestOfTheNextDay();

        station.admitAlone(STATION, guest.ticket());
        printed(station, guest);
        congress.after(FROM_EVE_TO_MORNING);
        station.deliverAll();

        assertArrived(0);
        assertThat(congress.rows("select reason from quarantine")).isEmpty();
        assertThat(congress.conflicts()).isEmpty();
        assertThat(congress.machine("kiosk-1")
                        .scan(Congress.NORTH, guest.ticket())
                        .badge()
                        .printed())
                .isTrue();
    }

    private void begin(Databases database) {
        congress = new Congress(database, folder);
        congress.after(FROM_EVE_TO_MORNING.negated());
        congress.execute(
                "update events set handout = ?, version = version + 1",
                "{\"firstDay\": \"2022-07-03\", \"lastDay\": \"2022-07-04\"}");
        congress.execute("""
                insert into doors (event, id, title_german, title_english, direction, scope, rule, prints,
                    gives_german, gives_english, comes_back)
                values (?, ?, 'Abholung', 'Collection', 'ENTRY', ?, ?, true, 'Namensschild', 'Badge', false)""", Congress.EVENT.text(), STATION.text(), STATION.text(), JournalJson.text(DoorRule.OPEN));
    }

    private Congress.Guest guestOfTheNextDay() {
        Congress.Guest guest = congress.guest();
        congress.execute(
                "insert into registration_days (event, registration, day) values (?, ?, '2022-07-04')",
                Congress.EVENT.text(),
                guest.registration().toString());
        return guest;
    }

    private void printed(SimulatedDevice station, Congress.Guest guest) {
        EntryId print = station.nextId();
        for (PrintStage stage : List.of(PrintStage.RENDERED, PrintStage.ACCEPTED, PrintStage.PRINTED)) {
            station.write(head -> new JournalEntry.Printed(
                    head, print, station.nextId(), guest.registration(), congress.salt.lookupId(guest.badge()), stage));
        }
    }

    private void assertArrived(long people) {
        AttendanceFacts facts = congress.store().read(handle -> AttendanceFacts.of(handle, Congress.EVENT));
        assertThat(facts.counted(Locale.GERMAN, congress.time.get()).total().arrived())
                .isEqualTo(people);
        assertThat(congress.people("arena")).isEqualTo(people);
    }
}
