package org.einlass.reports.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.proof.QrReader;
import org.einlass.reports.proof.ReadBack;
import org.einlass.reports.proof.VeraPdf;
import org.junit.jupiter.api.Test;

class HelperBadgesTest {
    private static final String CARD = "H1K7M2Q9XW3D4T5R8N6P0B1C2D3E4F";

    private final HelperBadges renderer = new HelperBadges();

    private static PrintedHelperBadge helper(String name) {
        return new PrintedHelperBadge(
                "5. Thüringer E-Government-Kongress",
                name,
                "Schalter und Tür",
                "Dienstag, 16. September 2025",
                CARD,
                "0417");
    }

    @Test
    void theBadgesCodeIsReadFromThePaper() {
        byte[] pdf =
                renderer.pages(List.of(helper("Jördis Müller")), Locale.GERMAN).pdf();

        assertThat(QrReader.read(ReadBack.render(pdf, 0, 300))).contains(CARD);
        assertThat(ReadBack.text(pdf))
                .contains("Jördis Müller", "0417", "16. September 2025")
                .doesNotContain(CARD);
    }

    @Test
    void speaksTheReadersLanguage() {
        assertThat(ReadBack.text(
                        renderer.pages(List.of(helper("Ann")), Locale.ENGLISH).pdf()))
                .contains("Cut off, and keep it apart from the badge.")
                .doesNotContain("Abschneiden");
        assertThat(ReadBack.text(
                        renderer.pages(List.of(helper("Ann")), Locale.GERMAN).pdf()))
                .contains("Abschneiden und getrennt vom Ausweis");
    }

    @Test
    void setsFiveOnAPageForArchivesAndScreenReaders() {
        String longest = "Maximiliane Prinzessin von und zu Hohenstein-Waldeck-Pyrmont " + "W".repeat(19);
        PrintedPages pages = renderer.pages(Collections.nCopies(6, helper(longest)), Locale.GERMAN);

        assertThat(pages.count()).isEqualTo(2);
        assertThat(VeraPdf.findings(pages.pdf())).isEmpty();
        assertThat(ReadBack.text(pages.pdf())).contains("W".repeat(8));
    }
}
