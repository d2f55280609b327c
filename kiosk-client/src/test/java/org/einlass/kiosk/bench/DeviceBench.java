package org.einlass.kiosk.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.RosterRow;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.gate.DeviceClock;
import org.einlass.kiosk.gate.Gate;
import org.einlass.kiosk.gate.GateListener;
import org.einlass.kiosk.gate.GateSettings;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.gate.SampleRoster;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.gate.ThreadExecutor;
import org.einlass.kiosk.gate.Uplink;
import org.einlass.kiosk.store.DeviceStore;
import org.einlass.kiosk.sync.HttpUplink;
import org.einlass.kiosk.sync.JournalSync;
import org.einlass.kiosk.sync.RosterSync;
import org.einlass.kiosk.sync.ServerAddress;
import org.einlass.kiosk.sync.SyncSettings;
import org.einlass.proof.FactServer;

/**
 * A kiosk's engine with a hundred thousand people in its roster: fetching them, deciding alone, delivering
 * eight hours of entries, and the memory that all this takes. The server is a process of its own and has no
 * database.
 */
public final class DeviceBench {
    private static final int SCANS = 600;
    private static final int ENTRIES = 1_600;

    private final ThreadExecutor loop = new ThreadExecutor("bench");
    private final BlockingQueue<ShownOutcome> passages = new ArrayBlockingQueue<>(1);
    private final DeviceStore deviceStore;
    private final HttpUplink uplink;
    private final int people;

    private DeviceBench(Path folder, URI server, int people) {
        this.people = people;
        this.deviceStore = DeviceStore.open(folder, SampleEntries.epoch());
        this.uplink = new HttpUplink(new ServerAddress(server, Sample.EVENT, Sample.DOOR, "token"));
    }

    /** Prints a line a figure. Argument: how many people. */
    public static void main(String[] arguments) throws Exception {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        if (arguments.length > 1) {
            serve(people);
            return;
        }
        Process server = startServer(people);
        try (BufferedReader line = server.inputReader()) {
            Path folder = Files.createTempDirectory("einlass-bench");
            DeviceBench bench = new DeviceBench(folder, URI.create(line.readLine()), people);
            bench.run();
            bench.close();
            remove(folder);
        } finally {
            server.destroy();
        }
    }

    private static Process startServer(int people) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        return new ProcessBuilder(java, "-cp", classes, DeviceBench.class.getName(), people + "", "serve")
                .redirectError(Redirect.INHERIT)
                .start();
    }

    private static void serve(int people) throws IOException {
        List<RosterRow> rows = IntStream.range(0, people)
                .parallel()
                .mapToObj(number -> SampleRoster.row(number, RegistrationStatus.CONFIRMED, 1))
                .toList();
        @SuppressWarnings("resource") // It lives as long as this process.
        FactServer server = new FactServer(scan -> Sample.admitted(scan, null), rows);
        System.out.println(server.address());
    }

    private void run() throws InterruptedException, IOException {
        say("snapshot of %,d people installed in %.1f s", people, seconds(install()));
        decide();
        say("%,d entries delivered in %.2f s", ENTRIES, seconds(deliver()));
        say("memory of the process: %s", memory());
    }

    private Duration install() {
        RosterSync journalSync = new RosterSync(
                SyncSettings.USUAL, loop, new Random(1), uplink, deviceStore.rosterShelf(), () -> say("restored?"));
        long begin = System.nanoTime();
        loop.execute(journalSync::open);
        await(() -> deviceStore.rosterShelf().cursor().isPresent());
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void decide() throws InterruptedException {
        DeviceClock clock = new DeviceClock(InstantSource.system(), System::nanoTime, Sample.BOOT);
        Gate gate = new Gate(
                GateSettings.USUAL,
                new Gate.Edges(
                        loop,
                        clock,
                        new Random(2),
                        new DeadUplink(),
                        deviceStore.journal(),
                        deviceStore.roster(),
                        new Witness()));
        gate.post(Sample.sheet());
        long[] micros = new long[SCANS];
        for (int i = 0; i < SCANS; i++) {
            String ticket = Sample.ticket((i * 7919) % people).text();
            loop.execute(() -> gate.read(ticket));
            micros[i] = passages.take().took().toNanos() / 1_000;
        }
        LongSummary.of(micros, SCANS / 3)
                .print("offline decision, from the reading to the journalled verdict with its badge");
    }

    private Duration deliver() {
        for (int i = (int) deviceStore.outbox().backlog().total(); i < ENTRIES; i++) {
            int number = i;
            deviceStore.journal().write(sequence -> SampleEntries.admitted(sequence, number, Sample.MORNING));
        }
        JournalSync journalSync =
                new JournalSync(SyncSettings.USUAL, loop, new Random(3), deviceStore.outbox(), uplink, () -> false);
        long begin = System.nanoTime();
        loop.execute(journalSync::wake);
        await(() -> deviceStore.outbox().backlog().waiting() == 0);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static String memory() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return String.join(
                    ", ",
                    lines.filter(line -> line.matches("Vm(RSS|HWM):.*"))
                            .map(line -> line.replaceAll("\\s+", " "))
                            .toList());
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(2_000_000);
        }
    }

    private void close() {
        loop.close();
        uplink.close();
        deviceStore.close();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private static void say(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }

    /** Times in microseconds, in order. */
    private record LongSummary(List<Long> sorted) {
        static LongSummary of(long[] micros, int warmUp) {
            return new LongSummary(
                    Arrays.stream(micros).skip(warmUp).sorted().boxed().toList());
        }

        void print(String what) {
            say(
                    "%s: median %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms of %d",
                    what, at(0.5), at(0.95), at(0.99), at(1), sorted.size());
        }

        private double at(double share) {
            return sorted.get((int) Math.ceil(share * (sorted.size() - 1))) / 1e3;
        }
    }

    /** A network that is not there. */
    private static final class DeadUplink implements Uplink {
        @Override
        public void ask(ScanQuestion question, Consumer<Reply<ScanAnswer>> then) {
            then.accept(new Reply.Silent<>(NoAnswer.UNREACHABLE));
        }

        @Override
        public void fetchSheet(Consumer<Reply<DoorSheet>> then) {
            then.accept(new Reply.Silent<>(NoAnswer.UNREACHABLE));
        }
    }

    /** Hands each verdict to the bench. */
    private final class Witness implements GateListener {
        @Override
        public void reading(EntryId scan) {}

        @Override
        public void passed(ShownOutcome shownOutcome) {
            if (shownOutcome.badge().isEmpty() || !passages.offer(shownOutcome)) {
                throw new IllegalStateException("A guest of the roster was not admitted with a badge.");
            }
        }

        @Override
        public void unable(EntryId scan, Trouble trouble) {}
    }
}
