package org.einlass.kiosk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.kiosk.FakeServer;
import org.einlass.kiosk.camera.EmptyPicture;
import org.einlass.kiosk.camera.FakeCamera;
import org.einlass.kiosk.cases.Film;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleRoster;
import org.einlass.kiosk.screen.VirtualDisplay;

/**
 * What a whole kiosk costs, as its script starts it: the time to its first window with and without its kept classes, the
 * processor's time with nothing, something and a ticket before its camera, how soon a ticket is read out of stillness,
 * and its memory. X server, camera and server are this bench's own.
 */
public final class KioskBench {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PAPER = 0xFBFAF6;
    private static final int STARTS = 5;
    private static final int TICKETS = 8;
    private static final long PAUSE_MILLIS = 33;

    private final Path program;
    private final Path folder;
    private final int people;
    private final FakeServer server = new FakeServer();
    private final AtomicLong asked = new AtomicLong();
    private final FakeCamera camera;
    private final byte[] still = Film.hall().jpeg();
    private volatile byte[][] shown = {still};

    private KioskBench(Path program, Path folder, int people) throws IOException {
        this.program = program;
        this.folder = folder;
        this.people = people;
        camera = new FakeCamera(to -> {
            for (int frame = 0; ; frame++) {
                byte[][] now = shown;
                FakeCamera.part(to, now[frame % now.length]);
                Thread.sleep(PAUSE_MILLIS);
            }
        });
    }

    /** Prints a line a figure. Arguments: the folder of the program and its libraries, that of the scripts, how many people. */
    public static void main(String[] arguments) throws Exception {
        int people = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100_000;
        Path folder = Files.createTempDirectory("einlass-kiosk-bench");
        Path program = assemble(Files.createDirectory(folder.resolve("program")), arguments[0], arguments[1]);
        KioskBench bench = new KioskBench(program, folder, people);
        bench.run();
        bench.camera.close();
        bench.server.close();
        System.exit(0);
    }

    /** Everything beside each other, as in the ZIP. */
    private static Path assemble(Path program, String built, String scripts) throws IOException {
        for (String name : List.of("kiosk-client.jar", "lib")) {
            Files.createSymbolicLink(
                    program.resolve(name), Path.of(built).toAbsolutePath().resolve(name));
        }
        for (String name : List.of("einlass-kiosk.sh", "java-options")) {
            Files.copy(Path.of(scripts).resolve(name), program.resolve(name));
        }
        return program;
    }

    private void run() throws Exception {
        for (int number = 0; number < TICKETS + 2; number++) {
            int guest = number;
            server.says(Sample.ticket(guest).text(), scan -> {
                asked.compareAndSet(0, System.nanoTime());
                return Sample.admitted(scan, Sample.badge(guest, false));
            });
        }
        say("Java %s", System.getProperty("java.version"));
        Path classes = folder.resolve("classes.jsa");
        starts("without kept classes", folder.resolve("nowhere").resolve("classes.jsa"), STARTS);
        server.invites(IntStream.range(0, people)
                .parallel()
                .mapToObj(number -> SampleRoster.row(number, RegistrationStatus.CONFIRMED, 1))
                .toList());
        long[] memory = costs(classes);
        say("resident in the run that writes the kept classes: %d MB, then %d MB", memory[0], memory[1]);
        starts("with kept classes (" + Files.size(classes) / 1_000_000 + " MB)", classes, STARTS);
        memory = costs(classes);
        say(
                "resident with camera and %,d people: %d MB after the tickets, %d MB 60 s later (goal 200)",
                people, memory[0], memory[1]);
    }

    private void starts(String how, Path classes, int times) throws Exception {
        double[] first = new double[times];
        double[] scene = new double[times];
        for (int i = 0; i < times; i++) {
            try (VirtualDisplay display = VirtualDisplay.start(false)) {
                long begin = System.nanoTime();
                Process process = start(display, classes);
                await("a window", () -> display.seen(1270, 400, 1)[0] == PAPER);
                first[i] = seconds(begin);
                await(
                        "a scene",
                        () -> Arrays.stream(display.seen(100, 400, 380))
                                        .distinct()
                                        .count()
                                > 8);
                scene[i] = seconds(begin);
                end(process);
            }
        }
        say(
                "%s: first window after %s s (goal 1.0), the scene for guests after %s s",
                how, spread(first), spread(scene));
    }

    /** Answers megabytes after the tickets, and a minute later. */
    private long[] costs(Path classes) throws Exception {
        try (VirtualDisplay display = VirtualDisplay.start(false)) {
            shown = new byte[][] {still};
            Process process = start(display, classes);
            Thread.sleep(60_000);
            say("nothing moves: %.1f %% of a core (goal 5)", 100 * share(process, 20));
            stillness(process);
            shown = new byte[][] {
                still, FakeCamera.jpeg(EmptyPicture.CLUTTER.picture(8).image())
            };
            say("everything moves: %.1f %% of a core", 100 * share(process, 15));
            shown = new byte[][] {still};
            long after = resident(process);
            Thread.sleep(60_000);
            long later = resident(process);
            end(process);
            return new long[] {after, later};
        }
    }

    /** From a ticket's first picture after seconds of stillness to the question at the server. */
    private void stillness(Process process) throws Exception {
        double[] millis = new double[TICKETS];
        Duration processor = cpu(process);
        long begin = System.nanoTime();
        for (int guest = 0; guest < TICKETS; guest++) {
            byte[] ticket = Film.hall()
                    .holding(Sample.ticket(guest).text(), 440, 160, 400)
                    .jpeg();
            asked.set(0);
            long held = System.nanoTime();
            shown = new byte[][] {ticket};
            await("a question", () -> asked.get() != 0);
            millis[guest] = (asked.get() - held) / 1e6;
            shown = new byte[][] {still};
            Thread.sleep(8_000);
        }
        say("a ticket out of stillness: asked about after %s ms", spread(millis));
        say(
                "a guest every 8 s: %.1f %% of a core",
                100 * cpu(process).minus(processor).toNanos() / (double) (System.nanoTime() - begin));
    }

    private Process start(VirtualDisplay display, Path classes) throws IOException {
        Path settings = folder.resolve("kiosk.properties");
        Files.writeString(
                settings,
                String.join(
                        "\n",
                        "server = " + server.address(),
                        "event = " + Sample.EVENT,
                        "door = " + Sample.DOOR,
                        "token = " + FakeServer.TOKEN,
                        "scan = " + camera.address(),
                        "printer = folder:" + Files.createDirectories(folder.resolve("badges")),
                        "store = " + folder.resolve("store"),
                        "counter = 2",
                        "team.pin = 4711"));
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
        ProcessBuilder builder = new ProcessBuilder(
                "sh", program.resolve("einlass-kiosk.sh").toString(), "run", "--config", settings + "");
        builder.environment().put("DISPLAY", display.name());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("EINLASS_CLASSES", classes.toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("kiosk.log").toFile()))
                .start();
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private static double share(Process process, int seconds) throws InterruptedException {
        Duration before = cpu(process);
        long begin = System.nanoTime();
        Thread.sleep(seconds * 1_000L);
        return cpu(process).minus(before).toNanos() / (double) (System.nanoTime() - begin);
    }

    private static Duration cpu(Process process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private static long resident(Process process) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", process.pid() + "", "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                    .sum();
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(String what, Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            Thread.sleep(5);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static String spread(double... values) {
        List<Double> sorted = Arrays.stream(values).sorted().boxed().toList();
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f of %d)",
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1),
                sorted.size());
    }

    private static void say(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
