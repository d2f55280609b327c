package org.einlass.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.print.PrintResult.Accepted;
import org.einlass.kiosk.print.ipp.IppPrinter;
import org.einlass.kiosk.print.ipp.PrinterUri;
import org.einlass.quality.NeedsProgram;
import org.einlass.quality.RealPart;
import org.einlass.reports.Inks;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.badge.Badge;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.reports.badge.BadgeLayouts;
import org.einlass.reports.badge.BadgeName;
import org.einlass.reports.badge.BadgeRenderer;
import org.einlass.reports.badge.BandPattern;
import org.einlass.reports.badge.CategoryBand;
import org.einlass.reports.page.Ink;
import org.einlass.reports.printer.PrinterTestPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Badges through the filters of a real CUPS, onto the paper as it lies in the printer, and back to pixels:
 * nothing is turned, cut or shrunk.
 */
@NeedsProgram({"cupsd", "lpadmin", "pdftoppm"})
class CupsPaperTest {
    private static final String CODE = "B1ABCDEFGH2345678JKLMNPQRSTUV";
    private static final int DPI = 144;
    /** Hardly more than what two programs that smooth edges differently differ by. */
    private static final double MOST_DIFFERENCE = 0.04;

    @TempDir
    private static Path home;

    private static PrivateCups cups;
    private static int prints;

    @BeforeAll
    static void startCups() throws Exception {
        cups = PrivateCups.start(home);
    }

    @AfterAll
    static void stopCups() throws Exception {
        if (cups != null) {
            cups.stop();
        }
    }

    @ParameterizedTest
    @EnumSource(BadgeFormat.class)
    void printsABadgeWholeUprightAndInItsOwnSize(BadgeFormat format) throws Exception {
        PrintedPages pages = new BadgeRenderer(BadgeLayouts.of(format))
                .set(badge())
                .fold(ready -> ready.pages(), unfit -> {
                    throw new AssertionError(unfit.english());
                });

        printsTrue(format, pages, "badge", CODE);
    }

    @ParameterizedTest
    @EnumSource(BadgeFormat.class)
    void printsTheTestPageWholeUprightAndInItsOwnSize(BadgeFormat format) throws Exception {
        PrintedPages pages = new PrinterTestPage().page(format, "Brother-Eingang-Ost", Locale.GERMAN);

        printsTrue(format, pages, "test", PrinterTestPage.CODE);
    }

    /** A queue whose driver knows but one sheet cuts what is larger: it is not sent, and the team reads why. */
    @ParameterizedTest
    @CsvSource({"A4_EIGHT, 215.9, 279.4", "A6, 62, 100", "LABEL_62_100, 60, 40"})
    void sendsNothingToAQueueThatKnowsOtherPaperOnly(BadgeFormat format, double width, double height) throws Exception {
        String queue = "other-" + format.name();
        cups.addPaper(queue, new PaperSize(width, height));
        IppPrinter printer = new IppPrinter(queue, PrinterUri.ofQueue(cups.address(), queue));
        FormatChoice choice = new FormatChoice(format);

        assertThat(choice.on(printer.status())).isEmpty();
        assertThat(choice.judge(printer.status()).isBlocked()).isTrue();
        assertThat(choice.judge(printer.status()).sentence().english()).contains("knows no paper of");
    }

    private static void printsTrue(BadgeFormat format, PrintedPages pages, String kind, String code) throws Exception {
        PaperSize sheet = FormatChoice.sheet(format);
        PaperSize paper = sheet.width() > sheet.height() ? sheet.turned() : sheet;
        String queue = kind + "-" + format.name();
        cups.addPaper(queue, paper);
        IppPrinter printer = new IppPrinter(queue, PrinterUri.ofQueue(cups.address(), queue));
        EntryId print = EntryId.of(String.format("01900000-0000-7000-8000-0000000000%02d", ++prints));

        assertThat(FormatChoice.BY_PAPER.on(printer.status())).contains(format);
        assertThat(printer.print(print, pages)).isEqualTo(new Accepted(queue));
        CupsPrinterTest.await(() -> printer.job(print) == JobState.PRINTED);

        BufferedImage seen = pixels(print);
        BufferedImage meant = (paper.liesLike(sheet) ? pages : pages.turned()).raster(0, DPI, Inks.COLOUR);
        keep(seen, kind + "-" + format);
        assertThat(Math.abs(seen.getWidth() - meant.getWidth())).as("width").isLessThanOrEqualTo(2);
        assertThat(Math.abs(seen.getHeight() - meant.getHeight())).as("height").isLessThanOrEqualTo(2);
        assertThat(difference(seen, meant)).as("difference").isLessThan(MOST_DIFFERENCE);
        assertThat(difference(seen, upsideDown(meant))).as("upside down").isGreaterThan(2 * difference(seen, meant));
        assertThat(read(seen)).isEqualTo(code);
    }

    private static BufferedImage pixels(EntryId print) throws Exception {
        Path out = home.resolve("pixels");
        Process process = new ProcessBuilder(
                        RealPart.program("pdftoppm").orElseThrow().toString(),
                        "-r",
                        String.valueOf(DPI),
                        "-png",
                        "-singlefile",
                        cups.paperOf(print.toString()).toString(),
                        out.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        return ImageIO.read(home.resolve("pixels.png").toFile());
    }

    /** For somebody to look at, where a folder is named. */
    private static void keep(BufferedImage image, String name) throws Exception {
        String folder = System.getProperty("einlass.pictures", "");
        if (!folder.isEmpty()) {
            Files.createDirectories(Path.of(folder));
            ImageIO.write(image, "png", Path.of(folder, name + ".png").toFile());
        }
    }

    /** The mean difference of two pictures' brightness, 0 to 1. */
    private static double difference(BufferedImage one, BufferedImage other) {
        int width = Math.min(one.getWidth(), other.getWidth());
        int height = Math.min(one.getHeight(), other.getHeight());
        double sum = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                sum += Math.abs(grey(one.getRGB(x, y)) - grey(other.getRGB(x, y))) / 255.0;
            }
        }
        return sum / width / height;
    }

    private static BufferedImage upsideDown(BufferedImage image) {
        BufferedImage turned = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                turned.setRGB(image.getWidth() - 1 - x, image.getHeight() - 1 - y, image.getRGB(x, y));
            }
        }
        return turned;
    }

    private static int grey(int rgb) {
        return ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 3;
    }

    private static String read(BufferedImage image) throws Exception {
        int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), rgb);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (NotFoundException none) {
            return "no code";
        }
    }

    private static Badge badge() {
        return new Badge(
                new BadgeName("Prof. Dr.", "Anna-Maria", "von der", "Heide", ""),
                "Abteilungsleiterin Digitalisierung",
                "Thüringer Ministerium für Digitales und Infrastruktur",
                "Referat 34, E-Government und OZG-Umsetzung",
                new CategoryBand("Referentin", "Speaker", new Ink(0x0B, 0x5F, 0xA5), BandPattern.STRIPES),
                CODE,
                "Digitales Thüringen 2022",
                List.of("2. E-Government-Kongress"),
                Locale.GERMAN);
    }
}
