package org.einlass.server.statistics;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.desk.ClarificationKind;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.JournalEntry.Overridden;
import org.einlass.contract.journal.JournalEntry.Undone;
import org.einlass.reports.statistics.AttendanceRow;
import org.einlass.reports.statistics.AttendanceTable;
import org.einlass.reports.statistics.Breakdown;
import org.jspecify.annotations.Nullable;

/** What staff decided and took back, and which conflicts there were: entries and cases, not people. */
final class CaseRows {
    private static final Wording TOTAL = new Wording("Insgesamt", "In total");

    private final Locale locale;

    CaseRows(Locale locale) {
        this.locale = locale;
    }

    /** What a person decided, or took back. */
    private enum Decision {
        LET_IN("Eingelassen", "Let in"),
        REFUSED("Nicht eingelassen", "Not let in"),
        DECISION_UNDONE("Entscheidung zurückgenommen", "Decision taken back"),
        ENTRY_UNDONE("Einlass oder Aufnahme zurückgenommen", "Admission or newcomer taken back");

        private final Wording words;

        Decision(String german, String english) {
            this.words = new Wording(german, english);
        }

        private static @Nullable Decision of(JournalEntry entry, boolean stands) {
            if (entry instanceof Overridden override) {
                Decision decided = override.verdict() == Verdict.REFUSED ? REFUSED : LET_IN;
                return stands ? decided : DECISION_UNDONE;
            }
            return stands || entry instanceof Undone ? null : ENTRY_UNDONE;
        }
    }

    /**
     * Each decision and each entry that was taken back.
     *
     * @param stands whether nobody took an entry back
     */
    AttendanceTable decisions(Collection<CountedFact> facts, Predicate<EntryId> stands) {
        TableRows rows = new TableRows(Breakdown.DECISION);
        for (Decision decision : Decision.values()) {
            rows.with(decision, decision.words.in(locale));
        }
        long all = 0;
        for (CountedFact fact : facts) {
            Decision decision =
                    Decision.of(fact.entry(), stands.test(fact.entry().head().id()));
            if (decision != null) {
                rows.count(decision, "", false, true);
                all++;
            }
        }
        return rows.table(new AttendanceRow(TOTAL.in(locale), 0, all));
    }

    /** How many conflicts of each kind there were, and how many of them were clarified. */
    AttendanceTable conflicts(Collection<CountedConflict> conflicts) {
        List<CountedConflict> live =
                conflicts.stream().filter(one -> !one.rehearsed()).toList();
        Map<ClarificationKind, List<CountedConflict>> byKind = live.stream()
                .collect(Collectors.groupingBy(
                        CountedConflict::kind, () -> new EnumMap<>(ClarificationKind.class), Collectors.toList()));
        TableRows rows = new TableRows(Breakdown.CONFLICT);
        byKind.forEach((kind, cases) -> rows.room(kind.sentence().in(locale), cases.size(), settled(cases), null));
        return rows.table(new AttendanceRow(TOTAL.in(locale), live.size(), settled(live)));
    }

    private static long settled(List<CountedConflict> cases) {
        return cases.stream().filter(CountedConflict::settled).count();
    }
}
