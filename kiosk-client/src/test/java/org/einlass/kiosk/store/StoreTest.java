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
import java.util.Set;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.LookupId;
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

final class StoreTest {
    private static final LookupId FIRST_TICKET = Sample.SALT.lookupId(Sample.ticket(1));

    @TempDir
    private Path folder;

    @Test
    void numbersEntriesWithoutGaps() {
        try (Store store = Store.open(folder, SampleEntries.epoch())) {
            write(store, 3);

            assertThat(store.outbox().next(0, 10).orElseThrow().items())
                    .extracting(Outbox.Item::sequence)
                    .containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void usesNoNumberUpForAnEntryThatCouldNotBeMade() {
        try (Store store = Store.open(folder, SampleEntries.epoch())) {
            assertThatThrownBy(() -> store.journal().write(sequence -> {
                        throw new IllegalStateException("not made");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            write(store, 1);

            assertThat(store.outbox().next(0, 10).orElseThrow().highWater()).isEqualTo(1);
        }
    }

    @Test
    void goesOnBehindANumberThatACommitUsedUpThoughItSeemedToFail() throws SQLException {
        EpochId epoch = SampleEntries.epoch();
        try (Store store = Store.open(folder, epoch);
                Connection disk = disk()) {
            Database.execute(
                    disk,
                    "insert into entry (epoch, sequence, id, body, admitted_at) values ('" + epoch
                            + "', 1, 'lost', '{}', 0)");
            assertThatThrownBy(() -> write(store, 1)).isInstanceOf(JournalException.class);

            write(store, 1);

            assertThat(store.outbox().next(0, 10).orElseThrow().items())
                    .extracting(Outbox.Item::sequence)
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void usesNoNumberUpForAnEntryThatTheDiskRefused() throws SQLException {
        try (Store store = Store.open(folder, SampleEntries.epoch());
                Connection disk = disk()) {
            write(store, 1);
            Database.execute(disk, "create trigger full before insert on entry begin select raise(abort, 'full'); end");
            assertThatThrownBy(() -> write(store, 1)).isInstanceOf(JournalException.class);
            Database.execute(disk, "drop trigger full");

            write(store, 1);

            assertThat(store.outbox().next(0, 10).orElseThrow().items())
                    .extracting(Outbox.Item::sequence)
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void beginsANewEpochAtEachStartAndNamesTheOneBefore() {
        EpochId first = SampleEntries.epoch();
        EpochId second = SampleEntries.epoch();
        try (Store store = Store.open(folder, first)) {
            write(store, 2);
            assertThat(store.outbox().next(0, 10).orElseThrow().predecessor()).isNull();
        }

        try (Store store = Store.open(folder, second)) {
            write(store, 1);
            Outbox.Batch newest = store.outbox().next(0, 10).orElseThrow();

            assertThat(newest.epoch()).isEqualTo(second);
            assertThat(newest.predecessor()).isEqualTo(first);
            assertThat(newest.items()).hasSize(1);
        }
    }

    @Test
    void stillReportsWhatAnEarlierStartHasLeft() {
        try (Store store = Store.open(folder, SampleEntries.epoch())) {
            write(store, 2);
        }

        try (Store store = Store.open(folder, SampleEntries.epoch())) {
            Outbox.Batch left = store.outbox().next(0, 10).orElseThrow();

            assertThat(left.items()).hasSize(2);
            store.outbox().settle(left, List.of(Fate.ACCEPTED, Fate.QUARANTINED));
            assertThat(store.outbox().next(0, 10)).isEmpty();
            assertThat(store.outbox().backlog()).isEqualTo(new Outbox.Backlog(0, 0, 1, 2));
        }
    }

    @Test
    void keepsEntriesToTheLetter() {
        try (Store store = Store.open(folder, SampleEntries.epoch())) {
            JournalEntry entry = store.journal().write(sequence -> SampleEntries.admitted(sequence, 1, Sample.MORNING));

            String json = store.outbox().next(0, 1).orElseThrow().items().get(0).json();
            assertThat(WireJson.read(json, JournalEntry.class)).contains(entry);
        }
    }

    @Test
    void remembersAfterARestartWhomItHasAdmitted() {
        try (Store store = Store.open(folder, SampleEntries.epoch())) {
            write(store, 1);
        }

        try (Store store = Store.open(folder, SampleEntries.epoch())) {
            assertThat(store.journal().admitted(Set.of(FIRST_TICKET), Instant.EPOCH, Phase.LIVE))
                    .contains(Sample.MORNING);
            assertThat(store.journal().admitted(Set.of(FIRST_TICKET), Sample.MORNING.plusSeconds(1), Phase.LIVE))
                    .isEmpty();
            assertThat(store.journal().admitted(Set.of(FIRST_TICKET), Instant.EPOCH, Phase.REHEARSAL))
                    .as("whom it admitted in another phase")
                    .isEmpty();
        }
    }

    @Test
    void remembersAPrintOnlyOnceThePrinterHasTakenIt() {
        try (Store store = Store.open(folder, SampleEntries.epoch())) {
            store.journal().write(sequence -> SampleEntries.print(sequence, 1, PrintStage.RENDERED));
            assertThat(store.journal().printed(Sample.registration(1), Phase.LIVE))
                    .isFalse();

            store.journal().write(sequence -> SampleEntries.print(sequence, 1, PrintStage.ACCEPTED));
            assertThat(store.journal().printed(Sample.registration(1), Phase.LIVE))
                    .isTrue();
            assertThat(store.journal().printed(Sample.registration(1), Phase.REHEARSAL))
                    .isFalse();
        }
    }

    @Test
    void reportsNewestEntriesFirstAndRejectedOnesLast() {
        try (Store store = Store.open(folder, SampleEntries.epoch())) {
            write(store, 4);
            Outbox outbox = store.outbox();
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
        try (Store store = Store.open(folder, SampleEntries.epoch())) {
            write(store, 3);
            Outbox.Batch all = store.outbox().next(0, 10).orElseThrow();
            store.outbox().settle(all, Collections.nCopies(3, Fate.ACCEPTED));

            store.outbox().reportEverythingAgain();

            assertThat(store.outbox().backlog().waiting()).isEqualTo(3);
        }
    }

    @Test
    void keepsTheDoorSheet() {
        try (Store store = Store.open(folder, SampleEntries.epoch())) {
            assertThat(store.keepsakes().doorSheet()).isEmpty();
            store.keepsakes().keep(Sample.sheet());
        }

        try (Store store = Store.open(folder, SampleEntries.epoch())) {
            assertThat(store.keepsakes().doorSheet()).contains(Sample.sheet());
        }
    }

    @Test
    void saysInOneSentenceThatAnotherKioskUsesTheFolder() {
        try (Store store = Store.open(folder, SampleEntries.epoch())) {
            assertThat(store.outbox().backlog().total()).isZero();

            assertThatThrownBy(() -> Store.open(folder, SampleEntries.epoch()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void saysInOneSentenceThatTheFolderCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThatThrownBy(() -> Store.open(file.resolve("store"), SampleEntries.epoch()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void saysInOneSentenceThatTheJournalIsBroken() throws IOException {
        Files.writeString(folder.resolve("journal.db"), "This is no database. ".repeat(100));

        assertThatThrownBy(() -> Store.open(folder, SampleEntries.epoch()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be opened");
    }

    @Test
    void writesNothingAfterItWasClosed() {
        Store store = Store.open(folder, SampleEntries.epoch());
        store.close();

        assertThatThrownBy(() -> write(store, 1)).isInstanceOf(JournalException.class);
    }

    /** A second way to the journal, past the store. */
    private Connection disk() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
    }

    private static void write(Store store, int guests) {
        for (int guest = 1; guest <= guests; guest++) {
            int number = guest;
            store.journal().write(sequence -> SampleEntries.admitted(sequence, number, Sample.MORNING));
        }
    }
}
