package org.einlass.server.console;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.einlass.reports.statistics.QuarterHour;

/**
 * A chart of arrivals in a field of {@value #WIDTH} by {@value #HEIGHT}: a column for each quarter of an hour
 * from the first arrival of a day to its last, so that a quarter without arrivals is a gap.
 */
public final class ArrivalColumns {
    public static final int WIDTH = 960;
    public static final int HEIGHT = 240;
    private static final int FOOT = 32;
    private static final int HEAD = 24;
    private static final double SHARE = 0.8;
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.");

    private final List<Column> columns = new ArrayList<>();

    /** One column; {@code label} stands below full hours only. */
    public record Column(double x, double y, double width, double height, String label, String title) {}

    ArrivalColumns(List<QuarterHour> arrivals) {
        List<QuarterHour> slots = slots(arrivals);
        long most = arrivals.stream().mapToLong(QuarterHour::arrivals).max().orElse(0);
        double step = slots.isEmpty() ? WIDTH : (double) WIDTH / slots.size();
        for (int place = 0; place < slots.size(); place++) {
            QuarterHour slot = slots.get(place);
            double height = most == 0 ? 0 : (double) slot.arrivals() / most * (HEIGHT - FOOT - HEAD);
            boolean newDay = place == 0
                    || !slot.start()
                            .toLocalDate()
                            .equals(slots.get(place - 1).start().toLocalDate());
            columns.add(new Column(
                    place * step,
                    HEIGHT - FOOT - height,
                    step * SHARE,
                    height,
                    label(slot.start(), newDay),
                    HOUR.format(slot.start()) + ": " + slot.arrivals()));
        }
    }

    private static String label(LocalDateTime start, boolean newDay) {
        if (newDay) {
            return DAY.format(start) + " " + HOUR.format(start);
        }
        return start.getMinute() == 0 && start.getHour() % 2 == 0 ? HOUR.format(start) : "";
    }

    /** Every quarter from a day's first to its last. */
    private static List<QuarterHour> slots(List<QuarterHour> arrivals) {
        Map<LocalDateTime, Long> counts = new HashMap<>();
        arrivals.forEach(quarter -> counts.put(quarter.start(), quarter.arrivals()));
        List<QuarterHour> slots = new ArrayList<>();
        for (int place = 0; place < arrivals.size(); place++) {
            LocalDateTime start = arrivals.get(place).start();
            boolean dayGoesOn = place > 0
                    && start.toLocalDate()
                            .equals(arrivals.get(place - 1).start().toLocalDate());
            LocalDateTime from = dayGoesOn ? arrivals.get(place - 1).start().plus(QUARTER) : start;
            for (LocalDateTime slot = from; !slot.isAfter(start); slot = slot.plus(QUARTER)) {
                slots.add(new QuarterHour(slot, counts.getOrDefault(slot, 0L)));
            }
        }
        return slots;
    }

    public List<Column> getColumns() {
        return columns;
    }
}
