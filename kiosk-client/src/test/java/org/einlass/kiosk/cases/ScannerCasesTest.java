package org.einlass.kiosk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.ExternalCode;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.screen.UsbScanner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scanner with US keys before the whole program: from the key to the verdict and what stands on the screen. */
@Tag("scanner")
@Timeout(600)
class ScannerCasesTest {
    private static final List<String> IMPORTED = List.of(
            "rs8a3p67jepqtbt9evz766bfggzhfaqh",
            "EVY-2022/47-0815_a",
            "yzYZ-0815-zyZY",
            "ABC-77-0001",
            "https://tickets.example/t?c=9f8e7d6c",
            "{\"ticketId\":\"77-0002\"}",
            "4711008150042");

    @TempDir
    private static Path folder;

    private static RealKiosk kiosk;

    @BeforeAll
    static void open() throws Exception {
        kiosk = new RealKiosk.Start()
                .with("scan", "keyboard")
                .world(made -> {
                    made.server.assigns(House.sheet("Kongress"));
                    House.invite(made.server, IMPORTED.toArray(String[]::new));
                })
                .in(folder);
        kiosk.await("a calm corner", screen -> screen.signs().contains("in Ordnung"));
    }

    @AfterAll
    static void close() throws Exception {
        if (kiosk != null) {
            kiosk.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "de", "fr", "ch"})
    void case06ImportedCodesAreAdmittedOnEveryLayout(String layout) throws Exception {
        kiosk.display.layout(layout);
        for (String code : IMPORTED) {
            int before = kiosk.scans().size();
            kiosk.scanner.pause(500).type(code).press(UsbScanner.ENTER);
            kiosk.await("a scan of " + code, screen -> kiosk.scans().size() > before);

            assertThat(kiosk.verdicts(new ExternalCode(code))).as(layout).containsOnly(Verdict.ADMITTED);
        }
        assertThat(kiosk.scans())
                .allSatisfy(scan -> assertThat(scan.outcome().verdict()).isEqualTo(Verdict.ADMITTED));
        kiosk.display.layout("us");
        kiosk.awaitText(RealKiosk.IDLE);
    }

    @Test
    void case05ATailAfterALostHeadIsAskedForAgainAndNeverJudged() throws Exception {
        int before = kiosk.scans().size();
        String code = Sample.ticket(9).text();
        kiosk.scanner.pause(3_000).type(code.substring(code.length() - 20)).press(UsbScanner.ENTER);

        Screen screen = kiosk.awaitText("Bitte noch einmal zeigen");
        assertThat(screen.text()).doesNotContain("Bitte gehen Sie");
        assertThat(kiosk.scans()).hasSize(before);
        kiosk.scanner.type(code).press(UsbScanner.ENTER);
        assertThat(kiosk.verdicts(House.ticket(9))).containsOnly(Verdict.ADMITTED);
        kiosk.awaitText(RealKiosk.IDLE);
    }

    @Test
    void case07AScannerWithoutALineEndIsReadAndTold() throws Exception {
        kiosk.scanner.pause(3_000).type(Sample.ticket(10).text());

        assertThat(kiosk.verdicts(House.ticket(10))).containsOnly(Verdict.ADMITTED);
        kiosk.awaitSign("Scanner", true);
        assertThat(kiosk.said()).anyMatch(line -> line.contains("kein Zeilenende"));
        kiosk.awaitText(RealKiosk.IDLE);
    }
}
