package org.einlass.reports.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.proof.QrReader;
import org.einlass.reports.proof.ReadBack;
import org.einlass.reports.proof.VeraPdf;
import org.junit.jupiter.api.Test;

class EnrolmentSheetsTest {
    private static final String OFFER = "EINLASS1 https://192.168.178.20:8443 https://einlass.local:8443 "
            + "Kq3v0Zb7".repeat(14) + " 7KQ2M9XW3D4T";

    private final EnrolmentSheets sheets = new EnrolmentSheets();

    private static EnrolmentSheet device(String title) {
        return new EnrolmentSheet(
                "5. Thüringer E-Government-Kongress",
                title,
                "Kiosk, Haupteingang",
                "192.168.178.20:8443, einlass.local:8443",
                "7KQ2-M9XW-3D4T",
                OFFER,
                new Wording("16.09.2025, 07:40", "16 Sept 2025, 07:40"));
    }

    @Test
    void theCodeIsReadFromThePaperAndTheStepsStandInBothLanguages() {
        byte[] pdf = sheets.pages(List.of(device("Kiosk 1")), Locale.GERMAN).pdf();

        assertThat(QrReader.read(ReadBack.render(pdf, 0, 200))).contains(OFFER);
        assertThat(ReadBack.text(pdf))
                .contains("Kiosk 1", "7KQ2-M9XW-3D4T", "einlass.local:8443", "Gilt einmal, bis 16.09.2025, 07:40")
                .contains("Das Gerät zeigt sechs Ziffern.", "The device shows six digits.");
    }

    @Test
    void eachDeviceHasAPageForArchivesAndScreenReaders() {
        PrintedPages pages =
                sheets.pages(List.of(device("Kiosk 1"), device("<b>Schalter</b> " + "W".repeat(110))), Locale.ENGLISH);

        assertThat(pages.count()).isEqualTo(2);
        assertThat(VeraPdf.findings(pages.pdf())).isEmpty();
        assertThat(ReadBack.text(pages.pdf())).contains("<b>Schalter</b>");
    }
}
