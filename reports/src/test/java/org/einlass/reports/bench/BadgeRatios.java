package org.einlass.reports.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.einlass.reports.Inks;
import org.einlass.reports.badge.Badge;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.reports.badge.BadgeLayouts;
import org.einlass.reports.badge.BadgeRenderer;
import org.einlass.reports.badge.LaidOutBadge;
import org.einlass.reports.badge.SampleBadges;

/**
 * The same comparison as {@link BadgeBench} for a machine that is not quiet: interleaved pairs, the thread's
 * own processor time, and the median of the pairs' ratios.
 */
public final class BadgeRatios {

    private static final int PAIRS = 31;
    private static final int WARM_UP = 300;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private BadgeRatios() {}

    public static void main(String[] arguments) throws Exception {
        BadgeRenderer press = new BadgeRenderer(BadgeLayouts.of(BadgeFormat.A6));
        HandDrawnBadge hand = new HandDrawnBadge();
        Badge badge = SampleBadges.typical();
        List<Badge> fiveHundred = BadgeBench.fiveHundred();
        Callable<?> ours = () -> ready(press, badge).pages().pdf();
        Callable<?> byHand = () -> hand.draw(List.of(badge));
        for (int i = 0; i < WARM_UP; i++) {
            ours.call();
            byHand.call();
        }
        compare("one warm badge", ours, byHand, 10);
        compare(
                "500 in one file",
                () -> press.setAll(fiveHundred, "500", Locale.GERMAN)
                        .pages()
                        .orElseThrow()
                        .pdf(),
                () -> hand.draw(fiveHundred),
                1);
        for (Inks inks : Inks.values()) {
            measure(
                    "raster at 300 dpi, " + inks,
                    () -> ready(press, badge).pages().raster(0, 300, inks));
        }
    }

    private static LaidOutBadge.Ready ready(BadgeRenderer press, Badge badge) {
        return (LaidOutBadge.Ready) press.set(badge);
    }

    private static void compare(String what, Callable<?> ours, Callable<?> byHand, int times) throws Exception {
        double[] own = new double[PAIRS];
        double[] other = new double[PAIRS];
        double[] ratios = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            own[i] = milliseconds(ours, times);
            other[i] = milliseconds(byHand, times);
            ratios[i] = own[i] / other[i];
        }
        System.out.printf(
                Locale.ROOT,
                "%-28s %8.2f ms, by hand %8.2f ms, ratio %.2f (medians of %d pairs, processor time)%n",
                what,
                median(own),
                median(other),
                median(ratios),
                PAIRS);
    }

    private static void measure(String what, Callable<?> work) throws Exception {
        milliseconds(work, WARM_UP / 3);
        double[] times = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            times[i] = milliseconds(work, 5);
        }
        System.out.printf(Locale.ROOT, "%-28s %8.2f ms (median, processor time)%n", what, median(times));
    }

    private static double milliseconds(Callable<?> work, int times) throws Exception {
        long start = CLOCK.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            work.call();
        }
        return (CLOCK.getCurrentThreadCpuTime() - start) / 1e6 / times;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
