package org.einlass.kiosk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.gate.VirtualExecutor;

/**
 * What really happened, seen by somebody who sees everything: told when a run fails, and the truth for the
 * checks.
 */
final class SimStory {
    private final VirtualExecutor time;
    private final List<String> lines = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();
    private Duration longestWait = Duration.ZERO;

    /**
     * A verdict on a screen.
     *
     * @param entry as it stood on the disk by then; empty where it did not
     */
    record Shown(ShownOutcome passage, SimDisk disk, Optional<JournalEntry.Scanned> entry, Instant at) {

        EntryId id() {
            return passage.scan();
        }

        boolean isGreen() {
            return passage.outcome().verdict() == Verdict.ADMITTED;
        }
    }

    SimStory(VirtualExecutor time) {
        this.time = time;
    }

    void tell(int device, String line) {
        lines.add(time.instant() + " device " + device + ": " + line);
    }

    void tell(String line) {
        lines.add(time.instant() + " " + line);
    }

    void shown(ShownOutcome passage, SimDisk disk) {
        Optional<JournalEntry.Scanned> entry = disk.entries().stream()
                .filter(known -> known.head().id().equals(passage.scan()))
                .map(JournalEntry.Scanned.class::cast)
                .findFirst();
        shown.add(new Shown(passage, disk, entry, time.instant()));
        if (passage.took().compareTo(longestWait) > 0) {
            longestWait = passage.took();
        }
    }

    List<Shown> shown() {
        return shown;
    }

    Duration longestWait() {
        return longestWait;
    }

    /** Everything that happened, a line each. */
    String text() {
        return String.join("\n", lines);
    }
}
