package org.einlass.server.registration.imports.list;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** How a list opens: which separator it uses, and the row of headings; the rows behind it are still to be cut. */
record CsvHeader(CsvRows rows, CsvRow headings) {
    private static final char[] SEPARATORS = {';', '\t', ','};
    private static final String SEPARATOR_LINE = "sep=";
    private static final Comparator<CsvHeader> PROMISING = Comparator.comparingLong(CsvHeader::known)
            .thenComparingInt(opening -> opening.headings().fields().size());

    /** Takes the separator under which most headings are known. @throws ListRefused where none is known under any */
    static CsvHeader of(String text, int mostColumns) throws ListRefused {
        Optional<CsvHeader> best = Optional.empty();
        ListRefused refusal = new ListRefused(UnreadableList.noKnownHeading());
        for (char separator : SEPARATORS) {
            try {
                best = better(best, headings(new CsvRows(text, separator, mostColumns)));
            } catch (ListRefused e) {
                refusal = e;
            }
        }
        if (best.isPresent()) {
            return best.get();
        }
        throw refusal;
    }

    private static Optional<CsvHeader> better(Optional<CsvHeader> best, Optional<CsvHeader> candidate) {
        return Stream.concat(best.stream(), candidate.filter(one -> one.known() > 0).stream())
                .reduce(BinaryOperator.maxBy(PROMISING));
    }

    private long known() {
        return ListColumns.known(headings);
    }

    private static Optional<CsvHeader> headings(CsvRows rows) throws ListRefused {
        Optional<CsvRow> first = rows.next();
        Optional<CsvRow> headings = first.filter(CsvHeader::namesSeparator).isPresent() ? rows.next() : first;
        return headings.map(csvRow -> new CsvHeader(rows, csvRow));
    }

    /** Excel's own hint above the headings, which the headings make superfluous. */
    private static boolean namesSeparator(CsvRow csvRow) {
        return csvRow.field(0).strip().toLowerCase(Locale.ROOT).startsWith(SEPARATOR_LINE);
    }
}
