package org.einlass.server.registration.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.einlass.contract.wire.ImportReport.RowProblem;

/** What became of the rows so far. */
record ImportCounts(int added, int updated, int unchanged, int asked, List<RowProblem> problems) {
    ImportCounts {
        problems = List.copyOf(problems);
    }

    /** All of them together. */
    static ImportCounts sum(List<ImportCounts> parts) {
        List<RowProblem> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.problems));
        return new ImportCounts(
                sum(parts, ImportCounts::added),
                sum(parts, ImportCounts::updated),
                sum(parts, ImportCounts::unchanged),
                sum(parts, ImportCounts::asked),
                all);
    }

    private static int sum(List<ImportCounts> parts, ToIntFunction<ImportCounts> count) {
        return parts.stream().mapToInt(count).sum();
    }
}
