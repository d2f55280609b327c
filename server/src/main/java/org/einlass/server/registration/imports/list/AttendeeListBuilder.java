package org.einlass.server.registration.imports.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.wire.ImportReport.RowProblem;

/** The list as it grows row by row. */
final class AttendeeListBuilder {
    private final ListColumns listColumns;
    private final RowReader reader;
    private final DuplicateRows duplicateRows;
    private final List<AttendeeRow> guests = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private int rows;

    AttendeeListBuilder(ListColumns listColumns, EventTerms terms, Locale language) {
        this.listColumns = listColumns;
        this.reader = new RowReader(listColumns, terms, language);
        this.duplicateRows = new DuplicateRows(listColumns, language);
    }

    void take(CsvRow csvRow) {
        rows++;
        reader.read(csvRow, problems::add)
                .filter(guest -> duplicateRows.isNew(guest, problems::add))
                .ifPresent(guests::add);
    }

    int rows() {
        return rows;
    }

    AttendeeList list() {
        return new AttendeeList(rows, guests, problems, listColumns.present(), listColumns.ignored());
    }
}
