package org.einlass.server.journal;

import java.time.Duration;
import java.util.Collection;
import org.einlass.contract.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/** How large the numbers and lists of an entry may be. Its times are bounded where they are read. */
final class EntryBounds {
    /** Of one epoch: a scan each second of 30 years. */
    static final long MOST_ENTRIES = 1_000_000_000L;

    private static final int MOST_PEOPLE = 1_000_000;
    private static final long HIGHEST_ROSTER = 1L << 53;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_IN_A_LIST = 1_000;
    private static final int LONGEST_CONFLICT = 200;
    private static final Duration VAGUEST_PAPER = Duration.ofDays(31);

    private EntryBounds() {}

    /** The name of the first part that is out of bounds, or null where none is. */
    static @Nullable String exceeded(JournalEntry entry) {
        return entry.head().sequence() > MOST_ENTRIES ? "head.sequence" : own(entry);
    }

    private static @Nullable String own(JournalEntry entry) {
        if (entry instanceof JournalEntry.Scanned scanned) {
            return scanned(scanned);
        }
        if (entry instanceof JournalEntry.Counted counted) {
            return counted.people() > MOST_PEOPLE ? "people" : null;
        }
        if (entry instanceof JournalEntry.Settled settled) {
            return settled.conflict().length() > LONGEST_CONFLICT ? "conflict" : list("entries", settled.entries());
        }
        if (entry instanceof JournalEntry.Printed printed) {
            String printer = printed.printer();
            return printer != null && printer.length() > JournalEntry.Printed.LONGEST_PRINTER ? "printer" : null;
        }
        if (entry instanceof JournalEntry.BadgeReissued reissued) {
            return list("replaces", reissued.replaces());
        }
        if (entry instanceof JournalEntry.Newcomer newcomer) {
            String programmes = list("programmes", newcomer.programmes());
            return programmes == null ? list("days", newcomer.days()) : programmes;
        }
        return entry instanceof JournalEntry.EnteredFromPaper line
                        && line.uncertainty().compareTo(VAGUEST_PAPER) > 0
                ? "uncertainty"
                : null;
    }

    private static @Nullable String scanned(JournalEntry.Scanned scanned) {
        Long roster = scanned.outcome().roster();
        if (roster != null && (roster < 0 || roster > HIGHEST_ROSTER)) {
            return "outcome.roster";
        }
        boolean longer = scanned.foreign() != null
                && (scanned.foreign().length() < 0 || scanned.foreign().length() > LONGEST_TEXT);
        return longer ? "foreign.length" : null;
    }

    private static @Nullable String list(String name, Collection<?> list) {
        return list.size() > MOST_IN_A_LIST ? name : null;
    }
}
