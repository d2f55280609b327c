package org.einlass.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.einlass.kiosk.print.ipp.PrinterUri;
import org.einlass.kiosk.queue.CrashMoment;
import org.einlass.quality.NeedsProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The printing program killed by the operating system ({@code kill -9}) at each moment, over a real CUPS and over a
 * scripted printer: started again it asks before it sends, so that no badge comes twice and none is lost.
 */
@NeedsProgram({"cupsd", "lpadmin"})
class KilledPrintingTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int BY_SIGNAL_9 = 128 + 9;
    private static final int NONE = 0;
    private static final int EARLIER = 1;
    private static final int BADGE = 2;

    @TempDir
    private static Path home;

    @TempDir
    private Path disk;

    private static PrivateCups cups;

    @BeforeAll
    static void startCups() throws Exception {
        cups = PrivateCups.start(home);
    }

    @AfterAll
    static void stopCups() throws Exception {
        if (cups != null) {
            cups.stop();
        }
    }

    @ParameterizedTest
    @EnumSource(CrashMoment.class)
    void overCupsNoBadgeComesTwiceAndNoneIsLost(CrashMoment moment) throws Exception {
        String queue = "Tod-" + moment.name();
        cups.addDevice(queue);
        int before = cups.paper().size();

        killedAndStartedAgain(PrinterUri.ofQueue(cups.address(), queue), moment);

        assertThat(cups.paper()).hasSize(before + 2);
    }

    @ParameterizedTest
    @EnumSource(CrashMoment.class)
    void overAPrinterThatSpeaksIppNoBadgeComesTwiceAndNoneIsLost(CrashMoment moment) throws Exception {
        try (ScriptedPrinter printer = new ScriptedPrinter()) {
            killedAndStartedAgain(printer.uri(), moment);

            assertThat(printer.printed()).hasSize(2);
        }
    }

    /**
     * After an earlier badge, so that the printer's memory reaches back. Whoever has no badge then scans again, as at any
     * other kiosk.
     */
    private void killedAndStartedAgain(PrinterUri printer, CrashMoment moment) throws Exception {
        run(printer, CrashMoment.NEVER, EARLIER);
        List<String> first = run(printer, moment, BADGE);
        List<String> second = run(printer, CrashMoment.NEVER, NONE);

        assertThat(first).last().isEqualTo(moment == CrashMoment.NEVER ? PrintUntilKilled.DONE : PrintUntilKilled.HERE);
        List<String> heard = new ArrayList<>(first);
        heard.addAll(second);
        if (!heard.contains("PRINTED")) {
            heard.addAll(run(printer, CrashMoment.NEVER, BADGE));
        }
        assertThat(heard).last().isEqualTo(PrintUntilKilled.DONE);
        assertThat(heard).noneMatch(line -> line.startsWith("open"));
        assertThat(heard).as("the journal hears that it is on paper").contains("PRINTED");
    }

    private List<String> run(PrinterUri printer, CrashMoment moment, int badge) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process program = new ProcessBuilder(
                        java,
                        "-Djava.awt.headless=true",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PrintUntilKilled.class.getName(),
                        disk.resolve("store").toString(),
                        printer.text().toString(),
                        moment.name(),
                        String.valueOf(badge))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            follow(program, lines, said);
        } finally {
            program.destroyForcibly();
        }
        return said;
    }

    private static void follow(Process program, BufferedReader lines, List<String> said)
            throws IOException, InterruptedException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.equals(PrintUntilKilled.HERE)) {
                program.destroyForcibly();
                assertThat(program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
                assertThat(program.exitValue()).isEqualTo(BY_SIGNAL_9);
                return;
            }
        }
        assertThat(program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isZero();
    }
}
