package org.einlass.server.admission;

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
import org.jdbi.v3.core.Handle;

/** Gathers what a deduction needs from the database, and makes it. Reads only. */
final class Evidence {
    private final Facts facts;
    private final Answers answers;
    private final Dossiers dossiers;

    Evidence(Facts facts, Answers answers, Dossiers dossiers) {
        this.facts = facts;
        this.answers = answers;
        this.dossiers = dossiers;
    }

    /** What follows from all facts about {@code subject}. */
    Findings findings(Handle handle, Plan plan, String subject) {
        List<Fact> about = facts.about(handle, plan.event(), subject);
        List<EntryId> scans = about.stream()
                .filter(fact -> fact.entry() instanceof JournalEntry.Scanned)
                .map(Fact::id)
                .toList();
        Map<EntryId, Verdict> verdicts = answers.verdicts(handle, plan.event(), scans);
        Findings findings = Deduction.from(plan, subject, about, verdicts);
        return dossiers.concern(handle, plan.event(), subject, about)
                ? findings.with(dossiers.read(handle, plan, subject, about))
                : findings;
    }

    /** Which of the conflicts somebody settled, knowing all their entries. */
    Set<String> settled(Handle handle, EventId event, List<Conflict> conflicts) {
        Set<String> ids = conflicts.stream().map(Conflict::id).collect(Collectors.toSet());
        List<JournalEntry.Settled> settlements = facts.settlements(handle, event, ids);
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
    Optional<Observation> observation(Handle handle, EventId event, Phase phase, AreaId area) {
        List<Fact> counts = facts.counts(handle, event, area);
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        Story story = new Story(counts);
        return counts.stream()
                .filter(fact -> fact.entry() instanceof JournalEntry.Counted)
                .filter(fact -> fact.phase() == phase && !story.isUndone(fact.id()))
                .max(Fact::compareTo)
                .map(fact -> new Observation(fact.at(), ((JournalEntry.Counted) fact.entry()).people()));
    }

    /** Who is where, and whether they were there at the newest count. */
    Map<Stay.Key, Presences.Row> rows(Handle handle, EventId event, Findings findings) {
        Map<Stay.Key, Presences.Row> rows = new HashMap<>();
        findings.stays().forEach((key, stay) -> {
            boolean counted = observation(handle, event, key.phase(), key.area())
                    .map(newest -> stay.insideAt(newest.at()))
                    .orElse(false);
            rows.put(key, new Presences.Row(stay.inside(), counted, stay.changedAt()));
        });
        return rows;
    }
}
