package org.einlass.reports.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
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

class HardNamesTest {

    private static final List<Badge> BADGES = HardCases.badges();

    /** The code is the same on every page; only the ink of a name that strays could spoil it. */
    private static final int OTHER_PRINTERS_EVERY = 10;

    @Test
    void thereAreMoreThanThreeHundredHardNamesAndOrganisations() {
        assertThat(HardCases.names().size() + HardCases.organisations().size()).isGreaterThanOrEqualTo(300);
        assertThat(HardCases.names()).doesNotHaveDuplicates();
        assertThat(HardCases.organisations()).doesNotHaveDuplicates();
        assertThat(BADGES.stream().map(Badge::organisation)).containsAll(HardCases.organisations());
    }

    @ParameterizedTest
    @EnumSource(BadgeFormat.class)
    void whatIsReadFromTheFileIsWhatWasGiven(BadgeFormat format) {
        LaidOutBadges set = new BadgeRenderer(BadgeLayouts.of(format)).setAll(BADGES, "Namensschilder", Locale.GERMAN);
        Map<Integer, Finding> findings =
                set.findings().stream().collect(Collectors.toMap(Finding::index, Function.identity()));
        byte[] pdf = set.pages().orElseThrow().pdf();

        List<String> spoken =
                ReadBack.spoken(pdf).stream().flatMap(List::stream).collect(Collectors.toCollection(ArrayList::new));

        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < BADGES.size(); i++) {
            Optional<Finding> finding = Optional.ofNullable(findings.get(i));
            if (finding.flatMap(Finding::refusal).isPresent()) {
                continue;
            }
            softly.assertThat(spoken.remove(ReadBack.normal(BADGES.get(i).name().text())))
                    .as("name " + BADGES.get(i).name().text())
                    .isTrue();
            if (!leftOut(finding, FieldKind.ORGANISATION)) {
                softly.assertThat(spoken.remove(ReadBack.normal(BADGES.get(i).organisation())))
                        .as("organisation " + BADGES.get(i).organisation())
                        .isTrue();
            }
        }
        softly.assertAll();
        assertThat(findings.values().stream()
                        .filter(finding -> finding.refusal().isPresent()))
                .hasSizeLessThanOrEqualTo(BADGES.size() / 25);
        assertThat(findings.values().stream().filter(finding -> leftOut(Optional.of(finding), FieldKind.ORGANISATION)))
                .hasSizeLessThanOrEqualTo(BADGES.size() / 25);
    }

    @ParameterizedTest
    @EnumSource(BadgeFormat.class)
    void everyScriptIsFitForArchivesAndScreenReadersInEveryFormat(BadgeFormat format) {
        // All of them on A6; elsewhere every sixth, which has every script and every kind of break among it.
        List<Badge> badges = IntStream.range(0, BADGES.size())
                .filter(i -> format == BadgeFormat.A6 || i % 6 == 0 || (i >= 30 && i < 48))
                .mapToObj(BADGES::get)
                .toList();

        LaidOutBadges set = new BadgeRenderer(BadgeLayouts.of(format)).setAll(badges, "Namensschilder", Locale.GERMAN);

        assertThat(VeraPdf.findings(set.pages().orElseThrow().pdf())).isEmpty();
    }

    private static boolean leftOut(Optional<Finding> finding, FieldKind field) {
        return finding.stream()
                .flatMap(found -> found.remarks().stream())
                .anyMatch(remark -> remark.field() == field && remark.kind() == Remark.Kind.LEFT_OUT);
    }

    @ParameterizedTest
    @EnumSource(
            value = BadgeFormat.class,
            names = {"A6", "LABEL_62_100", "CARD_86_54"})
    void noInkFallsOutsideTheFieldsAndEveryCodeIsRead(BadgeFormat format) {
        BadgeLayout layout = BadgeLayouts.of(format);
        LaidOutBadges set = new BadgeRenderer(layout).setAll(BADGES, "Namensschilder", Locale.GERMAN);
        PrintedPages pages = set.pages().orElseThrow();

        SoftAssertions softly = new SoftAssertions();
        for (int page = 0; page < pages.count(); page++) {
            BufferedImage black = pages.raster(page, 203, Inks.BLACK);
            softly.assertThat(strayDots(layout, black, 203, List.of(new Point2D.Double())))
                    .as("stray dots on page " + page)
                    .isZero();
            softly.assertThat(QrReader.read(black)).as("code on page " + page).contains(SampleBadges.CODE);
            if (page % OTHER_PRINTERS_EVERY == 0) {
                codeIsReadFromOtherPrinters(pages, page, softly);
            }
        }
        softly.assertAll();
    }

    private static void codeIsReadFromOtherPrinters(PrintedPages pages, int page, SoftAssertions softly) {
        for (Inks inks : Inks.values()) {
            softly.assertThat(QrReader.read(pages.raster(page, 300, inks))).contains(SampleBadges.CODE);
        }
        softly.assertThat(QrReader.read(pages.raster(page, 203, Inks.COLOUR))).contains(SampleBadges.CODE);
    }

    @ParameterizedTest
    @EnumSource(
            value = BadgeFormat.class,
            names = {"A4_EIGHT", "A6_BUTTERFLY"})
    void noInkFallsOutsideTheFieldsOfAnyBadgeOnASheet(BadgeFormat format) {
        BadgeLayout layout = BadgeLayouts.of(format);
        LaidOutBadges set = new BadgeRenderer(layout).setAll(BADGES, "Namensschilder", Locale.GERMAN);
        PrintedPages pages = set.pages().orElseThrow();
        List<Point2D> cells =
                format == BadgeFormat.A4_EIGHT ? cells(format, 2, 4, 15, 18.5) : cells(format, 2, 1, 0, 0);

        SoftAssertions softly = new SoftAssertions();
        for (int page = 0; page < pages.count(); page++) {
            softly.assertThat(strayDots(layout, pages.raster(page, 203, Inks.BLACK), 203, cells))
                    .as("stray dots on sheet " + page)
                    .isZero();
        }
        softly.assertAll();
    }

    /** Where the badges of a sheet begin, in points; all measures in millimetres. */
    private static List<Point2D> cells(BadgeFormat format, int columns, int rows, double left, double top) {
        List<Point2D> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                cells.add(new Point2D.Double(
                        Millimetres.toPoints(left + column * format.width()),
                        Millimetres.toPoints(top + row * format.height())));
            }
        }
        return cells;
    }

    /**
     * Around the badges of a sheet stand cutting marks, and between the halves of a butterfly the fold is
     * marked.
     */
    private static void coverMargins(Graphics2D pen, BadgeFormat format, List<Point2D> cells) {
        Area margins = new Area(new Rectangle2D.Double(-10_000, -10_000, 20_000, 20_000));
        for (Point2D cell : cells) {
            margins.subtract(new Area(new Rectangle2D.Double(
                    cell.getX(),
                    cell.getY(),
                    Millimetres.toPoints(format.width()),
                    Millimetres.toPoints(format.height()))));
        }
        pen.fill(margins);
        cells.forEach(cell -> pen.fill(new Rectangle2D.Double(cell.getX() - 1, -10_000, 2, 20_000)));
    }

    /**
     * Black dots that lie in no field of the layout; around each field one dot and a half is allowed, for the
     * raster.
     */
    private static int strayDots(BadgeLayout layout, BufferedImage image, int dpi, List<Point2D> cells) {
        List<PageFrame> fields = new ArrayList<>();
        layout.blocks().forEach(block -> fields.add(block.place().points()));
        fields.add(layout.band().area().points());
        fields.add(layout.code().points());
        BufferedImage covered = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = covered.createGraphics();
        pen.scale(dpi / 72.0, dpi / 72.0);
        coverMargins(pen, layout.format(), cells);
        double dot = 1.5 * 72.0 / dpi;
        for (Point2D cell : cells) {
            for (PageFrame field : fields) {
                PageFrame grown = field.inset(-dot);
                pen.fill(new Rectangle2D.Double(
                        cell.getX() + grown.x(), cell.getY() + grown.y(), grown.width(), grown.height()));
            }
        }
        pen.dispose();
        byte[] page = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        byte[] mask = ((DataBufferByte) covered.getRaster().getDataBuffer()).getData();
        int stride = (image.getWidth() + 7) / 8;
        int stray = 0;
        for (int i = 0; i < page.length; i++) {
            int padding = i % stride == stride - 1 ? stride * 8 - image.getWidth() : 0;
            stray += Integer.bitCount(~page[i] & ~mask[i] & 0xFF & (0xFF << padding));
        }
        return stray;
    }

    @Test
    void allEightCodesOfASheetAndBothOfAButterflyAreRead() {
        assertCodesRead(BadgeFormat.A4_EIGHT, 2, 4, 15, 18.5);
        assertCodesRead(BadgeFormat.A6_BUTTERFLY, 2, 1, 0, 0);
    }

    private static void assertCodesRead(BadgeFormat format, int columns, int rows, double left, double top) {
        LaidOutBadges set = new BadgeRenderer(BadgeLayouts.of(format))
                .setAll(Collections.nCopies(8, SampleBadges.typical()), "Namensschilder", Locale.GERMAN);
        for (Inks inks : Inks.values()) {
            for (int dpi : new int[] {203, 300}) {
                BufferedImage sheet = set.pages().orElseThrow().raster(0, dpi, inks);
                for (int cell = 0; cell < columns * rows; cell++) {
                    double x = left + cell % columns * format.width();
                    int row = cell / columns;
                    double y = top + row * format.height();
                    BufferedImage badge = sheet.getSubimage(
                            dots(x, dpi), dots(y, dpi), dots(format.width(), dpi) - 1, dots(format.height(), dpi) - 1);
                    assertThat(QrReader.read(badge)).contains(SampleBadges.CODE);
                }
            }
        }
    }

    private static int dots(double millimetres, int dpi) {
        return (int) (Millimetres.toPoints(millimetres) * dpi / 72);
    }

    @ParameterizedTest
    @EnumSource(BadgeFormat.class)
    void anotherProgramDrawsTheSameCode(BadgeFormat format) {
        Badge badge = SampleBadges.typical();
        LaidOutBadge.Ready ready = (LaidOutBadge.Ready) new BadgeRenderer(BadgeLayouts.of(format)).set(badge);

        for (int dpi : new int[] {203, 300}) {
            BufferedImage drawn = ReadBack.render(ready.pages().pdf(), 0, dpi);
            int side = Math.min(drawn.getWidth(), drawn.getHeight());
            BufferedImage part = format == BadgeFormat.A6_BUTTERFLY
                    ? drawn.getSubimage(drawn.getWidth() / 2, 0, drawn.getWidth() / 2, side)
                    : drawn;
            assertThat(QrReader.read(part)).contains(SampleBadges.CODE);
        }
    }
}
