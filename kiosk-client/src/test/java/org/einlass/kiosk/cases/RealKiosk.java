package org.einlass.kiosk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.kiosk.FakeServer;
import org.einlass.kiosk.camera.FakeCamera;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.print.ScriptedPrinter;
import org.einlass.kiosk.screen.UsbScanner;
import org.einlass.kiosk.screen.VirtualDisplay;
import org.junit.jupiter.api.Assumptions;

/**
 * A whole kiosk: the program as an operator starts it, on an X server of its own, with a server, a camera and a printer
 * that do what a test wants.
 */
final class RealKiosk implements AutoCloseable {
    /** A busy machine takes its time; a test that is not yet right waits, and one that never is fails. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    static final String IDLE = "Bitte zeigen Sie Ihr Ticket";
    static final String PIN = "4711";

    final FakeServer server = new FakeServer();
    final ScriptedPrinter printer = new ScriptedPrinter();
    final VirtualDisplay display;
    final FakeCamera camera;
    final UsbScanner scanner;
    final Path folder;
    private final Process program;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private volatile byte[] picture = Film.hall().jpeg();
    private volatile boolean stalled;
    private int questions;

    private RealKiosk(Path folder, Start start) throws Exception {
        this.folder = folder;
        camera = new FakeCamera(to -> {
            while (true) {
                if (!stalled) {
                    FakeCamera.part(to, picture);
                }
                VirtualDisplay.pass(40);
            }
        });
        start.world.accept(this);
        display = VirtualDisplay.start(false);
        scanner = new UsbScanner(display);
        program = start(start);
    }

    /** What a kiosk is started with. */
    static final class Start {
        private final Map<String, String> settings = new TreeMap<>();
        private final Map<String, String> environment = new TreeMap<>();
        private List<String> before = List.of();
        private Consumer<RealKiosk> world = kiosk -> {};

        /** Goes before what is usual; an empty value leaves a setting out. */
        Start with(String key, String value) {
            settings.put(key, value);
            return this;
        }

        Start inEnvironment(String key, String value) {
            environment.put(key, value);
            return this;
        }

        /** Words of a command before the program's own. */
        Start behind(List<String> command) {
            before = List.copyOf(command);
            return this;
        }

        /** How server, camera and printer are when the program starts. */
        Start world(Consumer<RealKiosk> now) {
            world = now;
            return this;
        }

        /** Starts it; where there is no X server, the test is skipped and says so. */
        RealKiosk in(Path folder) throws Exception {
            boolean installed = VirtualDisplay.isInstalled();
            if (!installed) {
                System.out.println("Tests of the whole kiosk are skipped: install xvfb and x11-xkb-utils to run them.");
            }
            Assumptions.assumeTrue(installed);
            return new RealKiosk(folder, this);
        }
    }

    private Process start(Start start) throws IOException {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "server", server.address().toString(),
                "event", Sample.EVENT.toString(),
                "door", Sample.DOOR.toString(),
                "token", FakeServer.TOKEN,
                "scan", camera.address().toString(),
                "printer", printer.uri().text().toString(),
                "store", folder.resolve("store").toString(),
                "counter", "2",
                "team.pin", PIN,
                "deadline", "10000"));
        settings.putAll(start.settings);
        settings.values().removeIf(String::isEmpty);
        Path file = Files.writeString(
                folder.resolve("kiosk.properties"),
                settings.entrySet().stream()
                        .map(each -> each.getKey() + " = " + each.getValue())
                        .collect(Collectors.joining("\n")));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        List<String> command = new ArrayList<>(start.before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=false",
                "-Duser.language=de",
                "-cp",
                System.getProperty("java.class.path"),
                KioskProgram.class.getName(),
                "run",
                "--config",
                file.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DISPLAY", display.name());
        builder.environment().remove("XMODIFIERS");
        builder.environment().putAll(start.environment);
        Process started = builder.start();
        hear(started.getInputStream(), "kiosk-answers");
        hear(started.getErrorStream(), "kiosk-log");
        return started;
    }

    private void hear(InputStream stream, String name) {
        BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        Thread thread = new Thread(
                () -> reader.lines().forEach(line -> (line.startsWith(KioskProgram.SCREEN) ? answers : said).add(line)),
                name);
        thread.setDaemon(true);
        thread.start();
    }

    /** What the camera sees from now on. */
    void sees(Film film) {
        stalled = false;
        picture = film.jpeg();
    }

    /** The camera's stream stays open, and brings no more pictures. */
    void cameraStalls(boolean yes) {
        stalled = yes;
    }

    Screen screen() throws Exception {
        String question = String.valueOf(questions++);
        program.outputWriter(StandardCharsets.UTF_8).write(question + "\n");
        program.outputWriter(StandardCharsets.UTF_8).flush();
        String answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(answer)
                .as("what is on the screen; the program said %s", said)
                .isNotNull()
                .startsWith(KioskProgram.SCREEN + question);
        return Screen.of(answer);
    }

    /** Waits until the scene says this. */
    Screen awaitText(String words) throws Exception {
        return await(
                "a scene that says \"" + words + "\"", screen -> screen.text().contains(words));
    }

    /** Waits until the team's corner names this among its signs, or (false) does not. */
    Screen awaitSign(String sign, boolean shown) throws Exception {
        return await(
                "the sign " + sign + (shown ? "" : " gone"),
                screen -> screen.has("team") && screen.signs().contains(sign) == shown);
    }

    Screen await(String what, Predicate<Screen> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Screen screen = screen();
        while (!condition.test(screen)) {
            assertThat(System.nanoTime() - end)
                    .as("%s; on the screen is %s; scans: %s; the program said %s", what, screen, scans(), said)
                    .isNegative();
            VirtualDisplay.pass(20);
            screen = screen();
        }
        return screen;
    }

    /** For so long nothing of this is on the screen. */
    void never(Predicate<Screen> condition, Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Screen screen = screen();
            assertThat(condition.test(screen))
                    .as("on the screen is %s", screen.parts())
                    .isFalse();
            VirtualDisplay.pass(30);
        }
    }

    /**
     * A guest ends the screen by hand, where one is on, and leaves. The key takes effect late, since it may be
     * the first of a scanner's: pressed without need it would end the next guest's screen.
     */
    void leave() throws Exception {
        sees(Film.hall());
        VirtualDisplay.pass(450);
        if (!screen().text().contains(IDLE)) {
            scanner.pace(90, 60).press(UsbScanner.ESCAPE);
            scanner.pace(2, 3);
        }
        awaitText(IDLE);
    }

    /** What the program wrote beside its window. */
    List<String> said() {
        return List.copyOf(said);
    }

    /** What was decided about this code, as the server was told; waits for the first. */
    List<Verdict> verdicts(PresentedCode code) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Verdict> verdicts = verdictsNow(code);
        while (verdicts.isEmpty() && System.nanoTime() < end) {
            VirtualDisplay.pass(20);
            verdicts = verdictsNow(code);
        }
        return verdicts;
    }

    /** The same as far as the server knows now. */
    List<Verdict> verdictsNow(PresentedCode code) {
        LookupId wanted = Sample.SALT.lookupId(code);
        return scans().stream()
                .filter(scan -> wanted.equals(scan.code()))
                .map(scan -> scan.outcome().verdict())
                .toList();
    }

    List<JournalEntry.Scanned> scans() {
        return server.entries().values().stream()
                .filter(JournalEntry.Scanned.class::isInstance)
                .map(JournalEntry.Scanned.class::cast)
                .toList();
    }

    long pid() {
        return program.toHandle().pid();
    }

    boolean isRunning() {
        return program.isAlive();
    }

    @Override
    public void close() throws IOException {
        program.destroy();
        program.onExit().completeOnTimeout(program, 20, TimeUnit.SECONDS).join();
        program.destroyForcibly();
        display.close();
        camera.close();
        printer.close();
        server.close();
    }
}
