package org.einlass.reports.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What may be published of an attendance without telling who came. People are rounded; a cell of fewer than
 * {@code k} people is withheld, and a second one with it, so that nobody finds it by subtraction from a total. Nor
 * may two publications tell it by their difference: what was withheld stays withheld, and a figure that changed by a
 * few people only stays as it was published.
 *
 * @param visitors the headline, rounded; empty where so few came that not even that is told
 * @param tables in the order they are printed
 */
public record PressFigures(Optional<Long> visitors, List<Table> tables) {
    /** Nothing was published before. */
    public static final PressFigures NONE = new PressFigures(Optional.empty(), List.of());

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

        private @Nullable Cell cell(String label) {
            return cells.stream()
                    .filter(cell -> cell.label().equals(label))
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * One line of a table.
     *
     * @param visitors empty where it is withheld
     * @param rounded whether it is about as many
     */
    public record Cell(String label, Optional<Long> visitors, boolean rounded) {}

    /** What may be published where nothing was before. */
    public static PressFigures of(Attendance attendance, int k) {
        return of(attendance, k, NONE);
    }

    /**
     * What may be published.
     *
     * @param k the smallest cell that is told, 2 or more
     * @param before what was published last, in the same language; {@link #NONE} where nothing was
     */
    public static PressFigures of(Attendance attendance, int k, PressFigures before) {
        if (k < 2) {
            throw new IllegalArgumentException("A cell of one person would name them.");
        }
        List<Table> tables = new ArrayList<>();
        for (AttendanceTable table : attendance.tables()) {
            String heading = table.heading(attendance.language());
            Table earlier = before.table(heading);
            if (ROUNDED.contains(table.by())) {
                tables.add(new Table(heading, rounded(table, earlier)));
            } else if (COUNTED.contains(table.by())) {
                tables.add(new Table(heading, counted(table, k, earlier)));
            }
        }
        return new PressFigures(rounded(attendance.total().arrived(), before.visitors()), tables);
    }

    private Table table(String heading) {
        return tables.stream()
                .filter(table -> table.heading().equals(heading))
                .findFirst()
                .orElseGet(() -> new Table(heading, List.of()));
    }

    private static List<Cell> rounded(AttendanceTable table, Table earlier) {
        return table.rows().stream()
                .filter(row -> !row.isCorrection())
                .map(row -> {
                    Cell before = earlier.cell(row.label());
                    Optional<Long> published = before == null ? Optional.empty() : before.visitors();
                    return new Cell(row.label(), rounded(row.arrived(), published), true);
                })
                .toList();
    }

    /** To tens, small numbers to fives, none below 20; as it was published where it is still about as many. */
    private static Optional<Long> rounded(long people, Optional<Long> published) {
        if (people < FEW) {
            return Optional.empty();
        }
        long unit = people < TENS ? 5 : 10;
        return published
                .filter(before -> Math.abs(people - before) < unit)
                .or(() -> Optional.of((people + unit / 2) / unit * unit));
    }

    private static List<Cell> counted(AttendanceTable table, int k, Table earlier) {
        List<AttendanceRow> rows = table.rows();
        List<Long> arrived = rows.stream().map(AttendanceRow::arrived).toList();
        Set<Integer> hiddenBefore = new TreeSet<>();
        for (int place = 0; place < rows.size(); place++) {
            Cell before = earlier.cell(rows.get(place).label());
            if (before != null && before.visitors().isEmpty()) {
                hiddenBefore.add(place);
            }
        }
        Set<Integer> withheld = withheld(arrived, k, hiddenBefore);
        return IntStream.range(0, rows.size())
                .mapToObj(place -> {
                    String label = rows.get(place).label();
                    Optional<Long> told = withheld.contains(place)
                            ? Optional.empty()
                            : Optional.of(asPublished(arrived.get(place), earlier.cell(label), k));
                    return new Cell(label, told, false);
                })
                .toList();
    }

    /** A figure that changed by fewer than k people since it was published is told as it was. */
    private static long asPublished(long arrived, @Nullable Cell before, int k) {
        return before == null
                ? arrived
                : before.visitors().filter(told -> Math.abs(told - arrived) < k).orElse(arrived);
    }

    /**
     * The places of the cells that are withheld: all that are small or were withheld before, and more, the smallest
     * first, until they hide.
     */
    static Set<Integer> withheld(List<Long> cells, int k, Set<Integer> before) {
        Set<Integer> withheld = new TreeSet<>(before);
        List<Integer> bySize = IntStream.range(0, cells.size())
                .boxed()
                .filter(place -> cells.get(place) > 0)
                .sorted(Comparator.comparing(cells::get))
                .toList();
        bySize.stream().filter(place -> cells.get(place) < k).forEach(withheld::add);
        for (int place : bySize) {
            if (!withheld.isEmpty() && !hides(withheld, cells, k)) {
                withheld.add(place);
            }
        }
        return withheld;
    }

    /** Whether the sum of what is withheld, which anybody can compute, tells of no cell how few it has. */
    private static boolean hides(Set<Integer> withheld, List<Long> cells, int k) {
        long filled = withheld.stream().filter(place -> cells.get(place) > 0).count();
        return filled >= 2 && withheld.stream().mapToLong(cells::get).sum() >= k;
    }
}
