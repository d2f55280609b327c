package org.einlass.server.intake.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.wire.ImportReport.RowProblem;

/** The list as it grows row by row. */
final class Gathering {
    private final Columns columns;
    private final RowReader reader;
    private final Twins twins;
    private final List<GuestRow> guests = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private int rows;

    Gathering(Columns columns, EventTerms terms, Locale language) {
        this.columns = columns;
        this.reader = new RowReader(columns, terms, language);
        this.twins = new Twins(columns, language);
    }

    void take(Row row) {
        rows++;
        reader.read(row, problems::add)
                .filter(guest -> twins.isNew(guest, problems::add))
                .ifPresent(guests::add);
    }

    int rows() {
        return rows;
    }

    GuestList list() {
        return new GuestList(rows, guests, problems, columns.present(), columns.ignored());
    }
}
