package org.einlass.server.registration.imports.list;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.einlass.server.registration.imports.question.ImportQuestion;

/**
 * A registration list that could be read, row by row.
 *
 * @param rows rows of people in the file, faulty ones included; blank lines, sums and repeated headings are
 *     none
 * @param guests the rows that can be stored, in the file's order; no two have the same key or external code
 * @param problems why the other rows cannot, in the file's order; a row may have several
 * @param warnings fields that could not be read of rows that can be stored
 * @param questions what has to be answered before anything is stored
 * @param asked rows that wait for an answer
 * @param columns what the file speaks of; what it does not speak of should stay as it is stored
 * @param ignoredColumns headings, as in the file, of columns that were not read
 * @param preview how the file was read
 */
public record AttendeeList(
        int rows,
        List<AttendeeRow> guests,
        List<RowProblem> problems,
        List<RowProblem> warnings,
        List<ImportQuestion> questions,
        int asked,
        Set<KnownHeading> columns,
        List<String> ignoredColumns,
        ListPreview preview)
        implements ListReadResult {

    public AttendeeList {
        guests = List.copyOf(guests);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
        questions = List.copyOf(questions);
        columns = Set.copyOf(columns);
        ignoredColumns = List.copyOf(ignoredColumns);
    }

    /**
     * The same as people of a pasted mail: whom it does not name is not gone, and where it says no
     * organisation, the one that is registered stays.
     *
     * @param source of which only the same text again is another one
     */
    AttendeeList asPasted(String source) {
        Set<KnownHeading> said = new HashSet<>(columns);
        said.remove(KnownHeading.ORGANISATION);
        return new AttendeeList(
                rows,
                guests,
                problems,
                warnings,
                questions,
                asked,
                said,
                ignoredColumns,
                new ListPreview(preview.encoding(), preview.mapping(), preview.notes(), source));
    }

    /** The same, with questions about the whole list before its own. */
    AttendeeList asking(List<ImportQuestion> first) {
        List<ImportQuestion> all = new ArrayList<>(first);
        all.addAll(questions);
        return new AttendeeList(rows, guests, problems, warnings, all, asked, columns, ignoredColumns, preview);
    }

    /** How many rows were left out. */
    public int rejectedRows() {
        return rows - guests.size() - asked;
    }

    @Override
    public <T> T fold(Function<AttendeeList, T> read, Function<UnreadableList, T> unreadable) {
        return read.apply(this);
    }

    @Override
    public String toString() {
        return "list of " + rows + " rows, " + rejectedRows() + " of them rejected";
    }
}
