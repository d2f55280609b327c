package org.einlass.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.JournalReceipt.EntryReceipt;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.gate.Uplink;
import org.einlass.kiosk.gate.VirtualExecutor;
import org.einlass.kiosk.store.DeviceStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CarryingUplinkTest {
    private static final ScanQuestion QUESTION = new ScanQuestion(
            SampleEntries.id(),
            Sample.DOOR,
            Sample.ticket(1).text(),
            new DeviceTime(Sample.MORNING, Sample.BOOT, Duration.ofMinutes(5), null, null));

    private final VirtualExecutor loop = new VirtualExecutor(Sample.MORNING);
    private final List<Outbox.Batch> carried = new ArrayList<>();
    private final List<Outbox.Batch> reported = new ArrayList<>();
    private final List<Consumer<Reply<ScanAnswer>>> open = new ArrayList<>();
    private boolean guestWaits = true;
    private DeviceStore store;
    private JournalSync sync;
    private CarryingUplink uplink;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        store = DeviceStore.open(folder, SampleEntries.epoch());
        sync = new JournalSync(
                SyncSettings.USUAL,
                loop,
                new Random(3),
                store.outbox(),
                (batch, then) -> {
                    reported.add(batch);
                    then.accept(new Reply.Answered<>(receipt(batch)));
                },
                () -> guestWaits);
        uplink = new CarryingUplink(
                new Plain(),
                (question, batch, then) -> {
                    carried.add(batch);
                    open.add(then);
                },
                sync);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void bringsTheLastOutcomesWithTheNextQuestion() {
        write(3);

        ask();
        open.get(0).accept(new Reply.Answered<>(answer().with(receipt(carried.get(0)))));
        loop.pass(Duration.ofSeconds(5));

        assertThat(carried).hasSize(1);
        assertThat(carried.get(0).items()).hasSize(3);
        assertThat(waiting()).isZero();
        assertThat(reported).isEmpty();
    }

    @Test
    void carriesWhatWasWrittenWhileADeliveryWasPlannedAlready() {
        write(1);

        write(1);
        ask();

        assertThat(carried.get(0).items()).hasSize(2);
    }

    @Test
    void carriesTwentyAtMost() {
        write(50);

        ask();

        assertThat(carried.get(0).items()).hasSize(ScanQuestion.MOST_CARRIED);
    }

    @Test
    void reportsByItselfWhatAServerNamesNoFateOf() {
        write(3);
        ask();

        open.get(0).accept(new Reply.Answered<>(answer()));
        guestWaits = false;
        loop.pass(Duration.ofSeconds(5));

        assertThat(reported).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void reportsByItselfWhatWasLostWithItsQuestion() {
        write(3);
        ask();

        open.get(0).accept(new Reply.Silent<>(NoAnswer.UNREACHABLE));
        guestWaits = false;
        loop.pass(Duration.ofSeconds(5));

        assertThat(reported).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void sendsNothingTwiceAtTheSameTime() {
        write(3);
        ask();
        guestWaits = false;

        ask();
        loop.pass(Duration.ofSeconds(5));

        assertThat(carried).hasSize(1);
        assertThat(reported).isEmpty();
        assertThat(waiting()).isEqualTo(3);
    }

    private void write(int entries) {
        for (int guest = 1; guest <= entries; guest++) {
            int number = guest;
            store.journal().write(sequence -> SampleEntries.admitted(sequence, number, Sample.MORNING));
        }
        sync.wake();
        loop.pass(Duration.ofMillis(1));
    }

    private void ask() {
        uplink.ask(QUESTION, reply -> {});
    }

    private long waiting() {
        return store.outbox().backlog().waiting();
    }

    private static ScanAnswer answer() {
        return Sample.refused(QUESTION.id(), Refusal.UNKNOWN);
    }

    private static JournalReceipt receipt(Outbox.Batch batch) {
        return new JournalReceipt(
                IntStream.range(0, batch.items().size())
                        .mapToObj(index -> new EntryReceipt(index, Fate.ACCEPTED, null))
                        .toList(),
                Sample.MORNING);
    }

    private static final class Plain implements Uplink {
        @Override
        public void ask(ScanQuestion question, Consumer<Reply<ScanAnswer>> then) {}

        @Override
        public void fetchSheet(Consumer<Reply<DoorSheet>> then) {}
    }
}
