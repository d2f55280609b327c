package org.einlass.server.intake.list;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** How a list opens: which separator it uses, and the row of headings; the rows behind it are still to be cut. */
record Opening(RowCutter rows, Row headings) {
    private static final char[] SEPARATORS = {';', '\t', ','};
    private static final String SEPARATOR_LINE = "sep=";
    private static final Comparator<Opening> PROMISING = Comparator.comparingLong(Opening::known)
            .thenComparingInt(opening -> opening.headings().fields().size());

    /** Takes the separator under which most headings are known. @throws ListRefused where none is known under any */
    static Opening of(String text, int mostColumns) throws ListRefused {
        Optional<Opening> best = Optional.empty();
        ListRefused refusal = new ListRefused(UnreadableList.noKnownHeading());
        for (char separator : SEPARATORS) {
            try {
                best = better(best, headings(new RowCutter(text, separator, mostColumns)));
            } catch (ListRefused e) {
                refusal = e;
            }
        }
        if (best.isPresent()) {
            return best.get();
        }
        throw refusal;
    }

    private static Optional<Opening> better(Optional<Opening> best, Optional<Opening> candidate) {
        return Stream.concat(best.stream(), candidate.filter(one -> one.known() > 0).stream())
                .reduce(BinaryOperator.maxBy(PROMISING));
    }

    private long known() {
        return Columns.known(headings);
    }

    private static Optional<Opening> headings(RowCutter rows) throws ListRefused {
        Optional<Row> first = rows.next();
        Optional<Row> headings = first.filter(Opening::namesSeparator).isPresent() ? rows.next() : first;
        return headings.map(row -> new Opening(rows, row));
    }

    /** Excel's own hint above the headings, which the headings make superfluous. */
    private static boolean namesSeparator(Row row) {
        return row.field(0).strip().toLowerCase(Locale.ROOT).startsWith(SEPARATOR_LINE);
    }
}
