package org.einlass.kiosk.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.print.JobState;
import org.einlass.kiosk.print.PrintResult.Accepted;
import org.einlass.kiosk.print.ScriptedPrinter;
import org.einlass.kiosk.print.ipp.IppPrinter;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.badge.Badge;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.reports.badge.BadgeLayouts;
import org.einlass.reports.badge.BadgeName;
import org.einlass.reports.badge.BadgeRenderer;
import org.einlass.reports.badge.BandPattern;
import org.einlass.reports.badge.CategoryBand;
import org.einlass.reports.page.Ink;

/**
 * Badges from the moment they are wanted until a printer on this machine has their bytes, and a run of badges against a
 * printer that takes three seconds for each. Prints figures, asserts nothing.
 */
public final class PrintBench {
    private static final int WARM_UP = 5;
    private static final int SINGLE = 40;
    private static final Duration EACH = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofMillis(50);

    private final BadgeRenderer press = new BadgeRenderer(BadgeLayouts.of(BadgeFormat.A6));
    private final ScriptedPrinter script = new ScriptedPrinter();
    private final IppPrinter printer = new IppPrinter("Bench", script.uri());
    private int prints;

    private PrintBench() {}

    /** Prints in a row as many badges as the argument says. */
    public static void main(String[] arguments) {
        PrintBench bench = new PrintBench();
        bench.singly();
        bench.inARow(Integer.parseInt(arguments[0]));
        bench.script.close();
    }

    /** The device has set badges for nobody and has asked its printer how it is before the first guest comes. */
    private void singly() {
        for (int i = 0; i < WARM_UP; i++) {
            pages("Einlass").pdf();
            printer.status();
        }
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < SINGLE; i++) {
            long begun = System.nanoTime();
            send(pages("Guest " + i));
            times.add((System.nanoTime() - begun) / 1e6);
        }
        System.out.printf(
                Locale.ROOT,
                "badge wanted to bytes at the printer: first %.0f ms, tenth %.0f ms, median %.0f ms, worst %.0f ms%n",
                times.get(0),
                times.get(9),
                times.stream().sorted().toList().get(SINGLE / 2),
                times.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }

    private void inARow(int badges) {
        script.slow();
        long begun = System.nanoTime();
        for (int i = 0; i < badges; i++) {
            EntryId print = send(pages("Guest " + i));
            long paper = System.nanoTime() + EACH.toNanos();
            while (printer.job(print) != JobState.PRINTED) {
                LockSupport.parkNanos(POLL.toNanos());
                if (System.nanoTime() >= paper) {
                    script.finish();
                }
            }
        }
        double hours = (System.nanoTime() - begun) / 3.6e12;
        System.out.printf(Locale.ROOT, "a printer of 3 s a badge: %d badges, %.0f an hour%n", badges, badges / hours);
    }

    private EntryId send(PrintedPages pages) {
        EntryId print = new EntryId(new UUID(1, ++prints));
        if (!(printer.print(print, pages) instanceof Accepted)) {
            throw new IllegalStateException("The printer has not taken a badge.");
        }
        return print;
    }

    private PrintedPages pages(String name) {
        Badge badge = new Badge(
                BadgeName.chosen(name),
                "Referentin",
                "Thüringer Ministerium für Digitales und Infrastruktur",
                "Referat 34",
                new CategoryBand("Gast", "Guest", Ink.BLACK, BandPattern.STRIPES),
                "B1ABCDEFGH2345678JKLMNPQRSTUV",
                "Digitales Thüringen",
                List.of("2. E-Government-Kongress"),
                Locale.GERMAN);
        return press.set(badge).fold(ready -> ready.pages(), unfit -> {
            throw new IllegalStateException(unfit.english());
        });
    }
}
