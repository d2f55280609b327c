package org.einlass.server.intake;

import java.util.ArrayList;
import java.util.List;
import org.einlass.contract.wire.ImportReport.RowProblem;

/** What became of the rows so far. */
record Tally(int added, int updated, int unchanged, List<RowProblem> problems) {
    static final Tally NONE = new Tally(0, 0, 0, List.of());

    Tally {
        problems = List.copyOf(problems);
    }

    static Tally ofAdded() {
        return new Tally(1, 0, 0, List.of());
    }

    static Tally ofUpdated() {
        return new Tally(0, 1, 0, List.of());
    }

    static Tally ofUnchanged() {
        return new Tally(0, 0, 1, List.of());
    }

    static Tally ofProblem(RowProblem problem) {
        return new Tally(0, 0, 0, List.of(problem));
    }

    Tally plus(Tally other) {
        List<RowProblem> all = new ArrayList<>(problems);
        all.addAll(other.problems);
        return new Tally(added + other.added, updated + other.updated, unchanged + other.unchanged, all);
    }
}
