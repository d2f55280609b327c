package org.einlass.server.console.numbers;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.einlass.reports.statistics.ComparedDay;
import org.einlass.reports.statistics.DayArrivals;
import org.einlass.reports.statistics.QuarterHour;

/**
 * The chart of one day's arrivals in a field of {@value #WIDTH} by {@value #HEIGHT}: a column for each quarter
 * of an hour from the first arrival to the last, so that a quarter without arrivals is a gap.
 */
public final class ArrivalColumns {
    public static final int WIDTH = 960;
    public static final int HEIGHT = 240;
    private static final int FOOT = 32;
    private static final int HEAD = 24;
    private static final double SHARE = 0.8;

    /** Narrower columns bear fewer labels; wider ones would look like a table. */
    private static final double WIDEST = 48;

    private static final double LABEL = 48;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm");

    private final List<Column> columns = new ArrayList<>();
    private final String line;

    /** One column; {@code label} stands below full hours only, as many as have room. */
    public record Column(double x, double y, double width, double height, String label, String title) {}

    /** @param most the largest quarter of all days, so that their charts can be compared */
    ArrivalColumns(ComparedDay compared, long most) {
        List<QuarterHour> quarters = compared.day().quarters();
        double step = quarters.isEmpty() ? WIDEST : Math.min(WIDEST, (double) WIDTH / quarters.size());
        DayArrivals earlier = compared.earlier();
        line = earlier == null ? "" : steps(earlier.quarters(), step, most);
        double free = 0;
        for (int place = 0; place < quarters.size(); place++) {
            QuarterHour quarter = quarters.get(place);
            double x = place * step;
            double height = height(quarter, most);
            OffsetDateTime start = quarter.start();
            boolean labelled = start.getMinute() == 0 && x >= free && x + LABEL <= WIDTH;
            String clock = HOUR.format(start);
            free = labelled ? x + LABEL : free;
            columns.add(new Column(
                    x,
                    HEIGHT - FOOT - height,
                    step * SHARE,
                    height,
                    labelled ? clock : "",
                    clock + ": " + quarter.arrivals()));
        }
    }

    private static String steps(List<QuarterHour> quarters, double step, long most) {
        StringBuilder points = new StringBuilder();
        for (int place = 0; place < quarters.size(); place++) {
            double y = HEIGHT - FOOT - height(quarters.get(place), most);
            points.append(String.format(Locale.ROOT, "%.1f,%.1f %.1f,%.1f ", place * step, y, (place + 1) * step, y));
        }
        return points.toString().strip();
    }

    private static double height(QuarterHour quarter, long most) {
        return most == 0 ? 0 : (double) quarter.arrivals() / most * (HEIGHT - FOOT - HEAD);
    }

    /** All columns as one path of a drawing. */
    public String path() {
        StringBuilder path = new StringBuilder();
        for (Column column : columns) {
            path.append(String.format(
                    Locale.ROOT,
                    "M%.1f %.1fh%.1fv%.1fh-%.1fz",
                    column.x(),
                    column.y(),
                    column.width(),
                    column.height(),
                    column.width()));
        }
        return path.toString();
    }

    /** The points of the line of an earlier event; empty where nothing is compared. */
    public String getLine() {
        return line;
    }

    public List<Column> getColumns() {
        return columns;
    }
}
