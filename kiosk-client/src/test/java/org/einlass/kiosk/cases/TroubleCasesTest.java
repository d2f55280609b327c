package org.einlass.kiosk.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.einlass.contract.admission.Verdict;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.screen.UsbScanner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong at a kiosk that runs, and ends by itself: disk, camera, window. */
@Tag("scanner")
@Timeout(600)
class TroubleCasesTest {
    private static final String TROUBLE = "Gleich sind wir für Sie da";

    @TempDir
    private static Path folder;

    private static RealKiosk kiosk;

    /** What may become of a camera. */
    enum Mishap {
        GONE {
            @Override
            void happens() {
                kiosk.camera.switchOff();
            }

            @Override
            void ends() throws Exception {
                kiosk.camera.switchOn();
            }
        },
        STALLED {
            @Override
            void happens() {
                kiosk.cameraStalls(true);
            }
        },
        BLACK {
            @Override
            void happens() {
                kiosk.sees(Film.black());
            }
        },
        COVERED {
            @Override
            void happens() {
                kiosk.sees(Film.covered());
            }
        };

        abstract void happens();

        void ends() throws Exception {
            kiosk.sees(Film.hall());
        }
    }

    @BeforeAll
    static void open() throws Exception {
        kiosk = new RealKiosk.Start()
                .world(made -> {
                    made.server.assigns(House.sheet("Kongress"));
                    House.invite(made.server);
                })
                .in(folder);
        kiosk.await(
                "a calm corner",
                screen -> screen.has("preview") && !screen.signs().contains("Gästeliste"));
    }

    @AfterAll
    static void close() throws Exception {
        if (kiosk != null) {
            kiosk.close();
        }
    }

    @Test
    void case04AJournalThatAnotherProgramHoldsIsNamedAndItsTroubleEndsByItself() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("store/journal.db"));
                Statement lock = other.createStatement()) {
            lock.execute("BEGIN IMMEDIATE");
            kiosk.scanner.type(Sample.ticket(1).text()).press(UsbScanner.ENTER);

            Screen screen = kiosk.awaitText(TROUBLE);
            assertThat(screen.text())
                    .contains("An Schalter 2 helfen wir Ihnen gern")
                    .contains("Ein anderes Programm hält das Journal besetzt")
                    .doesNotContain("Festplatte");
            kiosk.awaitSign("Journal", true);
            assertThat(kiosk.verdictsNow(House.ticket(1))).isEmpty();
            lock.execute("ROLLBACK");
        }

        kiosk.awaitText(RealKiosk.IDLE);
        kiosk.awaitSign("Journal", false);
        kiosk.scanner.type(Sample.ticket(1).text()).press(UsbScanner.ENTER);
        assertThat(kiosk.verdicts(House.ticket(1))).containsOnly(Verdict.ADMITTED);
        kiosk.awaitText(RealKiosk.IDLE);
    }

    @Test
    void case04AFullDiskIsNamedAndItsTroubleEndsByItself(@TempDir Path place) throws Exception {
        List<String> onASmallDisk = List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                "mount -t tmpfs -o size=6m einlass \"$0\" && exec \"$@\"",
                Files.createDirectory(place.resolve("store")).toString());
        assumeTrue(canMount(onASmallDisk), "this machine lets nobody mount a file system of their own");
        try (RealKiosk small = new RealKiosk.Start()
                .with("printer", "")
                .behind(onASmallDisk)
                .world(made -> House.invite(made.server))
                .in(place)) {
            small.await(
                    "a calm corner",
                    screen -> screen.has("preview") && !screen.signs().contains("Gästeliste"));
            Path filler = Path.of("/proc/" + small.pid() + "/root" + place.resolve("store/filler"));
            fill(filler);
            small.scanner.type(Sample.ticket(2).text()).press(UsbScanner.ENTER);

            Screen screen = small.awaitText(TROUBLE);
            assertThat(screen.text())
                    .contains("An Schalter 2 helfen wir Ihnen gern")
                    .contains("Die Festplatte nimmt nichts an")
                    .doesNotContain("anderes Programm");
            small.awaitSign("Journal", true);
            assertThat(small.verdictsNow(House.ticket(2))).isEmpty();
            Files.delete(filler);

            small.awaitText(RealKiosk.IDLE);
            small.awaitSign("Journal", false);
            small.scanner.type(Sample.ticket(2).text()).press(UsbScanner.ENTER);
            assertThat(small.verdicts(House.ticket(2))).containsOnly(Verdict.ADMITTED);
        }
    }

    private static boolean canMount(List<String> command) throws Exception {
        List<String> trial = new ArrayList<>(command);
        trial.add("true");
        try {
            Process process =
                    new ProcessBuilder(trial).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static void fill(Path filler) throws Exception {
        try (OutputStream out = Files.newOutputStream(filler)) {
            for (int block = 4096; block > 0; block /= 2) {
                write(out, new byte[block]);
            }
        }
    }

    private static void write(OutputStream out, byte[] block) {
        try {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void case14ACameraThatShowsNothingLeavesNoPictureAndIsTold(Mishap mishap) throws Exception {
        kiosk.await("the camera's picture", screen -> screen.has("preview"));

        mishap.happens();

        kiosk.await("the drawing", now -> !now.has("preview") && now.has("symbol"));
        kiosk.awaitText("An Schalter 2 helfen wir Ihnen gern");
        Screen screen = kiosk.awaitSign("Kamera", true);
        assertThat(screen.text()).contains("Team: Die Kamera");
        kiosk.await("the fault in the heartbeat", now -> kiosk.server.faults().contains("CAMERA"));

        mishap.ends();

        kiosk.await("the camera's picture", now -> now.has("preview"));
        kiosk.awaitText(RealKiosk.IDLE);
        kiosk.awaitSign("Kamera", false);
    }

    @Test
    void case15NoKeyAndNoWindowManagerClosesTheKiosk() throws Exception {
        kiosk.display.askAllToClose();
        kiosk.scanner.pace(90, 60).altF4().pace(2, 3);

        kiosk.never(screen -> !screen.has("text"), Duration.ofSeconds(2));
        assertThat(kiosk.isRunning()).isTrue();
        kiosk.scanner.pause(400).type(Sample.ticket(3).text()).press(UsbScanner.ENTER);
        assertThat(kiosk.verdicts(House.ticket(3))).containsOnly(Verdict.ADMITTED);
        assertThat(kiosk.said())
                .anyMatch(line -> line.contains("sollte geschlossen werden") || line.contains("was asked to close"));
        kiosk.awaitText(RealKiosk.IDLE);
    }

    @Test
    void case16AWindowThatTakesTheKeyboardIsTheTeamsSign() throws Exception {
        kiosk.display.popUp();

        kiosk.awaitSign("Scanner", true);
        kiosk.scanner.pause(400).type(Sample.ticket(4).text()).press(UsbScanner.ENTER);
        assertThat(kiosk.verdicts(House.ticket(4))).containsOnly(Verdict.ADMITTED);
        kiosk.awaitText(RealKiosk.IDLE);
    }
}
