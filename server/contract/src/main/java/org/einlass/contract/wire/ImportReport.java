package org.einlass.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do.
 *
 * @param dryRun true where nothing was stored
 * @param rows rows of people in the file
 * @param rejected why rows were left out, a row with several faults once for each; no other row suffers from them
 * @param ignoredColumns headings of columns that were not read, as they stand in the file; absent from older servers
 */
public record ImportReport(
        boolean dryRun,
        int rows,
        int added,
        int updated,
        int unchanged,
        List<RowProblem> rejected,
        List<String> ignoredColumns) {

    public ImportReport {
        rejected = List.copyOf(rejected);
        ignoredColumns = List.copyOf(Objects.requireNonNullElse(ignoredColumns, List.of()));
    }

    /**
     * Why one row was left out. Names places and reasons, never the row's content.
     *
     * @param line line of the file where the row begins, from 1
     * @param column heading of the column; absent where the whole row is meant
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RowProblem(long line, @Nullable String column, String reason, String remedy) {}
}
