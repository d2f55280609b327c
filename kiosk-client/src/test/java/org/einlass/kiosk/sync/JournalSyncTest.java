package org.einlass.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.JournalReceipt.EntryReceipt;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.gate.VirtualExecutor;
import org.einlass.kiosk.store.DeviceStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalSyncTest {
    private final VirtualExecutor loop = new VirtualExecutor(Sample.MORNING);
    private final Post post = new Post();
    private boolean guestWaits;
    private DeviceStore deviceStore;
    private JournalSync journalSync;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        deviceStore = DeviceStore.open(folder, SampleEntries.epoch());
        journalSync =
                new JournalSync(SyncSettings.USUAL, loop, new Random(3), deviceStore.outbox(), post, () -> guestWaits);
    }

    @AfterEach
    void close() {
        deviceStore.close();
    }

    @Test
    void reportsAnOutcomeWithinTwoSeconds() {
        write(1);

        journalSync.wake();
        loop.pass(Duration.ofSeconds(2));

        assertThat(post.arrived).containsExactly(1L);
        assertThat(waiting()).isZero();
    }

    @Test
    void deliversALongBacklogBatchAfterBatchWithoutPause() {
        write(1600);

        journalSync.wake();
        loop.pass(Duration.ofSeconds(2));

        assertThat(waiting()).isZero();
        assertThat(post.batches).hasSize(4);
        assertThat(post.arrived).hasSize(1600);
    }

    @Test
    void letsTheGuestAtTheScannerGoFirst() {
        write(1);
        guestWaits = true;

        journalSync.wake();
        loop.pass(Duration.ofSeconds(5));
        assertThat(post.batches).isEmpty();

        guestWaits = false;
        loop.pass(Duration.ofSeconds(1));
        assertThat(waiting()).isZero();
    }

    @Test
    void triesAgainWithGrowingPausesAndKeepsEverything() {
        write(2);
        post.answers = batch -> new Reply.Silent<>(NoAnswer.UNREACHABLE);

        journalSync.wake();
        loop.pass(Duration.ofMinutes(10));
        assertThat(waiting()).isEqualTo(2);
        assertThat(post.batches.size()).isBetween(15, 50);

        post.answers = post::accept;
        loop.pass(Duration.ofMinutes(1));
        assertThat(waiting()).isZero();
    }

    @Test
    void doesNotWaitOutAPauseWhenTheServerIsHeardOfElsewhere() {
        write(1);
        post.answers = batch -> new Reply.Silent<>(NoAnswer.BUSY);
        journalSync.wake();
        loop.pass(Duration.ofMinutes(10));

        post.answers = post::accept;
        journalSync.serverIsBack();
        loop.pass(Duration.ofSeconds(2));

        assertThat(waiting()).isZero();
    }

    @Test
    void leavesABusyServerAloneForAsLongAsItAsksAndNotMuchLonger() {
        write(1);
        post.answers = batch -> new Reply.Silent<>(NoAnswer.BUSY, Duration.ofSeconds(40));
        journalSync.wake();
        loop.pass(Duration.ofSeconds(2));
        post.answers = post::accept;

        journalSync.serverIsBack();
        journalSync.wake();
        loop.pass(Duration.ofSeconds(38));
        assertThat(post.batches).hasSize(1);

        loop.pass(Duration.ofSeconds(25));
        assertThat(waiting()).isZero();
    }

    @Test
    void takesAReportThatIsNeverAnsweredForLost() {
        write(1);
        post.answers = batch -> null;
        journalSync.wake();
        loop.pass(Duration.ofSeconds(20));

        post.answers = post::accept;
        loop.pass(Duration.ofSeconds(20));

        assertThat(waiting()).isZero();
    }

    @Test
    void takesAReceiptThatForgetsAnEntryForNone() {
        write(2);
        post.answers = batch -> new Reply.Answered<>(
                new JournalReceipt(List.of(new EntryReceipt(0, Fate.ACCEPTED, null)), Instant.EPOCH));

        journalSync.wake();
        loop.pass(Duration.ofSeconds(5));

        assertThat(waiting()).isEqualTo(2);
    }

    @Test
    void aPoisonEntryHoldsNobodyUpButItsOwnBatch() {
        write(1200);
        post.answers = batch -> holds(batch, 777) ? new Reply.Silent<>(NoAnswer.REJECTED) : post.accept(batch);

        journalSync.wake();
        loop.pass(Duration.ofSeconds(2));

        assertThat(waiting()).isEqualTo(1);
        assertThat(post.arrived).hasSize(1199);
        int rejectedAt = IntStream.range(0, post.batches.size())
                .filter(i -> holds(post.batches.get(i), 777))
                .findFirst()
                .orElseThrow();
        assertThat(post.batches.get(rejectedAt + 1).items()).hasSize(500);
    }

    @Test
    void newEntriesPassAPoisonEntry() {
        write(1);
        post.answers = batch -> holds(batch, 1) ? new Reply.Silent<>(NoAnswer.REJECTED) : post.accept(batch);
        journalSync.wake();
        loop.pass(Duration.ofSeconds(10));

        write(5);
        journalSync.wake();
        loop.pass(Duration.ofSeconds(2));

        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void deliversInBigBatchesAgainOnceTheServerTakesWhatItRejected() {
        write(60);
        post.answers = batch -> new Reply.Silent<>(NoAnswer.REJECTED);
        journalSync.wake();
        loop.pass(Duration.ofHours(1));
        assertThat(waiting()).isEqualTo(60);

        post.answers = post::accept;
        loop.pass(Duration.ofMinutes(10));

        assertThat(waiting()).isZero();
    }

    @Test
    void knocksSeldomWhereAServerRejectsEverything() {
        write(500);
        post.answers = batch -> new Reply.Silent<>(NoAnswer.REJECTED);

        journalSync.wake();
        loop.pass(Duration.ofHours(1));

        assertThat(post.batches.size()).isLessThan(400);
        assertThat(waiting()).isEqualTo(500);
    }

    private static boolean holds(Outbox.Batch batch, long sequence) {
        return batch.items().stream().anyMatch(item -> item.sequence() == sequence);
    }

    private long waiting() {
        return deviceStore.outbox().backlog().waiting();
    }

    private void write(int guests) {
        for (int guest = 1; guest <= guests; guest++) {
            int number = guest;
            deviceStore.journal().write(sequence -> SampleEntries.admitted(sequence, number, Sample.MORNING));
        }
    }

    /** A way to a server that answers as the test likes; null for never. */
    private static final class Post implements JournalUplink {
        private final List<Outbox.Batch> batches = new ArrayList<>();
        private final Set<Long> arrived = new TreeSet<>();
        private Function<Outbox.Batch, Reply<JournalReceipt>> answers = this::accept;

        @Override
        public void carry(Outbox.Batch batch, Consumer<Reply<JournalReceipt>> then) {
            batches.add(batch);
            Reply<JournalReceipt> reply = answers.apply(batch);
            if (reply != null) {
                then.accept(reply);
            }
        }

        Reply<JournalReceipt> accept(Outbox.Batch batch) {
            batch.items().forEach(item -> arrived.add(item.sequence()));
            List<EntryReceipt> fates = IntStream.range(0, batch.items().size())
                    .mapToObj(index -> new EntryReceipt(index, Fate.ACCEPTED, null))
                    .toList();
            return new Reply.Answered<>(new JournalReceipt(fates, Instant.EPOCH));
        }
    }
}
