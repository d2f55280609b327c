package org.einlass.reports.statistics;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.einlass.reports.page.Ink;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;
import org.einlass.reports.page.PlacedLine;
import org.einlass.reports.page.StructureRole;
import org.einlass.reports.typography.LaidOutLine;
import org.einlass.reports.typography.Typesetter;
import org.einlass.reports.typography.Weight;

/** The curve of arrivals as upright bars, one a quarter of an hour, each day's hours under its bars. */
final class ArrivalsChart {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.GERMANY);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.", Locale.GERMANY);
    private static final Ink BAR = new Ink(0x0B, 0x5F, 0xA5);
    private static final Ink GRID = new Ink(0xC8, 0xCC, 0xD0);
    private static final double LABEL = 8;
    private static final double LEFT = 30;
    private static final double BOTTOM = 18;
    private static final double TOP = 12;
    private static final int MOST_BARS = 240;
    private static final double LABEL_WIDTH = 30;

    private final Typesetter typesetter = Typesetter.standard();

    /** The chart in a frame (points); with no arrivals it says so. */
    PageElement.Figure in(PageFrame pageFrame, List<QuarterHour> arrivals) {
        List<QuarterHour> bars = consecutive(arrivals);
        long most = bars.stream().mapToLong(QuarterHour::arrivals).max().orElse(0);
        if (most == 0) {
            return new PageElement.Figure(
                    pageFrame,
                    "Noch keine Ankünfte / no arrivals yet",
                    List.of(text(
                            "Noch keine Ankünfte / no arrivals yet", pageFrame.x(), pageFrame.y() + TOP + LABEL, 0)));
        }
        PageFrame plot = new PageFrame(
                pageFrame.x() + LEFT, pageFrame.y() + TOP, pageFrame.width() - LEFT, pageFrame.height() - TOP - BOTTOM);
        long top = ceiling(most);
        List<PageElement> marks = new ArrayList<>(scale(plot, top));
        marks.addAll(bars(plot, bars, top, most));
        marks.addAll(clock(plot, bars));
        return new PageElement.Figure(pageFrame, alternative(bars, most), marks);
    }

    /** Quarters without arrivals between those of one day get their empty place; nights are left out. */
    private static List<QuarterHour> consecutive(List<QuarterHour> arrivals) {
        Map<LocalDateTime, Long> known = new HashMap<>();
        arrivals.forEach(quarter -> known.merge(quarter.start(), quarter.arrivals(), Long::sum));
        List<LocalDateTime> starts = known.keySet().stream().sorted().toList();
        List<QuarterHour> bars = new ArrayList<>();
        for (int i = 0; i < starts.size() && bars.size() < MOST_BARS; i++) {
            LocalDateTime start = starts.get(i);
            bars.add(new QuarterHour(start, known.getOrDefault(start, 0L)));
            boolean lastOfDay =
                    i == starts.size() - 1 || !starts.get(i + 1).toLocalDate().equals(start.toLocalDate());
            LocalDateTime gap = start.plus(QUARTER);
            while (!lastOfDay && gap.isBefore(starts.get(i + 1)) && bars.size() < MOST_BARS) {
                bars.add(new QuarterHour(gap, 0));
                gap = gap.plus(QUARTER);
            }
        }
        return bars;
    }

    /** The next of 4, 8, 12, 20, 40, 80, 120, ...: four grid lines at whole numbers. */
    private static long ceiling(long most) {
        long unit = 4;
        while (true) {
            for (long factor : new long[] {1, 2, 3}) {
                if (unit * factor >= most) {
                    return unit * factor;
                }
            }
            if (unit * 5 >= most) {
                return unit * 5;
            }
            unit *= 10;
        }
    }

    private List<PageElement> scale(PageFrame plot, long top) {
        List<PageElement> marks = new ArrayList<>();
        for (int i = 0; i <= 4; i++) {
            double y = plot.bottom() - plot.height() * i / 4;
            double weight = i == 0 ? 0.75 : 0.4;
            marks.add(PageElement.Ornament.area(
                    new PageFrame(plot.x(), y - weight / 2, plot.width(), weight), i == 0 ? Ink.BLACK : GRID));
            marks.add(text(GermanNumbers.count(top * i / 4), plot.x() - 6, y + LABEL * 0.33, 1));
        }
        return marks;
    }

    private List<PageElement> bars(PageFrame plot, List<QuarterHour> bars, long top, long most) {
        List<PageElement> marks = new ArrayList<>();
        double step = step(plot, bars);
        boolean named = false;
        for (int i = 0; i < bars.size(); i++) {
            long arrivals = bars.get(i).arrivals();
            double height = plot.height() * arrivals / top;
            double x = plot.x() + i * step + step * 0.12;
            PageFrame bar = new PageFrame(x, plot.bottom() - height, step * 0.76, height);
            if (arrivals > 0) {
                marks.add(PageElement.Ornament.area(bar, BAR));
            }
            if (arrivals == most && !named) {
                marks.add(text(GermanNumbers.count(most), x + step * 0.38, bar.y() - 3, 0.5));
                named = true;
            }
        }
        return marks;
    }

    private static double step(PageFrame plot, List<QuarterHour> bars) {
        return Math.min(plot.width() / bars.size(), 36);
    }

    /** A label at full hours, as many as have room. */
    private List<PageElement> clock(PageFrame plot, List<QuarterHour> bars) {
        List<PageElement> marks = new ArrayList<>();
        double step = step(plot, bars);
        double free = plot.x();
        for (int i = 0; i < bars.size(); i++) {
            LocalDateTime start = bars.get(i).start();
            boolean newDay = i == 0 || !bars.get(i - 1).start().toLocalDate().equals(start.toLocalDate());
            double x = plot.x() + i * step;
            if ((newDay || start.getMinute() == 0) && x >= free && x + LABEL_WIDTH <= plot.right()) {
                boolean several = !bars.get(0)
                        .start()
                        .toLocalDate()
                        .equals(bars.get(bars.size() - 1).start().toLocalDate());
                String label = newDay && several ? DAY.format(start) + " " + CLOCK.format(start) : CLOCK.format(start);
                marks.add(PageElement.Ornament.area(new PageFrame(x, plot.bottom(), 0.75, 3.5), Ink.BLACK));
                marks.add(text(label, x, plot.bottom() + 4 + LABEL, 0));
                free = x + typesetter.width(label, Weight.REGULAR, LABEL) + 8;
            }
        }
        return marks;
    }

    private PageElement text(String text, double x, double baseline, double share) {
        LaidOutLine line = typesetter.line(text, LaidOutLine.Joint.END, Weight.REGULAR, LABEL);
        return new PageElement.Paragraph(
                StructureRole.TEXT, Ink.BLACK, List.of(new PlacedLine(line, x - line.width() * share, baseline)));
    }

    private static String alternative(List<QuarterHour> bars, long most) {
        long total = bars.stream().mapToLong(QuarterHour::arrivals).sum();
        LocalDateTime peak = bars.stream()
                .filter(bar -> bar.arrivals() == most)
                .map(QuarterHour::start)
                .findFirst()
                .orElseThrow();
        return "Säulendiagramm / bar chart: " + total + " Ankünfte / arrivals, die meisten / most " + most
                + " ab / from " + CLOCK.format(peak) + ".";
    }
}
