package org.einlass.proof.nonsense;

import static org.einlass.contract.wire.JournalReport.MOST_ENTRIES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.JournalReceipt.EntryReceipt;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.kiosk.gate.DeviceClock;
import org.einlass.kiosk.gate.Gate;
import org.einlass.kiosk.gate.GateListener;
import org.einlass.kiosk.gate.GateSettings;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Roster;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.gate.SampleRoster;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.gate.ThreadExecutor;
import org.einlass.kiosk.store.DeviceStore;
import org.einlass.kiosk.sync.HttpUplink;
import org.einlass.kiosk.sync.JournalSync;
import org.einlass.kiosk.sync.Outbox;
import org.einlass.kiosk.sync.Outbox.Backlog;
import org.einlass.kiosk.sync.Outbox.Batch;
import org.einlass.kiosk.sync.ServerAddress;
import org.einlass.kiosk.sync.SyncSettings;

/** The real store, sync and uplink of a kiosk, in a hurry: its pauses are milliseconds. */
final class DeliveringKiosk implements AutoCloseable {

    private static final GateSettings IMPATIENT = new GateSettings(
            Duration.ofMillis(300),
            2,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofSeconds(8));

    private final List<JournalEntry> journalled = new ArrayList<>();
    private final ThreadExecutor loop = new ThreadExecutor("sync");
    private final DeviceStore deviceStore;
    private final HttpUplink uplink;
    private final JournalSync journalSync;
    private final Gate gate;
    private final Queue<ShownOutcome> passages = new ConcurrentLinkedQueue<>();

    /**
     * A kiosk that knows its door.
     *
     * @param patience of a report; nonsense that never ends costs it, a slow machine needs it
     */
    DeliveringKiosk(Path folder, URI server, Duration patience) {
        this(folder, new ServerAddress(server, Sample.EVENT, Sample.DOOR, "token"), patience);
        gate.post(Sample.sheet());
    }

    /** A kiosk that has yet to be told about its door. */
    DeliveringKiosk(Path folder, ServerAddress server, Duration patience) {
        deviceStore = DeviceStore.open(folder, SampleEntries.epoch());
        uplink = new HttpUplink(server);
        journalSync =
                new JournalSync(hurried(patience), loop, new Random(1), deviceStore.outbox(), uplink, () -> false);
        DeviceClock clock = new DeviceClock(InstantSource.system(), System::nanoTime, Sample.BOOT);
        gate = new Gate(
                IMPATIENT,
                new Gate.Edges(loop, clock, new Random(2), uplink, deviceStore.journal(), roster(), new Witness()));
    }

    /** A roster in which nobody stands who comes. */
    private Roster roster() {
        byte[] file = SampleRoster.file(List.of(SampleRoster.row(1, RegistrationStatus.CANCELLED, 1)));
        try {
            Path place = Files.write(deviceStore.rosterShelf().place(), file);
            deviceStore.rosterShelf().install(SampleRoster.announcement(SampleRoster.cursor(1), 1, file), place);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return deviceStore.roster();
    }

    private static SyncSettings hurried(Duration patience) {
        return new SyncSettings(
                Duration.ofMillis(4),
                Duration.ofMillis(2),
                Duration.ofMillis(20),
                patience,
                patience,
                Duration.ofMillis(50));
    }

    /** Guests come in; each is in the journal when this returns. */
    void admit(int guests) {
        for (int i = 0; i < guests; i++) {
            int number = journalled.size();
            journalled.add(
                    deviceStore.journal().write(sequence -> SampleEntries.admitted(sequence, number, Sample.MORNING)));
        }
    }

    void deliver() {
        loop.execute(journalSync::wake);
    }

    /** Asks for the sheet of its door until it has one. @return whether it came within some minutes */
    boolean opens() {
        loop.execute(gate::open);
        return await(
                () -> CompletableFuture.supplyAsync(gate::sheet, loop::execute).join() != null);
    }

    /** A guest comes, shows a code, hears something and goes. */
    ShownOutcome serve(PresentedCode code) {
        int before = passages.size();
        loop.execute(gate::cleared);
        read(code);
        return awaitPassages(before + 1).get(before);
    }

    /**
     * Ends the kiosk's own work and sends the whole journal once more, straight to {@code server}; answers
     * what became of each entry.
     */
    List<Fate> tellAgain(ServerAddress server) {
        loop.close();
        Outbox outbox = deviceStore.outbox();
        outbox.reportEverythingAgain();
        List<Fate> fates = new ArrayList<>();
        try (HttpUplink straight = new HttpUplink(server)) {
            for (Optional<Batch> batch = outbox.next(0, MOST_ENTRIES);
                    batch.isPresent();
                    batch = outbox.next(0, MOST_ENTRIES)) {
                CompletableFuture<Reply<JournalReceipt>> reply = new CompletableFuture<>();
                straight.carry(batch.get(), reply::complete);
                List<Fate> told = reply.join().answer().orElseThrow().entries().stream()
                        .map(EntryReceipt::fate)
                        .toList();
                outbox.settle(batch.get(), told);
                fates.addAll(told);
            }
        }
        return fates;
    }

    /** A guest shows a code. */
    void read(PresentedCode code) {
        loop.execute(() -> gate.read(code.text()));
    }

    /** Waits until so many guests have passed the gate. */
    List<ShownOutcome> awaitPassages(int guests) {
        await(() -> passages.size() >= guests);
        return List.copyOf(passages);
    }

    /** All that a guest was ever shown, in the order of the journal. */
    List<JournalEntry> journalled() {
        return List.copyOf(journalled);
    }

    Backlog backlog() {
        return deviceStore.outbox().backlog();
    }

    /**
     * Waits for the server to take every entry but {@code left}.
     *
     * @return whether it did within some minutes
     */
    boolean awaitWaiting(long left) {
        return await(() -> backlog().waiting() <= left);
    }

    /** Waits for anything else. @return whether it came true within some minutes */
    static boolean await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        return condition.getAsBoolean();
    }

    @Override
    public void close() {
        loop.close();
        uplink.close();
        deviceStore.close();
    }

    /** Sees every verdict. */
    private final class Witness implements GateListener {
        @Override
        public void reading(EntryId scan) {
            // Only verdicts count here.
        }

        @Override
        public void passed(ShownOutcome shownOutcome) {
            passages.add(shownOutcome);
        }

        @Override
        public void unable(EntryId scan, Trouble trouble) {
            throw new AssertionError("The gate could not work: " + trouble);
        }
    }
}
