package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.wire.DoorSheet.HandOut;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.reports.list.PrintedList;
import org.einlass.server.database.Databases;
import org.einlass.server.event.EventTable;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.presence.Badges;
import org.einlass.server.report.Renderers;
import org.einlass.server.report.TableFile;
import org.einlass.server.report.list.PrintedListService;
import org.einlass.server.statistics.AttendanceFacts;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Doors without an area: what they give once, what they lend, and what of it is still out. */
final class HandOutsTest {
    private static final DoorId LUNCH = new DoorId("lunch");
    private static final DoorId RECEIVER = new DoorId("receiver");
    private static final DoorId RETURN = new DoorId("receiver-return");
    private static final Renderers RENDERERS = new Renderers();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void givesALunchOnceAndListsWhichReceiversAreStillOut(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            point(congress, LUNCH, "ENTRY", "lunch", "Mittagessen", ReuseRule.ONCE);
            point(congress, RECEIVER, "ENTRY", "receiver", "Empfänger", ReuseRule.AGAIN_AFTER_EXIT);
            point(congress, RETURN, "EXIT", "receiver", "Empfänger", ReuseRule.FREE);
            SimulatedDevice door = congress.machine("door-1");
            List<Congress.Guest> guests = congress.guests(2);

            assertThat(scan(door, LUNCH, guests.get(0)).verdict()).isEqualTo(Verdict.ADMITTED);
            congress.after(Duration.ofMinutes(5));
            ScanAnswer again = scan(door, LUNCH, guests.get(0));
            assertThat(again.refusal()).isEqualTo(Refusal.ALREADY_USED);
            assertThat(again.arrivedAt()).as("when it was given").isEqualTo(Congress.NINE);

            guests.forEach(
                    guest -> assertThat(scan(door, RECEIVER, guest).verdict()).isEqualTo(Verdict.ADMITTED));
            assertThat(scan(door, RECEIVER, guests.get(0)).refusal()).isEqualTo(Refusal.ALREADY_INSIDE);
            congress.after(Duration.ofMinutes(55));
            scan(door, RETURN, guests.get(0));

            assertThat(cells(congress, true))
                    .singleElement()
                    .satisfies(row -> assertThat(row.subList(2, 4)).containsExactly("9.05", "noch nicht"));
            assertThat(cells(congress, false))
                    .extracting(row -> row.get(3))
                    .containsExactlyInAnyOrder("10.00", "noch nicht", "bleibt");
            assertThat(scan(door, RECEIVER, guests.get(0)).verdict()).isEqualTo(Verdict.ADMITTED);
            assertThat(list(congress, true).note()).startsWith("Noch nicht zurück: 2.");
            assertThat(RENDERERS.lists().pages(list(congress, true)).pdf()).isNotEmpty();
            assertNobodyArrived(congress);
            assertTold(congress);
        }
    }

    /** Whoever takes a lunch has not come through an entrance, and is in no area. */
    private static void assertNobodyArrived(Congress congress) {
        AttendanceFacts facts = congress.store().read(handle -> AttendanceFacts.of(handle, Congress.EVENT));
        assertThat(facts.counted(Locale.GERMAN, Congress.NINE).total().arrived())
                .isZero();
        assertThat(congress.people("arena")).isZero();
    }

    private static void assertTold(Congress congress) {
        var doors = congress.store()
                .read(handle -> EventTable.document(handle, Congress.EVENT).orElseThrow())
                .doors();
        assertThat(doors)
                .filteredOn(one -> one.id().equals(RETURN))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.area()).isNull();
                    assertThat(new HandOut(
                                    one.gives().what(),
                                    one.sharedScope(),
                                    one.gives().comesBack()))
                            .hasToString("HandOut[what=Wording[german=Empfänger, english=Empfänger], scope=receiver,"
                                    + " comesBack=true]");
                });
    }

    private static ScanAnswer scan(SimulatedDevice door, DoorId point, Congress.Guest guest) {
        ScanAnswer answer = door.scan(point, guest.ticket());
        door.deliverAll();
        return answer;
    }

    private List<List<String>> cells(Congress congress, boolean outOnly) {
        return list(congress, outOnly).rows().stream()
                .map(PrintedList.Row::cells)
                .toList();
    }

    private PrintedList list(Congress congress, boolean outOnly) {
        return new PrintedListService(
                        congress.store(),
                        congress.services().clarifications(),
                        new Badges(congress.codes()),
                        RENDERERS,
                        new TableFile(folder),
                        congress.clock)
                .handOuts(Congress.EVENT, outOnly, Locale.GERMAN);
    }

    private static void point(
            Congress congress, DoorId id, String direction, String scope, String what, ReuseRule repetition) {
        congress.execute(
                "update events set handout = ?, version = version + 1",
                "{\"firstDay\": \"2022-07-04\", \"lastDay\": \"2022-07-04\"}");
        congress.execute(
                """
                insert into doors (event, id, title_german, title_english, direction, scope, rule, prints,
                    gives_german, gives_english, comes_back)
                values (?, ?, 'Ausgabe', 'Hand-out', ?, ?, ?, false, ?, ?, ?)""",
                Congress.EVENT.text(),
                id.text(),
                direction,
                scope,
                JournalJson.text(DoorRule.OPEN.repeated(repetition)),
                what,
                what,
                scope.equals("receiver"));
    }
}
