package org.einlass.kiosk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.kiosk.camera.StructuredAppendSymbol;
import org.einlass.kiosk.gate.Sample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a camera sees at the door, on the whole program in its window. */
@Tag("scanner")
@Timeout(600)
class CameraCasesTest {
    private static final String READY = "Ihr Namensschild ist fertig";
    private static final String COUNTER = "Bitte gehen Sie zu Schalter 2";
    private static final String ADDRESS = "https://sponsor.example/angebot?campaign=2026&stand=17";
    private static final String[] IMPORTED = {
        "ORD-4711-83920174-a",
        "rs8a3p67jepqtbt9evz766bfggzhfaqh",
        "https://tickets.example/t?c=9f8e7d6c",
        "abc-77-0001",
        "ORD-4711-83920174-b",
        "ORD-4711-83920174-c",
        "ORD-4711-83920174-d"
    };

    @TempDir
    private static Path folder;

    private static RealKiosk kiosk;

    @BeforeAll
    static void open() throws Exception {
        kiosk = new RealKiosk.Start()
                .with("codes", "qr, code128, datamatrix, aztec, pdf417")
                .world(made -> {
                    made.server.assigns(House.sheet(House.LONG_TITLE));
                    House.invite(made.server, IMPORTED);
                })
                .in(folder);
        kiosk.awaitText(RealKiosk.IDLE);
        kiosk.await("a calm corner", screen -> !screen.signs().contains("Gästeliste"));
    }

    @AfterAll
    static void close() throws Exception {
        if (kiosk != null) {
            kiosk.close();
        }
    }

    @AfterEach
    void everybodyLeaves() throws Exception {
        kiosk.leave();
    }

    @Test
    void case01ALongTitlePushesNothingOffTheScreen() throws Exception {
        kiosk.sees(Film.hall().holding("NOBODYS-CODE-4711", 460, 180, 320));

        kiosk.awaitText(COUNTER);
        Screen screen = kiosk.await("the way to end it", shown -> shown.has("done") && shown.has("aid.time"));

        Rectangle whole = new Rectangle(0, 0, 1280, 800);
        assertThat(screen.words("event")).isEqualTo(House.LONG_TITLE);
        assertThat(screen.parts())
                .containsKeys("text", "event", "aid.privacy")
                .allSatisfy((name, part) -> assertThat(whole.contains(part.place()))
                        .as("%s at %s", name, part.place())
                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "1, " + ADDRESS,
        "2, WIFI:T:WPA;S:Kongress;P:geheim;;",
        "3, 'BEGIN:VCARD\nVERSION:3.0\nN:Doe;Jo\nEND:VCARD'"
    })
    void case02AForeignTextBesideATicketNeitherBeatsNorFollowsIt(int guest, String foreign) throws Exception {
        int before = kiosk.scans().size();
        kiosk.sees(
                Film.hall().holding(Sample.ticket(guest).text(), 120, 250, 250).holding(foreign, 660, 120, 460));

        kiosk.awaitText(READY);
        kiosk.never(screen -> screen.text().contains("Schalter"), Duration.ofSeconds(5));

        assertThat(kiosk.verdicts(House.ticket(guest))).containsOnly(Verdict.ADMITTED);
        assertThat(kiosk.scans()).hasSize(before + 1);
    }

    @Test
    void case02AnImportedTicketIsNotBeatenByABiggerAddress() throws Exception {
        int before = kiosk.scans().size();
        kiosk.sees(Film.hall().holding(IMPORTED[1], 120, 250, 250).holding(ADDRESS, 660, 120, 460));

        kiosk.awaitText(READY);
        kiosk.never(screen -> screen.text().contains("Schalter"), Duration.ofSeconds(5));

        assertThat(kiosk.verdicts(new ExternalCode(IMPORTED[1]))).containsOnly(Verdict.ADMITTED);
        assertThat(kiosk.scans()).hasSize(before + 1);
    }

    @Test
    void case02AnAddressThatFollowsATicketWhileItsScreenIsOnIsIgnored() throws Exception {
        kiosk.sees(Film.hall().holding(Sample.ticket(4).text(), 440, 160, 400));
        kiosk.await("the guest's screen", screen -> screen.text().contains("Namensschild"));

        kiosk.sees(Film.hall().holding(ADDRESS, 440, 160, 400));

        kiosk.never(screen -> screen.text().contains("Schalter"), Duration.ofSeconds(6));
    }

    @Test
    void case03TwoTicketsInViewAskForOneAtATimeAndNobodyIsDecidedOn() throws Exception {
        int before = kiosk.scans().size();
        kiosk.sees(Film.hall()
                .holding(Sample.ticket(5).text(), 120, 200, 350)
                .holding(Sample.ticket(6).text(), 780, 200, 350));

        kiosk.awaitText("Bitte ein Ticket nach dem anderen");
        assertThat(kiosk.scans()).hasSize(before);

        kiosk.sees(Film.hall().holding(Sample.ticket(6).text(), 780, 200, 350));
        kiosk.awaitText(READY);
        assertThat(kiosk.verdicts(House.ticket(6))).containsExactly(Verdict.ADMITTED);
        assertThat(kiosk.verdictsNow(House.ticket(5))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CODE_128, ORD-4711-83920174-a, 520, 200",
        "DATA_MATRIX, ORD-4711-83920174-b, 300, 300",
        "AZTEC, ORD-4711-83920174-c, 300, 300",
        "PDF_417, ORD-4711-83920174-d, 500, 200"
    })
    void case21OtherKindsOfCodesAreReadWhereTheSettingsNameThem(BarcodeFormat kind, String code, int width, int height)
            throws Exception {
        kiosk.sees(Film.hall().holding(kind, code, 380, 220, width, height));

        kiosk.awaitText("Namensschild");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF%s", "%s\u00a0", "\u200b%s", "%s\r\n", " %s\t", "\u2060\uFEFF%s\u200e"})
    void case22SignsThatNobodySeesCountForNothing(String with) throws Exception {
        int guest = 20 + Math.abs(with.hashCode() % 30);
        kiosk.sees(Film.hall().holding(with.formatted(Sample.ticket(guest).text()), 440, 160, 400));

        kiosk.awaitText("Namensschild");
        assertThat(kiosk.verdicts(House.ticket(guest))).containsOnly(Verdict.ADMITTED);
    }

    @Test
    void case23HalfOfATextInTwoSymbolsIsNoCode() throws Exception {
        int before = kiosk.scans().size();
        kiosk.sees(Film.hall().holding(StructuredAppendSymbol.part(0), 460, 180, 340));

        kiosk.never(screen -> !screen.text().contains(RealKiosk.IDLE), Duration.ofSeconds(3));
        assertThat(kiosk.scans()).hasSize(before);

        kiosk.sees(Film.hall().holding(StructuredAppendSymbol.whole(), 460, 180, 340));
        kiosk.awaitText("Namensschild");
    }

    @Test
    void case34ATimeIsNotTornAtItsColon() throws Exception {
        kiosk.server.says(
                Sample.ticket(55).text(),
                scan -> new ScanAnswer(scan, Verdict.ADMITTED, null, null, Sample.MORNING, null, null, Sample.MORNING));
        kiosk.sees(Film.hall().holding(Sample.ticket(55).text(), 440, 160, 400));

        Screen screen = kiosk.awaitText("Willkommen zurück!");

        assertThat(screen.exactText()).contains("um 09:12\u00a0Uhr");
        assertThat(List.of(screen.exactText().split(" "))).noneMatch(word -> word.endsWith(":") && word.length() < 4);
    }
}
