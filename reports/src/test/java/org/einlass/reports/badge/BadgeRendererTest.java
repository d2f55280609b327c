package org.einlass.reports.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.einlass.reports.Inks;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.proof.QrReader;
import org.einlass.reports.proof.ReadBack;
import org.einlass.reports.proof.VeraPdf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BadgeRendererTest {

    private final BadgeRenderer press = new BadgeRenderer(BadgeLayouts.of(BadgeFormat.A6));

    @Test
    void everythingThatWasGivenStandsOnTheBadge() {
        String text = ReadBack.text(ready(SampleBadges.typical()).pages().pdf());

        assertThat(text)
                .contains("Prof. Dr. Anna-Maria von der Heide")
                .contains("Abteilungsleiterin Digitalisierung")
                .contains("Thüringer Ministerium für Digitales und Infrastruktur")
                .contains("Referat 34, E-Government und OZG-Umsetzung")
                .contains("2. E-Government-Kongress · 5. IT-Leistungsschau")
                .contains("Referentin Speaker");
    }

    @Test
    void aBadgeIsFitForArchivesAndForScreenReaders() {
        assertThat(VeraPdf.findings(ready(SampleBadges.typical()).pages().pdf()))
                .isEmpty();
        assertThat(VeraPdf.findings(ready(SampleBadges.extreme()).pages().pdf()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Inks.class)
    void theBadgeCodeIsReadFromItsOwnRaster(Inks inks) {
        PrintedPages pages = ready(SampleBadges.typical()).pages();

        BufferedImage raster = pages.raster(0, 203, inks);

        assertThat(QrReader.read(raster)).contains(SampleBadges.CODE);
    }

    @Test
    void aNameThatDoesNotFitGoesToTheDesk() {
        LaidOutBadge set = press.set(SampleBadges.named("Donaudampfschifffahrtsgesellschaftskapitän".repeat(3)));

        assertThat(set).isEqualTo(new LaidOutBadge.NeedsBadgeName(LaidOutBadge.Reason.TOO_LONG, ""));
    }

    @Test
    void theNamesCapitalsAreSixMillimetresHighWhereTheNameAllows() {
        assertThat(ready(SampleBadges.typical()).capHeight()).isGreaterThanOrEqualTo(6);
        assertThat(ready(SampleBadges.shortest()).capHeight()).isGreaterThanOrEqualTo(6);
    }

    private LaidOutBadge.Ready ready(Badge badge) {
        LaidOutBadge set = press.set(badge);
        assertThat(set).isInstanceOf(LaidOutBadge.Ready.class);
        return (LaidOutBadge.Ready) set;
    }
}
