package org.einlass.reports.statistics;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.reports.page.Ink;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;
import org.einlass.reports.page.PlacedLine;
import org.einlass.reports.page.StructureRole;
import org.einlass.reports.typography.LaidOutLine;
import org.einlass.reports.typography.Typesetter;
import org.einlass.reports.typography.Weight;
import org.jspecify.annotations.Nullable;

/**
 * The curve of one day's arrivals as upright bars, one for each quarter of an hour; a quarter without
 * arrivals is an empty place. The bars are dark enough for black and white.
 */
final class ArrivalsChart {
    private static final Ink BAR = new Ink(0x0B, 0x5F, 0xA5);
    private static final Ink GRID = new Ink(0xC8, 0xCC, 0xD0);
    private static final double LABEL = 8;
    private static final double LEFT = 34;
    private static final double BOTTOM = 18;
    private static final double TOP = 14;
    private static final double WIDEST_BAR = 24;
    private static final double BETWEEN_LABELS = 8;
    private static final double LINE = 1;
    private static final double CASING = 2.6;

    private final Typesetter typesetter = Typesetter.standard();

    /**
     * The chart in a frame (points).
     *
     * @param earlier of an earlier event, with the same quarters, drawn as a line; absent for none
     * @param most the largest quarter of all days, so that their charts can be compared
     */
    PageElement.Figure in(PageFrame frame, DayArrivals day, @Nullable DayArrivals earlier, long most, Locale language) {
        if (day.total() == 0 && (earlier == null || earlier.total() == 0)) {
            String nobody = day.sentence(language);
            return new PageElement.Figure(frame, nobody, List.of(text(nobody, frame.x(), frame.y() + TOP + LABEL, 0)));
        }
        PageFrame plot =
                new PageFrame(frame.x() + LEFT, frame.y() + TOP, frame.width() - LEFT, frame.height() - TOP - BOTTOM);
        long top = ceiling(most);
        List<PageElement> marks = new ArrayList<>(scale(plot, top, language));
        marks.addAll(bars(plot, day, top, language));
        if (earlier != null) {
            marks.addAll(steps(plot, earlier.quarters(), top));
        }
        marks.addAll(clock(plot, day, language));
        return new PageElement.Figure(frame, alternative(day, language), marks);
    }

    /** The next of 4, 8, 12, 20, 40, 80, 120, ...: four grid lines at whole numbers. */
    private static long ceiling(long most) {
        long unit = 4;
        while (true) {
            for (long factor : new long[] {1, 2, 3, 5}) {
                if (unit * factor >= most) {
                    return unit * factor;
                }
            }
            unit *= 10;
        }
    }

    private List<PageElement> scale(PageFrame plot, long top, Locale language) {
        List<PageElement> marks = new ArrayList<>();
        for (int i = 0; i <= 4; i++) {
            double y = plot.bottom() - plot.height() * i / 4;
            double weight = i == 0 ? 0.75 : 0.4;
            marks.add(PageElement.Ornament.area(
                    new PageFrame(plot.x(), y - weight / 2, plot.width(), weight), i == 0 ? Ink.BLACK : GRID));
            marks.add(text(ReportWords.count(top * i / 4, language), plot.x() - 6, y + LABEL * 0.33, 1));
        }
        return marks;
    }

    /** The bars; the highest one bears its number on white, so that no grid line runs through it. */
    private List<PageElement> bars(PageFrame plot, DayArrivals day, long top, Locale language) {
        List<PageElement> marks = new ArrayList<>();
        List<QuarterHour> quarters = day.quarters();
        double step = step(plot, quarters);
        int highest = day.peak().map(quarters::indexOf).orElse(-1);
        for (int i = 0; i < quarters.size(); i++) {
            double height = plot.height() * quarters.get(i).arrivals() / top;
            double x = plot.x() + i * step;
            if (height > 0) {
                marks.add(PageElement.Ornament.area(
                        new PageFrame(x + step * 0.12, plot.bottom() - height, step * 0.76, height), BAR));
            }
            if (i == highest) {
                String label = ReportWords.count(quarters.get(i).arrivals(), language);
                double half = typesetter.width(label, Weight.REGULAR, LABEL) / 2;
                double centre = Math.max(x + step / 2, plot.x() + half + 2);
                double baseline = plot.bottom() - height - 3;
                marks.add(PageElement.Ornament.area(
                        new PageFrame(centre - half - 2, baseline - LABEL, 2 * half + 4, LABEL + 2), Ink.WHITE));
                marks.add(text(label, centre, baseline, 0.5));
            }
        }
        return marks;
    }

    /** A line of steps: white beneath black, so that it can be told from bars and grid without colours. */
    private static List<PageElement> steps(PageFrame plot, List<QuarterHour> quarters, long top) {
        List<PageElement> casing = new ArrayList<>();
        List<PageElement> line = new ArrayList<>();
        double step = step(plot, quarters);
        double before = plot.bottom();
        for (int i = 0; i < quarters.size(); i++) {
            double x = plot.x() + i * step;
            double y = plot.bottom() - plot.height() * quarters.get(i).arrivals() / top;
            stroke(casing, line, x, Math.min(before, y), 0, Math.abs(before - y));
            stroke(casing, line, x, y, step, 0);
            before = y;
        }
        stroke(casing, line, plot.x() + quarters.size() * step, before, 0, plot.bottom() - before);
        casing.addAll(line);
        return casing;
    }

    private static void stroke(
            List<PageElement> casing, List<PageElement> line, double x, double y, double width, double height) {
        casing.add(PageElement.Ornament.area(around(x, y, width, height, CASING), Ink.WHITE));
        line.add(PageElement.Ornament.area(around(x, y, width, height, LINE), Ink.BLACK));
    }

    private static PageFrame around(double x, double y, double width, double height, double weight) {
        return new PageFrame(x - weight / 2, y - weight / 2, width + weight, height + weight);
    }

    private static double step(PageFrame plot, List<QuarterHour> quarters) {
        return Math.min(plot.width() / quarters.size(), WIDEST_BAR);
    }

    /** A tick and a label at full hours, as many as have room; the first of another date says that date. */
    private List<PageElement> clock(PageFrame plot, DayArrivals day, Locale language) {
        List<QuarterHour> quarters = day.quarters();
        LocalDate said = day.day();
        List<PageElement> marks = new ArrayList<>();
        double step = step(plot, quarters);
        double free = plot.x();
        for (int i = 0; i < quarters.size(); i++) {
            OffsetDateTime start = quarters.get(i).start();
            boolean otherDate = !start.toLocalDate().equals(said);
            String label = ReportWords.clock(start, language)
                    + (otherDate ? ", " + ReportWords.shortDay(start.toLocalDate(), language) : "");
            double width = typesetter.width(label, Weight.REGULAR, LABEL);
            double x = plot.x() + i * step;
            if (start.getMinute() == 0 && x >= free && x + width <= plot.right()) {
                marks.add(PageElement.Ornament.area(new PageFrame(x, plot.bottom(), 0.75, 3.5), Ink.BLACK));
                marks.add(text(label, x, plot.bottom() + 4 + LABEL, 0));
                free = x + width + BETWEEN_LABELS;
                said = start.toLocalDate();
            }
        }
        return marks;
    }

    private PageElement text(String text, double x, double baseline, double share) {
        LaidOutLine line = typesetter.line(text, LaidOutLine.Joint.END, Weight.REGULAR, LABEL);
        return new PageElement.Paragraph(
                StructureRole.TEXT, Ink.BLACK, List.of(new PlacedLine(line, x - line.width() * share, baseline)));
    }

    private static String alternative(DayArrivals day, Locale language) {
        return new Wording("Säulendiagramm. ", "Bar chart. ").in(language) + day.sentence(language);
    }
}
