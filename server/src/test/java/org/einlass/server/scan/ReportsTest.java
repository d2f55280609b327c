package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.contract.wire.JournalReport;
import org.einlass.server.database.Databases;
import org.einlass.server.journal.EpochTable;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.journal.ScanIdConflict;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What devices report: kept whatever it is, never refused, timed by the server. */
final class ReportsTest {
    private final Random chance = new Random(1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void quarantinesAnIdThatIsUsedTwice(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            List<Congress.Guest> guests = congress.guests(2);
            EntryId scan = kiosk.nextId();
            kiosk.ask(scan, Congress.NORTH, guests.get(0).ticket());

            assertThatThrownBy(
                            () -> kiosk.ask(scan, Congress.NORTH, guests.get(1).ticket()))
                    .hasCauseInstanceOf(ScanIdConflict.class);
            kiosk.show(scan, Congress.NORTH, guests.get(1).ticket(), Outcome.admitted(Outcome.Source.DEVICE));

            assertThat(kiosk.deliverAll().entries().get(0).fate()).isEqualTo(Fate.QUARANTINED);
            assertThat(congress.count("select count(*) from quarantine")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatItDoesNotUnderstandAndTakesTheRest(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            Congress.Guest guest = congress.guest();
            kiosk.admitAlone(Congress.NORTH, guest.ticket());
            ObjectNode report = JournalJson.mapper().valueToTree(kiosk.report(kiosk.journal));
            ObjectNode newer = report.withArray("entries").addObject().put("type", "teleported");
            newer.putObject("head").put("sequence", 2);
            report.put("highWater", 2);
            report.withArray("entries").addObject().put("type", "scanned").put("door", "x y");
            report.withArray("entries").add("hello");

            var receipt =
                    Congress.await(congress.services().journals().report(Congress.EVENT, kiosk.id, false, report));
            var again = Congress.await(congress.services().journals().report(Congress.EVENT, kiosk.id, false, report));

            assertThat(receipt.entries())
                    .extracting(entry -> entry.fate())
                    .containsExactly(Fate.ACCEPTED, Fate.QUARANTINED, Fate.QUARANTINED, Fate.QUARANTINED);
            assertThat(again.entries().get(0).fate()).isEqualTo(Fate.KNOWN);
            assertThat(congress.count("select count(*) from quarantine")).isEqualTo(3);
            assertThat(congress.gaps()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void correctsTheTimesOfAWholeBootHoweverWrongTheClockIs(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice wrong = congress.machine("kiosk-1");
            wrong.clockError(Duration.ofDays(-1));
            Congress.Guest guest = congress.guest();
            wrong.admitAlone(Congress.NORTH, guest.ticket());
            congress.after(Duration.ofHours(3));
            wrong.clockError(Duration.ofDays(300));
            wrong.deliverAll();

            long at = congress.count("select at from facts");
            assertThat(Instant.ofEpochMilli(at)).isBetween(Congress.NINE.minusMillis(400), Congress.NINE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesGapsAndCopiedDisksAndDanglingEntries(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            List<Congress.Guest> guests = congress.guests(3);
            guests.forEach(guest -> kiosk.admitAlone(Congress.NORTH, guest.ticket()));
            kiosk.undo(kiosk.nextId());
            kiosk.deliver(List.of(kiosk.journal.get(1), kiosk.journal.get(3)));

            assertThat(congress.gaps())
                    .containsExactly(new EpochTable.Gap(kiosk.id, kiosk.epoch().toString(), 2));
            assertThat(congress.forks()).isEmpty();
            assertThat(congress.dangling())
                    .containsExactly(kiosk.journal.get(3).head().id().toString());

            kiosk.deliverAll();
            SimulatedDevice copy = congress.machine("kiosk-1");
            copy.admitAlone(Congress.SOUTH, guests.get(0).ticket());
            var predecessor = kiosk.epoch();
            for (var successor : List.of(chance.nextLong(), chance.nextLong())) {
                congress.report(
                        kiosk.id, new JournalReport(new EpochId(new UUID(successor, 1)), predecessor, 0, List.of()));
            }
            assertThat(congress.gaps()).isEmpty();
            assertThat(congress.forks()).containsExactly(kiosk.id);
        }
    }

    @ParameterizedTest
    @EnumSource
    void setsAsideAStolenDevicesFactsFromAMoment(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice stolen = congress.machine("kiosk-1");
            List<Congress.Guest> guests = congress.guests(2);
            stolen.scan(Congress.NORTH, guests.get(0).ticket());
            congress.after(Duration.ofHours(1));
            Instant theft = congress.time.get().minusSeconds(60);
            stolen.scan(Congress.NORTH, guests.get(1).ticket());
            stolen.deliverAll();
            assertThat(congress.people("arena")).isEqualTo(2);

            Congress.await(congress.services().journals().exclude(Congress.EVENT, stolen.id, theft, "leitung"));

            assertThat(congress.people("arena")).isEqualTo(1);
            assertThat(congress.count("select count(*) from facts")).isEqualTo(2);
            SimulatedDevice honest = congress.machine("kiosk-2");
            assertThat(honest.scan(Congress.SOUTH, guests.get(1).ticket()).verdict())
                    .isEqualTo(Verdict.ADMITTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsARevokedDevicesEntriesInQuarantine(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            congress.execute("update devices set revoked_at = 1 where event = ?", Congress.EVENT.text());
            kiosk.admitAlone(Congress.NORTH, congress.guest().ticket());

            assertThat(kiosk.deliverAll().entries().get(0).fate()).isEqualTo(Fate.QUARANTINED);
            assertThat(congress.people("arena")).isZero();
        }
    }
}
