package org.einlass.reports.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.einlass.reports.badge.Field.Alignment.LEFT;
import static org.einlass.reports.badge.Field.Anchor.TOP;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.einlass.reports.Inks;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.proof.ReadBack;
import org.einlass.reports.proof.VeraPdf;
import org.einlass.reports.typography.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The back of a badge: the sessions in which its bearer has a seat, and the organiser's own words. */
class BadgeBackTest {
    private static final String WIFI = "WLAN Kongress-Gast, Passwort steigerwald";
    private static final List<String> AGENDA = List.of(
            "9.00 Eröffnung, Arena",
            "10.30 Workshop KI in der Verwaltung: was Kommunen heute schon tun können, Loge 4",
            "14.00 OZG 2.0, Loge 7");

    private static BadgeLayout layout(BadgeFormat format) {
        BadgeLayout front = BadgeLayouts.of(format);
        BadgeTextBlock back = new BadgeTextBlock(
                new Place(5, 5, format.width() - 10, format.height() - 10),
                List.of(
                        new Field(FieldKind.AGENDA, Weight.REGULAR, 11, 7, 7, 8, 12, LEFT, TOP, 0, 1),
                        new Field(FieldKind.NOTE, Weight.SEMIBOLD, 10, 7, 7, 2, 4, LEFT, TOP, 3, 2)));
        return new BadgeLayout(
                front.name(),
                format,
                front.background(),
                front.pictures(),
                front.blocks(),
                front.band(),
                front.code(),
                List.of(back),
                WIFI);
    }

    @ParameterizedTest
    @EnumSource(BadgeFormat.class)
    void namesEachSessionOnLinesOfItsOwnAndTheNetwork(BadgeFormat format) {
        BadgeRenderer press = new BadgeRenderer(layout(format));

        PrintedPages pages = press.setAll(
                        List.of(SampleBadges.typical().withAgenda(AGENDA)), "Namensschilder", Locale.GERMAN)
                .pages()
                .orElseThrow();
        byte[] pdf = pages.pdf();

        assertThat(pages.count()).isEqualTo(format == BadgeFormat.A6_BUTTERFLY ? 1 : 2);
        assertThat(ReadBack.text(pdf)).contains(String.join(" ", AGENDA)).contains(WIFI);
        assertThat(VeraPdf.findings(pdf)).isEmpty();
    }

    @Test
    void isLeftToPrintersThatTurnSheetsOver() {
        LaidOutBadge.Ready ready = (LaidOutBadge.Ready) new BadgeRenderer(layout(BadgeFormat.A6))
                .set(SampleBadges.typical().withAgenda(AGENDA));

        PrintedPages front = ready.pages().first();

        assertThat(front.count()).isEqualTo(1);
        assertThat(front.turned().first().count()).isEqualTo(1);
        assertThat(ReadBack.text(front.pdf())).contains("Anna-Maria").doesNotContain("Workshop KI");
        assertThat(VeraPdf.findings(front.pdf())).isEmpty();
    }

    @Test
    void saysThatAnAgendaFindsNoRoomAndNeverCutsIt() {
        List<String> tooMany = IntStream.range(0, 12)
                .mapToObj(hour -> (8 + hour) + ".00 " + "Digitalisierung der Verwaltung ".repeat(4))
                .toList();

        LaidOutBadge.Ready ready = (LaidOutBadge.Ready) new BadgeRenderer(layout(BadgeFormat.CARD_86_54))
                .set(SampleBadges.typical().withAgenda(tooMany));

        assertThat(ready.remarks()).contains(new Remark(Remark.Kind.LEFT_OUT, FieldKind.AGENDA, ""));
        assertThat(ReadBack.text(ready.pages().pdf())).contains(WIFI).doesNotContain("Digitalisierung der");
    }

    @Test
    void hasNothingOnItForSomebodyWithoutASeatButTheNetwork() {
        LaidOutBadge.Ready ready =
                (LaidOutBadge.Ready) new BadgeRenderer(layout(BadgeFormat.A6)).set(SampleBadges.typical());

        assertThat(ReadBack.pages(ready.pages().pdf()).get(1)).isEqualTo(WIFI);
        assertThat(ready.pages().raster(1, 100, Inks.BLACK).getWidth()).isPositive();
    }
}
