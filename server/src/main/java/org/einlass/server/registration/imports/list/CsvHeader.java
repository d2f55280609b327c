package org.einlass.server.registration.imports.list;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a list opens: the row of headings, wherever it stands among the first rows, and the rows behind it.
 * Titles and dates above the headings are left out.
 */
final class CsvHeader implements RowSource {
    private static final char[] SEPARATORS = {';', '\t', ',', '|'};
    private static final String SEPARATOR_LINE = "sep=";
    private static final int MOST_ROWS_AHEAD = 25;

    private final CsvRow headings;
    private final List<CsvRow> above;
    private final int rowsAbove;
    private final int known;
    private final Deque<CsvRow> ahead;
    private final @Nullable ListRefused failure;
    private final RowSource rows;

    private CsvHeader(
            CsvRow headings,
            List<CsvRow> above,
            int rowsAbove,
            int known,
            Deque<CsvRow> ahead,
            @Nullable ListRefused failure,
            RowSource rows) {
        this.headings = headings;
        this.above = List.copyOf(above);
        this.rowsAbove = rowsAbove;
        this.known = known;
        this.ahead = ahead;
        this.failure = failure;
        this.rows = rows;
    }

    /**
     * Takes the separator under which most headings are known.
     *
     * @throws ListRefused where none is known under any
     */
    static CsvHeader of(String text, int mostColumns) throws ListRefused {
        Optional<CsvHeader> best = Optional.empty();
        ListRefused refusal = new ListRefused(UnreadableList.noKnownHeading());
        for (char separator : SEPARATORS) {
            try {
                Optional<CsvHeader> found = find(new CsvRows(text, separator, mostColumns));
                if (found.isPresent() && (best.isEmpty() || found.get().isBetterThan(best.get()))) {
                    best = found;
                }
            } catch (ListRefused e) {
                refusal = e;
            }
        }
        if (best.isPresent()) {
            return best.get();
        }
        throw refusal;
    }

    /**
     * The headings among the first rows of a sheet.
     *
     * @throws ListRefused where the very first row cannot be cut
     */
    static Optional<CsvHeader> find(RowSource rows) throws ListRefused {
        List<CsvRow> first = new ArrayList<>();
        ListRefused failure = null;
        try {
            for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = next(rows, first)) {
                first.add(row.get());
            }
        } catch (ListRefused e) {
            failure = e;
        }
        if (failure != null && first.isEmpty()) {
            throw failure;
        }
        return best(first, failure, rows);
    }

    private static Optional<CsvRow> next(RowSource rows, List<CsvRow> first) throws ListRefused {
        return first.size() < MOST_ROWS_AHEAD ? rows.next() : Optional.empty();
    }

    private static Optional<CsvHeader> best(List<CsvRow> first, @Nullable ListRefused failure, RowSource rows) {
        int best = -1;
        int mostKnown = 0;
        for (int at = 0; at < first.size(); at++) {
            int known = namesSeparator(first.get(at)) ? 0 : ListColumns.known(first.get(at));
            if (known > mostKnown) {
                best = at;
                mostKnown = known;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        Deque<CsvRow> ahead = new ArrayDeque<>(first.subList(best + 1, first.size()));
        return Optional.of(new CsvHeader(
                best == 0 ? first.get(best) : underGroups(first.get(best - 1), first.get(best)),
                first.subList(0, best),
                namesSeparator(first.get(0)) ? best - 1 : best,
                mostKnown,
                ahead,
                failure,
                rows));
    }

    /** "Name" under a heading "Behörde" that spans several columns is the name of the organisation. */
    private static CsvRow underGroups(CsvRow groups, CsvRow headings) {
        if (groups.fields().stream().filter(field -> !field.isBlank()).count() < 2) {
            return headings;
        }
        List<String> fields = new ArrayList<>();
        String group = "";
        for (int place = 0; place < headings.fields().size(); place++) {
            group = groups.field(place).isBlank() ? group : groups.field(place).strip();
            String both = group + ": " + headings.field(place).strip();
            boolean organisation = HeadingMeaning.of(group).known().equals(Optional.of(KnownHeading.ORGANISATION))
                    && HeadingMeaning.of(both).known().equals(Optional.of(KnownHeading.ORGANISATION));
            fields.add(organisation ? both : headings.field(place));
        }
        return new CsvRow(headings.line(), fields);
    }

    /** The same headings with the rows of a second list behind these, its lines counted on from {@code before}. */
    CsvHeader followedBy(CsvHeader second, long before) {
        RowSource both = () -> {
            Optional<CsvRow> row = next();
            return row.isPresent()
                    ? row
                    : second.next().map(later -> new CsvRow(later.line() + before, later.fields()));
        };
        return new CsvHeader(headings, above, rowsAbove, known, new ArrayDeque<>(), null, both);
    }

    CsvRow headings() {
        return headings;
    }

    /** The rows above the headings. */
    List<CsvRow> above() {
        return above;
    }

    /** How many rows stand above the headings. */
    int rowsAbove() {
        return rowsAbove;
    }

    @Override
    public Optional<CsvRow> next() throws ListRefused {
        CsvRow row = ahead.poll();
        if (row != null) {
            return Optional.of(row);
        }
        if (failure != null) {
            throw failure;
        }
        return rows.next();
    }

    boolean isBetterThan(CsvHeader other) {
        if (known != other.known) {
            return known > other.known;
        }
        return headings.fields().size() > other.headings.fields().size();
    }

    /** Excel's own hint above the headings, which the headings make superfluous. */
    private static boolean namesSeparator(CsvRow csvRow) {
        return csvRow.field(0).strip().toLowerCase(Locale.ROOT).startsWith(SEPARATOR_LINE);
    }
}
