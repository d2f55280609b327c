package org.einlass.reports.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import org.einlass.reports.Inks;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.badge.Badge;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.reports.badge.BadgeLayouts;
import org.einlass.reports.badge.BadgeRenderer;
import org.einlass.reports.badge.InventedPeople;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The pictures of badges in the README: twelve invented people on each paper, sixty in all, drawn by this test at
 * 144 dpi. {@code -Deinlass.pictures=write} puts them into src/docs; else they are compared with those that lie there.
 */
class SpecimenPicturesTest {
    private static final int DPI = 144;
    private static final int EACH = 12;
    private static final int GAP = 24;
    private static final Path DOCS = Path.of("src/docs");
    private static final double MOST_DIFFERENT = 0.02;

    @ParameterizedTest
    @EnumSource(BadgeFormat.class)
    void showsTwelveInventedPeopleOnEachPaperAsItIsPrintedToday(BadgeFormat format) throws IOException {
        int first = List.of(BadgeFormat.values()).indexOf(format) * EACH;
        List<Badge> badges = InventedPeople.badges().subList(first, first + EACH);
        PrintedPages pages = new BadgeRenderer(BadgeLayouts.of(format))
                .setAll(badges, "Muster", Locale.GERMAN)
                .pages()
                .orElseThrow();

        BufferedImage drawn = sheet(pages, format == BadgeFormat.A4_EIGHT ? 2 : 4);

        Path file = DOCS.resolve("badges-" + format.word() + ".png");
        if ("write".equals(System.getProperty("einlass.pictures"))) {
            ImageIO.write(drawn, "png", file.toFile());
        }
        BufferedImage shown = ImageIO.read(file.toFile());
        assertThat(shown.getWidth()).isEqualTo(drawn.getWidth());
        assertThat(shown.getHeight()).isEqualTo(drawn.getHeight());
        assertThat(different(drawn, shown)).as("part of the dots that differ").isLessThan(MOST_DIFFERENT);
        assertThat(Files.readString(Path.of("README.md"))).contains("src/docs/" + file.getFileName());
    }

    @ParameterizedTest
    @EnumSource(BadgeFormat.class)
    void everybodyInThePicturesIsSomebodyElse(BadgeFormat format) {
        Set<String> names = new HashSet<>();
        InventedPeople.badges().forEach(badge -> names.add(badge.name().text()));

        assertThat(names).hasSize(BadgeFormat.values().length * EACH);
        assertThat(new BadgeRenderer(BadgeLayouts.of(format)).preflight(InventedPeople.badges()))
                .allMatch(finding -> finding.refusal().isEmpty());
    }

    /** The pages side by side, so many in a row. */
    private static BufferedImage sheet(PrintedPages pages, int columns) {
        List<BufferedImage> images = new ArrayList<>();
        for (int page = 0; page < pages.count(); page++) {
            images.add(pages.raster(page, DPI, Inks.COLOUR));
        }
        int width = images.get(0).getWidth() + GAP;
        int height = images.get(0).getHeight() + GAP;
        int rows = (images.size() + columns - 1) / columns;
        BufferedImage sheet =
                new BufferedImage(columns * width + GAP, rows * height + GAP, BufferedImage.TYPE_BYTE_INDEXED);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.LIGHT_GRAY);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < images.size(); i++) {
            pen.drawImage(images.get(i), GAP + i % columns * width, GAP + i / columns * height, null);
        }
        pen.dispose();
        return sheet;
    }

    private static double different(BufferedImage one, BufferedImage other) {
        long different = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                different += Math.abs((one.getRGB(x, y) & 0xFF) - (other.getRGB(x, y) & 0xFF)) > 64 ? 1 : 0;
            }
        }
        return (double) different / one.getWidth() / one.getHeight();
    }
}
