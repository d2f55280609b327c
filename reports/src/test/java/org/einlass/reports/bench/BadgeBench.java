package org.einlass.reports.bench;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.einlass.reports.Inks;
import org.einlass.reports.badge.Badge;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.reports.badge.BadgeLayouts;
import org.einlass.reports.badge.BadgeName;
import org.einlass.reports.badge.BadgeRenderer;
import org.einlass.reports.badge.LaidOutBadge;
import org.einlass.reports.badge.SampleBadges;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * A warm badge, 500 in one file and a raster, each against the same drawn by hand with OpenPDF in the same
 * run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 2)
public class BadgeBench {

    private final BadgeRenderer press = new BadgeRenderer(BadgeLayouts.of(BadgeFormat.A6));
    private final HandDrawnBadge hand = new HandDrawnBadge();
    private final Badge badge = SampleBadges.typical();
    private final List<Badge> fiveHundred = fiveHundred();

    static List<Badge> fiveHundred() {
        return IntStream.range(0, 500).mapToObj(BadgeBench::numbered).toList();
    }

    private static Badge numbered(int number) {
        return SampleBadges.badge(
                new BadgeName("Dr.", "Anna-Maria " + number, "von der", "Heide", ""),
                "Abteilungsleiterin Digitalisierung",
                "Thüringer Ministerium für Digitales und Infrastruktur",
                "Referat " + number + ", E-Government",
                SampleBadges.SPEAKER);
    }

    /** Runs all of them; the arguments are patterns of names. */
    public static void main(String[] arguments) throws Exception {
        OptionsBuilder options = new OptionsBuilder();
        options.include(arguments.length == 0 ? BadgeBench.class.getSimpleName() : arguments[0]);
        new Runner(options.build()).run();
    }

    @Benchmark
    public byte[] oneBadge() {
        return ready().pages().pdf();
    }

    @Benchmark
    public byte[] oneBadgeByHand() throws Exception {
        return hand.draw(List.of(badge));
    }

    @Benchmark
    public byte[] fiveHundredInOneFile() {
        return press.setAll(fiveHundred, "500", Locale.GERMAN)
                .pages()
                .orElseThrow()
                .pdf();
    }

    @Benchmark
    public byte[] fiveHundredInOneFileByHand() throws Exception {
        return hand.draw(fiveHundred);
    }

    @Benchmark
    public BufferedImage rasterAt300Dpi() {
        return ready().pages().raster(0, 300, Inks.COLOUR);
    }

    @Benchmark
    public BufferedImage rasterAt300DpiInBlack() {
        return ready().pages().raster(0, 300, Inks.BLACK);
    }

    private LaidOutBadge.Ready ready() {
        return (LaidOutBadge.Ready) press.set(badge);
    }
}
