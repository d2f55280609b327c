package org.einlass.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.helper.HelperRows;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.JournalEntry.PrintStage;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.sync.Outbox;
import org.einlass.kiosk.sync.WireJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeviceStoreTest {
    private static final LookupId FIRST_TICKET = Sample.SALT.lookupId(Sample.ticket(1));

    @TempDir
    private Path folder;

    @Test
    void numbersEntriesWithoutGaps() {
        try (DeviceStore deviceStore = DeviceStore.open(folder, SampleEntries.epoch())) {
            write(deviceStore, 3);

            assertThat(deviceStore.outbox().next(0, 10).orElseThrow().items())
                    .extracting(Outbox.Item::sequence)
                    .containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void usesNoNumberUpForAnEntryThatCouldNotBeMade() {
        try (DeviceStore deviceStore = DeviceStore.open(folder, SampleEntries.epoch())) {
            assertThatThrownBy(() -> deviceStore.journal().write(sequence -> {
                        throw new IllegalStateException("not made");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            write(deviceStore, 1);

            assertThat(deviceStore.outbox().next(0, 10).orElseThrow().highWater())
                    .isEqualTo(1);
        }
    }

    @Test
    void goesOnBehindANumberThatACommitUsedUpThoughItSeemedToFail() throws SQLException {
        EpochId epoch = SampleEntries.epoch();
        try (DeviceStore deviceStore = DeviceStore.open(folder, epoch);
                Connection disk = disk()) {
            DeviceDatabase.execute(
                    disk,
                    "insert into entry (epoch, sequence, id, body, admitted_at) values ('" + epoch
                            + "', 1, 'lost', '{}', 0)");
            assertThatThrownBy(() -> write(deviceStore, 1)).isInstanceOf(JournalException.class);

            write(deviceStore, 1);

            assertThat(deviceStore.outbox().next(0, 10).orElseThrow().items())
                    .extracting(Outbox.Item::sequence)
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void usesNoNumberUpForAnEntryThatTheDiskRefused() throws SQLException {
        try (DeviceStore deviceStore = DeviceStore.open(folder, SampleEntries.epoch());
                Connection disk = disk()) {
            write(deviceStore, 1);
            DeviceDatabase.execute(
                    disk, "create trigger full before insert on entry begin select raise(abort, 'full'); end");
            assertThatThrownBy(() -> write(deviceStore, 1)).isInstanceOf(JournalException.class);
            DeviceDatabase.execute(disk, "drop trigger full");

            write(deviceStore, 1);

            assertThat(deviceStore.outbox().next(0, 10).orElseThrow().items())
                    .extracting(Outbox.Item::sequence)
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void beginsANewEpochAtEachStartAndNamesTheOneBefore() {
        EpochId first = SampleEntries.epoch();
        EpochId second = SampleEntries.epoch();
        try (DeviceStore deviceStore = DeviceStore.open(folder, first)) {
            write(deviceStore, 2);
            assertThat(deviceStore.outbox().next(0, 10).orElseThrow().predecessor())
                    .isNull();
        }

        try (DeviceStore deviceStore = DeviceStore.open(folder, second)) {
            write(deviceStore, 1);
            Outbox.Batch newest = deviceStore.outbox().next(0, 10).orElseThrow();

            assertThat(newest.epoch()).isEqualTo(second);
            assertThat(newest.predecessor()).isEqualTo(first);
            assertThat(newest.items()).hasSize(1);
        }
    }

    @Test
    void stillReportsWhatAnEarlierStartHasLeft() {
        try (DeviceStore deviceStore = DeviceStore.open(folder, SampleEntries.epoch())) {
            write(deviceStore, 2);
        }

        try (DeviceStore deviceStore = DeviceStore.open(folder, SampleEntries.epoch())) {
            Outbox.Batch left = deviceStore.outbox().next(0, 10).orElseThrow();

            assertThat(left.items()).hasSize(2);
            deviceStore.outbox().settle(left, List.of(Fate.ACCEPTED, Fate.QUARANTINED));
            assertThat(deviceStore.outbox().next(0, 10)).isEmpty();
            assertThat(deviceStore.outbox().backlog()).isEqualTo(new Outbox.Backlog(0, 0, 1, 2));
        }
    }

    @Test
    void keepsEntriesToTheLetter() {
        try (DeviceStore deviceStore = DeviceStore.open(folder, SampleEntries.epoch())) {
            JournalEntry entry =
                    deviceStore.journal().write(sequence -> SampleEntries.admitted(sequence, 1, Sample.MORNING));

            String json =
                    deviceStore.outbox().next(0, 1).orElseThrow().items().get(0).json();
            assertThat(WireJson.read(json, JournalEntry.class)).contains(entry);
        }
    }

    @Test
    void remembersAfterARestartWhomItHasAdmitted() {
        try (DeviceStore deviceStore = DeviceStore.open(folder, SampleEntries.epoch())) {
            write(deviceStore, 1);
        }

        try (DeviceStore deviceStore = DeviceStore.open(folder, SampleEntries.epoch())) {
            assertThat(deviceStore
                            .journal()
                            .firstPassage(SampleEntries.passagesOf(FIRST_TICKET, Instant.EPOCH, Phase.LIVE)))
                    .contains(Sample.MORNING);
            assertThat(deviceStore
                            .journal()
                            .firstPassage(
                                    SampleEntries.passagesOf(FIRST_TICKET, Sample.MORNING.plusSeconds(1), Phase.LIVE)))
                    .isEmpty();
            assertThat(deviceStore
                            .journal()
                            .firstPassage(SampleEntries.passagesOf(FIRST_TICKET, Instant.EPOCH, Phase.REHEARSAL)))
                    .as("whom it admitted in another phase")
                    .isEmpty();
        }
    }

    @Test
    void remembersAPrintOnlyOnceThePrinterHasTakenIt() {
        try (DeviceStore deviceStore = DeviceStore.open(folder, SampleEntries.epoch())) {
            deviceStore.journal().write(sequence -> SampleEntries.print(sequence, 1, PrintStage.RENDERED));
            assertThat(deviceStore.journal().printed(Sample.registration(1), Phase.LIVE))
                    .isFalse();

            deviceStore.journal().write(sequence -> SampleEntries.print(sequence, 1, PrintStage.ACCEPTED));
            assertThat(deviceStore.journal().printed(Sample.registration(1), Phase.LIVE))
                    .isTrue();
            assertThat(deviceStore.journal().printed(Sample.registration(1), Phase.REHEARSAL))
                    .isFalse();
        }
    }

    @Test
    void forgetsAPrintThatHasFailedAfterThePrinterHadTakenItAndNoOther() {
        try (DeviceStore deviceStore = DeviceStore.open(folder, SampleEntries.epoch())) {
            EntryId first = SampleEntries.id();
            deviceStore.journal().write(sequence -> SampleEntries.print(sequence, 1, first, PrintStage.ACCEPTED));
            deviceStore.journal().write(sequence -> SampleEntries.print(sequence, 1, first, PrintStage.FAILED));
            assertThat(deviceStore.journal().printed(Sample.registration(1), Phase.LIVE))
                    .isFalse();

            EntryId second = SampleEntries.id();
            deviceStore.journal().write(sequence -> SampleEntries.print(sequence, 1, second, PrintStage.UNCLEAR));
            assertThat(deviceStore.journal().printed(Sample.registration(1), Phase.LIVE))
                    .isTrue();
        }
    }

    @Test
    void remembersThatABadgeWasHandedOutUntilThatIsTakenBack() {
        try (DeviceStore deviceStore = DeviceStore.open(folder, SampleEntries.epoch())) {
            JournalEntry handedOut =
                    deviceStore.journal().write(sequence -> SampleEntries.print(sequence, 1, PrintStage.HANDED_OUT));
            assertThat(deviceStore.journal().printed(Sample.registration(1), Phase.LIVE))
                    .isTrue();

            deviceStore
                    .journal()
                    .write(sequence -> new JournalEntry.Undone(
                            SampleEntries.head(sequence, Sample.MORNING),
                            handedOut.head().id()));
            assertThat(deviceStore.journal().printed(Sample.registration(1), Phase.LIVE))
                    .isFalse();
        }
    }

    @Test
    void reportsNewestEntriesFirstAndRejectedOnesLast() {
        try (DeviceStore deviceStore = DeviceStore.open(folder, SampleEntries.epoch())) {
            write(deviceStore, 4);
            Outbox outbox = deviceStore.outbox();
            Outbox.Batch newest = outbox.next(0, 2).orElseThrow();
            assertThat(newest.items()).extracting(Outbox.Item::sequence).containsExactly(3L, 4L);

            outbox.rejected(newest);

            assertThat(outbox.next(0, 9).orElseThrow().items())
                    .extracting(Outbox.Item::sequence)
                    .containsExactly(1L, 2L);
            assertThat(outbox.backlog()).isEqualTo(new Outbox.Backlog(4, 2, 0, 4));
        }
    }

    @Test
    void reportsEverythingAgainToARestoredServer() {
        try (DeviceStore deviceStore = DeviceStore.open(folder, SampleEntries.epoch())) {
            write(deviceStore, 3);
            Outbox.Batch all = deviceStore.outbox().next(0, 10).orElseThrow();
            deviceStore.outbox().settle(all, Collections.nCopies(3, Fate.ACCEPTED));

            deviceStore.outbox().reportEverythingAgain();

            assertThat(deviceStore.outbox().backlog().waiting()).isEqualTo(3);
        }
    }

    @Test
    void keepsThatOnlyBadgesOpenTheDevice() {
        HelperRows ended = new HelperRows("ended", List.of(), true);
        try (DeviceStore deviceStore = DeviceStore.open(folder, SampleEntries.epoch())) {
            assertThat(deviceStore.keepsakes().rows()).isEqualTo(HelperRows.NONE);
            deviceStore.keepsakes().keep(ended);
        }

        try (DeviceStore deviceStore = DeviceStore.open(folder, SampleEntries.epoch())) {
            assertThat(deviceStore.keepsakes().rows()).isEqualTo(ended);
        }
    }

    @Test
    void keepsTheDoorSheet() {
        try (DeviceStore deviceStore = DeviceStore.open(folder, SampleEntries.epoch())) {
            assertThat(deviceStore.keepsakes().doorSheet()).isEmpty();
            deviceStore.keepsakes().keep(Sample.sheet());
        }

        try (DeviceStore deviceStore = DeviceStore.open(folder, SampleEntries.epoch())) {
            assertThat(deviceStore.keepsakes().doorSheet()).contains(Sample.sheet());
        }
    }

    @Test
    void saysInOneSentenceThatAnotherKioskUsesTheFolder() {
        try (DeviceStore deviceStore = DeviceStore.open(folder, SampleEntries.epoch())) {
            assertThat(deviceStore.outbox().backlog().total()).isZero();

            assertThatThrownBy(() -> DeviceStore.open(folder, SampleEntries.epoch()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void saysInOneSentenceThatTheFolderCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThatThrownBy(() -> DeviceStore.open(file.resolve("store"), SampleEntries.epoch()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void saysThatTheJournalIsDamagedAndLeavesItAlone() throws IOException {
        Path journal = Files.writeString(folder.resolve("journal.db"), "This is no database. ".repeat(100));

        assertThatThrownBy(() -> DeviceStore.open(folder, SampleEntries.epoch()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(journal + " is no journal of a kiosk, or is damaged")
                .hasMessageContaining("name another one");
        assertThat(journal).hasContent("This is no database. ".repeat(100));
    }

    @Test
    void saysInOneSentenceThatTheJournalCannotBeOpened() throws IOException {
        Files.createDirectories(folder.resolve("journal.db"));

        assertThatThrownBy(() -> DeviceStore.open(folder, SampleEntries.epoch()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be opened");
    }

    @Test
    void writesNothingAfterItWasClosed() {
        DeviceStore deviceStore = DeviceStore.open(folder, SampleEntries.epoch());
        deviceStore.close();

        assertThatThrownBy(() -> write(deviceStore, 1)).isInstanceOf(JournalException.class);
    }

    /** A second way to the journal, past the store. */
    private Connection disk() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
    }

    private static void write(DeviceStore deviceStore, int guests) {
        for (int guest = 1; guest <= guests; guest++) {
            int number = guest;
            deviceStore.journal().write(sequence -> SampleEntries.admitted(sequence, number, Sample.MORNING));
        }
    }
}
