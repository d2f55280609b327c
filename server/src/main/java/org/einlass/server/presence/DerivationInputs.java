package org.einlass.server.presence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.server.answer.AnswerTable;
import org.einlass.server.event.EventConfig;
import org.einlass.server.journal.Fact;
import org.einlass.server.journal.FactTable;
import org.jdbi.v3.core.Handle;

/** Gathers what a deduction needs from the database, and makes it. Reads only. */
public final class DerivationInputs {
    private final FactTable factTable;
    private final AnswerTable answerTable;
    private final DeskEditStore deskEditStore;

    public DerivationInputs(FactTable factTable, AnswerTable answerTable, DeskEditStore deskEditStore) {
        this.factTable = factTable;
        this.answerTable = answerTable;
        this.deskEditStore = deskEditStore;
    }

    /** What follows from all facts about {@code subject}. */
    DerivedState findings(Handle handle, EventConfig eventConfig, String subject) {
        List<Fact> about = factTable.about(handle, eventConfig.event(), subject);
        List<EntryId> scans = about.stream()
                .filter(fact -> fact.entry() instanceof JournalEntry.Scanned)
                .map(Fact::id)
                .toList();
        Map<EntryId, Verdict> verdicts = answerTable.verdicts(handle, eventConfig.event(), scans);
        DerivedState derivedState = StateDerivation.from(eventConfig, subject, about, verdicts);
        return deskEditStore.concern(handle, eventConfig.event(), subject, about)
                ? derivedState.with(deskEditStore.read(handle, eventConfig, subject, about))
                : derivedState;
    }

    /** Which of the conflicts somebody settled, knowing all their entries. */
    Set<String> settled(Handle handle, EventId event, List<Conflict> conflicts) {
        Set<String> ids = conflicts.stream().map(Conflict::id).collect(Collectors.toSet());
        List<JournalEntry.Settled> settlements = factTable.settlements(handle, event, ids);
        Set<String> settled = new HashSet<>();
        for (Conflict conflict : conflicts) {
            boolean known = settlements.stream()
                    .filter(settlement -> settlement.conflict().equals(conflict.id()))
                    .anyMatch(settlement -> settlement.entries().containsAll(conflict.entries()));
            if (known) {
                settled.add(conflict.id());
            }
        }
        return settled;
    }

    /** The newest count of an area that was not taken back. */
    Optional<ManualHeadCount> observation(Handle handle, EventId event, Phase phase, AreaId area) {
        List<Fact> counts = factTable.counts(handle, event, area);
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        PassageHistory passageHistory = new PassageHistory(counts);
        return counts.stream()
                .filter(fact -> fact.entry() instanceof JournalEntry.Counted)
                .filter(fact -> fact.phase() == phase && !passageHistory.isUndone(fact.id()))
                .max(Fact::compareTo)
                .map(fact -> new ManualHeadCount(fact.at(), ((JournalEntry.Counted) fact.entry()).people()));
    }

    /** Who is where, and whether they were there at the newest count. */
    Map<AreaPresence.Key, PresenceTable.Row> rows(Handle handle, EventId event, DerivedState derivedState) {
        Map<AreaPresence.Key, PresenceTable.Row> rows = new HashMap<>();
        derivedState.stays().forEach((key, stay) -> {
            boolean counted = observation(handle, event, key.phase(), key.area())
                    .map(newest -> stay.insideAt(newest.at()))
                    .orElse(false);
            rows.put(key, new PresenceTable.Row(stay.inside(), counted, stay.changedAt()));
        });
        return rows;
    }
}
