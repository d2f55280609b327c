package org.einlass.reports.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.einlass.reports.proof.ReadBack;
import org.einlass.reports.proof.VeraPdf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoughTreatmentTest {

    private static final BadgeRenderer PRESS = new BadgeRenderer(BadgeLayouts.of(BadgeFormat.A6));

    @ParameterizedTest
    @EnumSource(BadgeFormat.class)
    void aNameOfFiveHundredCharactersGoesToTheDeskOrIsSetWhole(BadgeFormat format) {
        BadgeRenderer press = new BadgeRenderer(BadgeLayouts.of(format));

        for (String name : List.of("W".repeat(500), "Anna ".repeat(100), "a b ".repeat(125), "Müller-".repeat(71))) {
            assertThat(press.set(SampleBadges.named(name)))
                    .isEqualTo(new LaidOutBadge.NeedsBadgeName(LaidOutBadge.Reason.TOO_LONG, ""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t\n", "\u200B\u200E\u202E", "\u0000\u0007\u001B", "\uD83D", "\uFFFF"})
    void aNameOfNothingVisibleGoesToTheDesk(String name) {
        assertThat(PRESS.set(SampleBadges.named(name)))
                .isEqualTo(new LaidOutBadge.NeedsBadgeName(LaidOutBadge.Reason.EMPTY, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "Anna 🦩 Müller, 🦩",
        "王小明, 王小明",
        "Kim 민수, 민수",
        "สมชาย, สมชาย",
    })
    void aNameInAScriptThatNoFontHasGoesToTheDeskWithTheCharactersNamed(String name, String missing) {
        LaidOutBadge set = PRESS.set(SampleBadges.named(name));

        assertThat(set).isEqualTo(new LaidOutBadge.NeedsBadgeName(LaidOutBadge.Reason.CHARACTERS_MISSING, missing));
        assertThat(((LaidOutBadge.NeedsBadgeName) set).german())
                .contains(missing)
                .endsWith("eintragen.");
    }

    @ParameterizedTest
    @CsvSource({
        "'An\u0000na\u0007 Mül\u200Bler', Anna Müller",
        "'Anna\tMüller\r\n', Anna Müller",
        "'Mu\u0308ller', Müller",
        "'\u202EAnna Müller', Anna Müller",
        "<b>Anna</b> &amp; Müller, <b>Anna</b> &amp; Müller",
        "'<style isBold=''true''>A</style>', '<style isBold=''true''>A</style>'",
        "$P{X} $F{y} #{z}, $P{X} $F{y} #{z}",
        "Leila حداد Schmidt, Leila حداد Schmidt",
        "אנה Müller, אנה Müller",
        "Anna 😀 Müller, Anna 😀 Müller",
    })
    void aStrangeNameIsCleanedAndSetAsItIsRead(String given, String read) {
        LaidOutBadge.Ready ready = (LaidOutBadge.Ready) PRESS.set(SampleBadges.named(given));
        byte[] pdf = ready.pages().pdf();

        assertThat(ReadBack.spoken(pdf).get(0)).contains(ReadBack.normal(read));
        assertThat(VeraPdf.findings(pdf)).isEmpty();
    }

    @Test
    void whatNoFontDrawsInALesserFieldIsLeftOutAndSaid() {
        Badge badge = SampleBadges.badge(BadgeName.chosen("Li Wu"), "Chef 🚀", "北京大学", "", SampleBadges.ATTENDEE);

        LaidOutBadge.Ready ready = (LaidOutBadge.Ready) PRESS.set(badge);

        assertThat(ready.remarks())
                .containsExactlyInAnyOrder(
                        new Remark(Remark.Kind.CHARACTERS_MISSING, FieldKind.FUNCTION, "🚀"),
                        new Remark(Remark.Kind.CHARACTERS_MISSING, FieldKind.ORGANISATION, "北京大学"));
        assertThat(ReadBack.text(ready.pages().pdf())).contains("Chef");
    }

    @Test
    void fieldsThatFindNoRoomGiveWayInTheirOrderAndAreNamed() {
        Badge badge = SampleBadges.badge(
                new BadgeName("Dr.", "Maximiliane Alexandra", "von", "Wiesenthaler-Obermoser", ""),
                "Beauftragte für Informationssicherheit ".repeat(12),
                "Bundesamt für zentrale Dienste ".repeat(12),
                "W".repeat(300),
                SampleBadges.ATTENDEE);

        LaidOutBadge.Ready ready = (LaidOutBadge.Ready) PRESS.set(badge);

        assertThat(ready.remarks()).contains(new Remark(Remark.Kind.LEFT_OUT, FieldKind.DEPARTMENT, ""));
        assertThat(ready.remarks())
                .allSatisfy(remark -> assertThat(remark.german()).endsWith("."))
                .allSatisfy(remark -> assertThat(remark.english()).endsWith("."));
        assertThat(ReadBack.text(ready.pages().pdf())).contains("Maximiliane Alexandra");
    }

    @Test
    void aLogoOfAHundredMegapixelsIsMadeSmallWhileItIsRead() throws IOException {
        BadgeRenderer press = new BadgeRenderer(withLogo(png(10_000, 10_000)));

        LaidOutBadge.Ready ready = (LaidOutBadge.Ready) press.set(SampleBadges.typical());

        assertThat(ready.remarks()).isEmpty();
        assertThat(ready.pages().pdf()).hasSizeLessThan(2_000_000);
        assertThat(VeraPdf.findings(ready.pages().pdf())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no Base64!", "bm8gcGljdHVyZQ==", "iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB"})
    void aLogoThatIsMissingOrNoPictureIsSaidOnEveryBadge(String picture) {
        BadgeRenderer press = new BadgeRenderer(withLogo(picture));

        LaidOutBadge.Ready ready = (LaidOutBadge.Ready) press.set(SampleBadges.typical());

        assertThat(ready.remarks()).extracting(Remark::kind).containsExactly(Remark.Kind.PICTURE_UNREADABLE);
        assertThat(VeraPdf.findings(ready.pages().pdf())).isEmpty();
    }

    private static BadgeLayout withLogo(String picture) {
        BadgeLayout a6 = BadgeLayouts.of(BadgeFormat.A6);
        Logo logo = new Logo(new Place(70, 8, 27, 15), "Logo des Veranstalters", picture);
        return new BadgeLayout(
                a6.name(), a6.format(), "#FFFFFF", List.of(logo), a6.blocks(), a6.band(), a6.code(), a6.back());
    }

    private static String png(int width, int height) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", file);
        return Base64.getEncoder().encodeToString(file.toByteArray());
    }

    @Test
    void veryLongLesserTextsNeverBreakTheBand() {
        CategoryBand band = new CategoryBand(
                "Ausstellerinnen- und Ausstellervertreterversammlung".repeat(8),
                "",
                SampleBadges.PRESS.colour(),
                BandPattern.TEETH);
        Badge badge = SampleBadges.badge(BadgeName.chosen("Li Wu"), "", "", "", band);

        assertThat(PRESS.set(badge)).isInstanceOf(LaidOutBadge.Ready.class);
    }
}
