package org.einlass.proof.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.RosterSnapshot;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.gate.DeviceClock;
import org.einlass.kiosk.gate.Gate;
import org.einlass.kiosk.gate.GateListener;
import org.einlass.kiosk.gate.GateSettings;
import org.einlass.kiosk.gate.Journal;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.PassageQuery;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.gate.Uplink;
import org.einlass.kiosk.gate.VirtualExecutor;
import org.einlass.kiosk.store.DeviceStore;
import org.einlass.kiosk.sync.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * A device of the table without network: its own store with the server's roster and with the history it saw
 * itself, and a real gate for each door. What the table scans is not written to its journal, so that each row
 * stands for itself.
 */
final class TableDevice implements AutoCloseable {
    private final DeviceStore store;

    TableDevice(Path folder, long number) throws IOException {
        store = DeviceStore.open(Files.createDirectories(folder), new EpochId(new UUID(0x7000L, number)));
    }

    Journal journal() {
        return store.journal();
    }

    Outbox outbox() {
        return store.outbox();
    }

    void install(RosterSnapshot snapshot, Path file) throws IOException {
        Path place = store.rosterShelf().place();
        Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
        store.rosterShelf().install(snapshot, place);
    }

    /** What guests meet with who show these texts at a door one after the other. */
    List<TableResult> show(DoorSheet door, boolean sure, List<String> texts) {
        VirtualExecutor loop = new VirtualExecutor(TableEvent.NOW);
        DeviceClock clock = new DeviceClock(loop, loop::nanos, Sample.BOOT);
        if (sure) {
            clock.contact(TableEvent.NOW);
        }
        Screen screen = new Screen();
        Gate gate = new Gate(
                GateSettings.USUAL,
                new Gate.Edges(loop, clock, new Random(1), new NoNetwork(), new HistoryOnly(), store.roster(), screen));
        gate.post(door);
        List<TableResult> shown = new ArrayList<>();
        for (String text : texts) {
            screen.last = null;
            gate.cleared();
            gate.read(text);
            loop.settle();
            shown.add(screen.last());
        }
        return shown;
    }

    @Override
    public void close() {
        store.close();
    }

    private final class HistoryOnly implements Journal {
        @Override
        public JournalEntry write(LongFunction<JournalEntry> entry) {
            return entry.apply(1);
        }

        @Override
        public Optional<Instant> firstPassage(PassageQuery wanted) {
            return store.journal().firstPassage(wanted);
        }

        @Override
        public boolean printed(RegistrationId registration, Phase phase) {
            return store.journal().printed(registration, phase);
        }
    }

    private static final class NoNetwork implements Uplink {
        @Override
        public void ask(ScanQuestion question, Consumer<Reply<ScanAnswer>> then) {
            then.accept(new Reply.Silent<>(NoAnswer.UNREACHABLE));
        }

        @Override
        public void fetchSheet(Consumer<Reply<DoorSheet>> then) {
            then.accept(new Reply.Silent<>(NoAnswer.UNREACHABLE));
        }
    }

    private static final class Screen implements GateListener {
        private @Nullable TableResult last;

        TableResult last() {
            if (last == null) {
                throw new AssertionError("The gate showed nothing.");
            }
            return last;
        }

        @Override
        public void reading(EntryId scan) {}

        @Override
        public void passed(ShownOutcome shownOutcome) {
            last = TableResult.of(shownOutcome);
        }

        @Override
        public void unable(EntryId scan, Trouble trouble) {
            throw new AssertionError(trouble);
        }
    }
}
