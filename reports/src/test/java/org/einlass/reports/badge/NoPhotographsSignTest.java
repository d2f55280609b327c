package org.einlass.reports.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.reports.Inks;
import org.einlass.reports.Millimetres;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.page.PageFrame;
import org.einlass.reports.proof.QrReader;
import org.einlass.reports.proof.ReadBack;
import org.einlass.reports.proof.VeraPdf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The camera struck through on the badge of whoever wants no photographs. */
class NoPhotographsSignTest {
    private static final int DPI = 203;

    @Test
    void standsOnTheBadgeOfWhoeverSaidNoAndOnNoOther() {
        assertThat(badge("NO").noPhotographs()).isTrue();
        assertThat(badge("YES").noPhotographs()).isFalse();
        assertThat(badge("").noPhotographs()).isFalse();
        assertThat(badge("NO").marked("2 · 37").noPhotographs()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(BadgeFormat.class)
    void isEightMillimetresLargeBlackOnWhiteAlsoInOneBit(BadgeFormat format) {
        PageFrame words = BadgeLayouts.of(format).band().words().points();
        PageFrame tile = NoPhotographsSign.tile(words);

        assertThat(Millimetres.ofPoints(tile.width())).isBetween(9.59, 9.61);
        for (Inks inks : Inks.values()) {
            double with = dark(pages(format, "NO").raster(0, DPI, inks), tile, format);
            assertThat(with).as(inks + ": black camera on a white tile").isBetween(0.25, 0.7);
        }
    }

    @Test
    void looksAsInTheReadme() throws IOException {
        BufferedImage colour = pages(BadgeFormat.LABEL_62_100, "NO").raster(0, 144, Inks.COLOUR);
        BufferedImage black = pages(BadgeFormat.LABEL_62_100, "NO").raster(0, 144, Inks.BLACK);
        BufferedImage both =
                new BufferedImage(2 * colour.getWidth() + 24, colour.getHeight(), BufferedImage.TYPE_BYTE_INDEXED);
        both.createGraphics().drawImage(colour, 0, 0, null);
        both.createGraphics().drawImage(black, colour.getWidth() + 24, 0, null);
        Path file = Path.of("src/docs/badge-no-photographs.png");
        if ("write".equals(System.getProperty("einlass.pictures"))) {
            ImageIO.write(both, "png", file.toFile());
        }

        BufferedImage shown = ImageIO.read(file.toFile());

        assertThat(shown.getWidth()).isEqualTo(both.getWidth());
        assertThat(Files.readString(Path.of("README.md"))).contains("src/docs/" + file.getFileName());
    }

    @ParameterizedTest
    @EnumSource(BadgeFormat.class)
    void isReadOutAndLeavesCodeAndWordsAsTheyWere(BadgeFormat format) {
        PrintedPages pages = pages(format, "NO");
        byte[] pdf = pages.pdf();

        assertThat(VeraPdf.findings(pdf)).isEmpty();
        assertThat(ReadBack.text(pdf)).contains("Referentin Speaker");
        assertThat(QrReader.read(pages.raster(0, DPI, Inks.BLACK))).contains(SampleBadges.CODE);
    }

    /** The part of the tile's dots that is dark. */
    private static double dark(BufferedImage image, PageFrame tile, BadgeFormat format) {
        double dots = DPI / 72.0;
        boolean several = format == BadgeFormat.A4_EIGHT;
        double spare = Millimetres.toPoints(format.sheetWidth() - format.width() * (several ? 2 : 1));
        double left = several ? spare / 2 : spare;
        double top = several ? Millimetres.toPoints(format.sheetHeight() - format.height() * 4) / 2 : 0;
        long dark = 0;
        long all = 0;
        for (int y = (int) ((tile.y() + top) * dots) + 2; y < (tile.bottom() + top) * dots - 2; y++) {
            for (int x = (int) ((tile.x() + left) * dots) + 2; x < (tile.right() + left) * dots - 2; x++) {
                dark += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
                all++;
            }
        }
        return (double) dark / all;
    }

    private static PrintedPages pages(BadgeFormat format, String answer) {
        return ((LaidOutBadge.Ready) new BadgeRenderer(BadgeLayouts.of(format)).set(badge(answer))).pages();
    }

    private static Badge badge(String answer) {
        Attendee attendee = AttendeeField.attendee(field -> switch (field) {
            case GIVEN_NAME -> "Zoë";
            case FAMILY_NAME -> "Weiß";
            case ORGANISATION -> "Stadt Gera";
            case PHOTOGRAPHS -> answer;
            default -> "";
        });
        return Badge.of(
                attendee,
                SampleBadges.SPEAKER,
                SampleBadges.CODE,
                "Digitales Thüringen 2022",
                List.of("2. E-Government-Kongress"),
                Locale.GERMAN);
    }
}
