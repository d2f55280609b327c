package org.einlass.server.presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.desk.ClarificationKind;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.server.journal.Fact;

/** Which facts about one person make a conflict that somebody has to clarify. Pure. */
final class ConflictRules {
    private final String subject;
    private final PassageHistory passageHistory;
    private final Map<EntryId, Verdict> answers;

    /**
     * @param subject registration id, or {@code ?} and look-up id of a code nobody knows
     * @param answers what the server had answered to this person's scans, where it had
     */
    ConflictRules(String subject, PassageHistory passageHistory, Map<EntryId, Verdict> answers) {
        this.subject = subject;
        this.passageHistory = passageHistory;
        this.answers = answers;
    }

    /** @param doubles the admissions that came to one scope in one period, where there was more than one */
    List<Conflict> conflicts(Map<UsageState.Key, List<EntryId>> doubles) {
        List<Conflict> conflicts = new ArrayList<>();
        doubles.forEach((key, entries) -> conflicts.add(
                Conflict.of(ClarificationKind.DOUBLE_ADMISSION, subject, key.scope() + " " + key.period(), entries)));
        Collection<Fact> scans = passageHistory.scans();
        for (Fact scan : scans) {
            kind(scan)
                    .ifPresent(kind ->
                            conflicts.add(Conflict.of(kind, subject, scan.id().toString(), List.of(scan.id()))));
        }
        return conflicts;
    }

    /** What is wrong with one scan by itself. */
    private Optional<ClarificationKind> kind(Fact scan) {
        if (passageHistory.isUndone(scan.id())) {
            return Optional.empty();
        }
        if (!scan.genuine()) {
            return Optional.of(ClarificationKind.NOT_PROVEN);
        }
        Verdict shown = PassageHistory.shown(scan);
        if (shown == Verdict.PROVISIONAL
                && StateDerivation.isUnknown(subject)
                && !passageHistory.isOverridden(scan.id())) {
            return Optional.of(ClarificationKind.PROVISIONAL);
        }
        boolean against = shown == Verdict.ADMITTED && answers.get(scan.id()) == Verdict.REFUSED;
        return against && !isByStaff(scan) ? Optional.of(ClarificationKind.VERDICTS_DIFFER) : Optional.empty();
    }

    private static boolean isByStaff(Fact scan) {
        return ((JournalEntry.Scanned) scan.entry()).outcome().source() == Outcome.Source.OPERATOR;
    }
}
