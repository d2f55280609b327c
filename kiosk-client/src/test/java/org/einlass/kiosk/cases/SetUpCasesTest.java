package org.einlass.kiosk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.einlass.kiosk.KioskClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong from the first moment is seen at the first moment, not by the first guest. */
@Tag("scanner")
@Timeout(600)
class SetUpCasesTest {
    @TempDir
    private Path folder;

    @Test
    void case20AWrongPrinterAndAMissingCameraShowBeforeAnybodyComes() throws Exception {
        try (RealKiosk kiosk = new RealKiosk.Start()
                .with("printer", "queue:Badges-Nord")
                .inEnvironment("CUPS_SERVER", "127.0.0.1:9")
                .world(made -> {
                    House.invite(made.server);
                    made.camera.switchOff();
                })
                .in(folder)) {
            kiosk.awaitSign("Drucker", true);
            kiosk.awaitSign("Kamera", true);
            kiosk.await(
                    "both in the heartbeat", screen -> kiosk.server.faults().containsAll(List.of("PRINTER", "CAMERA")));
            assertThat(kiosk.said()).anyMatch(line -> line.contains("Badges-Nord"));
            assertThat(kiosk.scans()).isEmpty();

            String status =
                    run("status", "--config", folder.resolve("kiosk.properties").toString());
            assertThat(status).contains("Badges-Nord").contains("liefert kein Bild");
        }
    }

    @Test
    void case26AWebpPictureIsCalledByItsName() throws Exception {
        byte[] webp = "RIFF$\0\0\0WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1);
        Path picture = Files.write(folder.resolve("foto.webp"), webp);

        assertThat(run("read", picture.toString())).contains("WebP").doesNotContain("PNG, JPEG, GIF und BMP lesen");
    }

    private static String run(String... command) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Duser.language=de",
                "-cp",
                System.getProperty("java.class.path"),
                KioskClient.class.getName()));
        words.addAll(List.of(command));
        Process program = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
