package org.einlass.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do. What older servers do not tell is empty.
 *
 * @param dryRun true where nothing was stored
 * @param rows rows of people in the file
 * @param asked rows that wait for the answer to a question
 * @param gone people of the same list's import before that this one does not name; they stay registered
 * @param rejected why rows were left out, a row with several faults once for each; no other row suffers from
 *     them
 * @param ignoredColumns headings of columns that were not read, as they stand in the file
 * @param warnings fields that were left out of rows that came in
 * @param reasons how often each reason stands in {@code rejected}, the most frequent first
 * @param questions what a person has to answer, each once however many rows it concerns
 * @param missing who is gone, at most the first hundred
 * @param notes how the file was read beyond the plain, one sentence each
 * @param columns each heading that was read, and what it was read as
 * @param encoding of the file, as people know it
 * @param importId by which the import is undone; absent where nothing was stored
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportReport(
        boolean dryRun,
        int rows,
        int added,
        int updated,
        int unchanged,
        int asked,
        int gone,
        List<RowProblem> rejected,
        List<String> ignoredColumns,
        List<RowProblem> warnings,
        List<Reason> reasons,
        List<Question> questions,
        List<Missing> missing,
        List<String> notes,
        Map<String, String> columns,
        @Nullable String encoding,
        @Nullable String importId) {

    public ImportReport {
        rejected = List.copyOf(rejected);
        ignoredColumns = List.copyOf(Objects.requireNonNullElse(ignoredColumns, List.of()));
        warnings = List.copyOf(Objects.requireNonNullElse(warnings, List.of()));
        reasons = List.copyOf(Objects.requireNonNullElse(reasons, List.of()));
        questions = List.copyOf(Objects.requireNonNullElse(questions, List.of()));
        missing = List.copyOf(Objects.requireNonNullElse(missing, List.of()));
        notes = List.copyOf(Objects.requireNonNullElse(notes, List.of()));
        columns = Map.copyOf(Objects.requireNonNullElse(columns, Map.of()));
    }

    /**
     * Why one row was left out. Names places and reasons, never the row's content.
     *
     * @param line line of the file where the row begins, from 1
     * @param column heading of the column; absent where the whole row is meant
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RowProblem(long line, @Nullable String column, String reason, String remedy) {}

    /** How many rows were left out for one reason. */
    public record Reason(String reason, int rows) {}

    /**
     * What a person has to answer.
     *
     * @param id by which the request's parameter {@code answer=id:option} names it
     * @param blocksAll whether nothing at all is stored without the answer, or only its rows are not
     * @param options to choose from
     * @param lines of the file that it concerns, at most the first twenty
     */
    public record Question(
            String id, boolean blocksAll, String text, List<String> options, List<Long> lines, int rows) {
        public Question {
            options = List.copyOf(options);
            lines = List.copyOf(lines);
        }
    }

    /** Somebody registered whom the list does not name any more. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Missing(String registration, @Nullable String key, String name) {}
}
