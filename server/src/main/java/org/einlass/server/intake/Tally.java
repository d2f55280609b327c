package org.einlass.server.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.wire.ImportReport;

/** What became of the rows so far. */
record Tally(int added, int updated, int unchanged, List<RowFault> faults) {
    static final Tally NONE = new Tally(0, 0, 0, List.of());

    Tally {
        faults = List.copyOf(faults);
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

    static Tally ofFaults(List<RowFault> faults) {
        return new Tally(0, 0, 0, faults);
    }

    Tally plus(Tally other) {
        List<RowFault> all = new ArrayList<>(faults);
        all.addAll(other.faults);
        return new Tally(added + other.added, updated + other.updated, unchanged + other.unchanged, all);
    }

    ImportReport report(boolean dryRun, Locale locale) {
        var rejected = faults.stream()
                .sorted(Comparator.comparingLong(RowFault::line))
                .map(fault -> fault.in(locale))
                .toList();
        return new ImportReport(
                dryRun, added + updated + unchanged + rejected.size(), added, updated, unchanged, rejected, List.of());
    }
}
