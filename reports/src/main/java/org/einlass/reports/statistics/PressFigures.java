package org.einlass.reports.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What may be published of an attendance without telling who came. People are rounded; a cell of fewer than
 * {@code k} people is withheld, and a second one with it, so that nobody finds it by subtraction from a total.
 *
 * @param visitors the headline, rounded; empty where so few came that not even that is told
 * @param tables in the order they are printed
 */
public record PressFigures(Optional<Long> visitors, List<Table> tables) {
    /** Below which a number of people is rounded to fives, and from which to tens. */
    private static final long TENS = 100;

    private static final long FEW = 20;
    private static final Set<Breakdown> ROUNDED = Set.of(Breakdown.DAY, Breakdown.PROGRAMME);
    private static final Set<Breakdown> COUNTED = Set.of(Breakdown.CATEGORY, Breakdown.SECTOR, Breakdown.FEDERAL_STATE);

    public PressFigures {
        tables = List.copyOf(tables);
    }

    /** One table. */
    public record Table(String heading, List<Cell> cells) {

        public Table {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One line of a table.
     *
     * @param visitors empty where it is withheld
     * @param rounded whether it is about as many
     */
    public record Cell(String label, Optional<Long> visitors, boolean rounded) {}

    /**
     * What may be published.
     *
     * @param k the smallest cell that is told, 2 or more
     */
    public static PressFigures of(Attendance attendance, int k) {
        if (k < 2) {
            throw new IllegalArgumentException("A cell of one person would name them.");
        }
        List<Table> tables = new ArrayList<>();
        for (AttendanceTable table : attendance.tables()) {
            if (ROUNDED.contains(table.by())) {
                tables.add(new Table(table.heading(attendance.language()), rounded(table)));
            } else if (COUNTED.contains(table.by())) {
                tables.add(new Table(table.heading(attendance.language()), counted(table, k)));
            }
        }
        return new PressFigures(rounded(attendance.total().arrived()), tables);
    }

    private static List<Cell> rounded(AttendanceTable table) {
        return table.rows().stream()
                .filter(row -> !row.isCorrection())
                .map(row -> new Cell(row.label(), rounded(row.arrived()), true))
                .toList();
    }

    /** To tens, small numbers to fives, none below 20. */
    private static Optional<Long> rounded(long people) {
        if (people < FEW) {
            return Optional.empty();
        }
        long unit = people < TENS ? 5 : 10;
        return Optional.of((people + unit / 2) / unit * unit);
    }

    private static List<Cell> counted(AttendanceTable table, int k) {
        List<AttendanceRow> rows = table.rows();
        Set<Integer> withheld =
                withheld(rows.stream().map(AttendanceRow::arrived).toList(), k);
        return IntStream.range(0, rows.size())
                .mapToObj(place -> new Cell(
                        rows.get(place).label(),
                        withheld.contains(place)
                                ? Optional.empty()
                                : Optional.of(rows.get(place).arrived()),
                        false))
                .toList();
    }

    /** The places of the cells that are withheld: all that are small, and more, the smallest first, until they hide. */
    static Set<Integer> withheld(List<Long> cells, int k) {
        Set<Integer> withheld = new HashSet<>();
        List<Integer> bySize = IntStream.range(0, cells.size())
                .boxed()
                .filter(place -> cells.get(place) > 0)
                .sorted(Comparator.comparing(cells::get))
                .toList();
        long hidden = 0;
        for (int place : bySize) {
            boolean small = cells.get(place) < k;
            boolean needsMore = !withheld.isEmpty() && (withheld.size() < 2 || hidden < k);
            if (small || needsMore) {
                withheld.add(place);
                hidden += cells.get(place);
            }
        }
        return withheld;
    }
}
