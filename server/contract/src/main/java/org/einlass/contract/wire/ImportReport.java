package org.einlass.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do.
 *
 * @param dryRun true where nothing was stored
 * @param rows rows of people in the file
 * @param rejected rows that were left out, each with its reasons; no other row suffers from them
 */
public record ImportReport(boolean dryRun, int rows, int added, int updated, int unchanged, List<RowProblem> rejected) {

    public ImportReport {
        rejected = List.copyOf(rejected);
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
