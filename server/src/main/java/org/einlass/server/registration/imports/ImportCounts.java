package org.einlass.server.registration.imports;

import java.util.ArrayList;
import java.util.List;
import org.einlass.contract.wire.ImportReport.RowProblem;

/** What became of the rows so far. */
record ImportCounts(int added, int updated, int unchanged, int asked, List<RowProblem> problems) {
    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, List.of());

    ImportCounts {
        problems = List.copyOf(problems);
    }

    static ImportCounts of(ImportTable.Effect effect) {
        return switch (effect) {
            case ADDED -> new ImportCounts(1, 0, 0, 0, List.of());
            case CHANGED -> new ImportCounts(0, 1, 0, 0, List.of());
            case SAME -> new ImportCounts(0, 0, 1, 0, List.of());
        };
    }

    static ImportCounts ofAsked() {
        return new ImportCounts(0, 0, 0, 1, List.of());
    }

    static ImportCounts ofProblem(RowProblem problem) {
        return new ImportCounts(0, 0, 0, 0, List.of(problem));
    }

    ImportCounts plus(ImportCounts other) {
        List<RowProblem> all = new ArrayList<>(problems);
        all.addAll(other.problems);
        return new ImportCounts(
                added + other.added, updated + other.updated, unchanged + other.unchanged, asked + other.asked, all);
    }
}
