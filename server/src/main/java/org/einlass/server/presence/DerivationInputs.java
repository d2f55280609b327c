package org.einlass.server.presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.einlass.server.journal.FactHistories;
import org.jdbi.v3.core.Handle;

/** Gathers what a derivation needs from the database, for many people at once, and makes it. Reads only. */
public final class DerivationInputs {
    private final FactHistories histories;
    private final AnswerTable answerTable;
    private final DeskEditStore deskEditStore;

    public DerivationInputs(FactHistories histories, AnswerTable answerTable, DeskEditStore deskEditStore) {
        this.histories = histories;
        this.answerTable = answerTable;
        this.deskEditStore = deskEditStore;
    }

    /** What follows from all facts about each of some people, in their order. */
    Map<String, DerivedState> derive(Handle handle, EventConfig eventConfig, Collection<String> subjects) {
        EventId event = eventConfig.event();
        Map<String, List<Fact>> about = histories.about(handle, event, subjects);
        List<EntryId> scans = about.values().stream()
                .flatMap(List::stream)
                .filter(fact -> fact.entry() instanceof JournalEntry.Scanned)
                .map(Fact::id)
                .toList();
        Map<EntryId, Verdict> verdicts = answerTable.verdicts(handle, event, scans);
        Set<String> edited = deskEditStore.concerned(handle, event, subjects, about);
        Map<String, DerivedState> derived = new LinkedHashMap<>();
        for (String subject : subjects) {
            List<Fact> facts = about.getOrDefault(subject, List.of());
            DerivedState state = StateDerivation.from(eventConfig, subject, facts, verdicts);
            derived.put(
                    subject,
                    edited.contains(subject)
                            ? state.with(deskEditStore.read(handle, eventConfig, subject, facts))
                            : state);
        }
        return derived;
    }

    /** Which of the conflicts somebody settled, knowing all their entries. */
    Set<String> settled(Handle handle, EventId event, Collection<DerivedState> states) {
        List<Conflict> conflicts = new ArrayList<>();
        states.forEach(state -> conflicts.addAll(state.conflicts()));
        Set<String> ids = conflicts.stream().map(Conflict::id).collect(Collectors.toSet());
        Map<String, List<JournalEntry.Settled>> settlements = histories.settlements(handle, event, ids).stream()
                .collect(Collectors.groupingBy(JournalEntry.Settled::conflict));
        Set<String> settled = new HashSet<>();
        for (Conflict conflict : conflicts) {
            boolean known = settlements.getOrDefault(conflict.id(), List.of()).stream()
                    .anyMatch(settlement -> settlement.entries().containsAll(conflict.entries()));
            if (known) {
                settled.add(conflict.id());
            }
        }
        return settled;
    }

    /** The newest count, that was not taken back, of each area in each phase that has one. */
    Map<AreaPresence.Key, ManualHeadCount> headCounts(Handle handle, EventId event, Collection<AreaId> areas) {
        Map<AreaPresence.Key, ManualHeadCount> newest = new HashMap<>();
        histories.counts(handle, event, areas).forEach((area, counts) -> {
            for (Phase phase : Phase.values()) {
                newestOf(counts, phase).ifPresent(count -> newest.put(new AreaPresence.Key(phase, area), count));
            }
        });
        return newest;
    }

    private static Optional<ManualHeadCount> newestOf(List<Fact> counts, Phase phase) {
        PassageHistory history = new PassageHistory(counts);
        return counts.stream()
                .filter(fact -> fact.entry() instanceof JournalEntry.Counted)
                .filter(fact -> fact.phase() == phase && !history.isUndone(fact.id()))
                .max(Fact::compareTo)
                .map(fact -> new ManualHeadCount(fact.at(), ((JournalEntry.Counted) fact.entry()).people()));
    }

    /** Where each of some people is, and whether they were there at the newest count. */
    Map<String, Map<AreaPresence.Key, PresenceTable.Row>> rows(
            Handle handle, EventId event, Map<String, DerivedState> states) {
        Set<AreaId> areas = states.values().stream()
                .flatMap(state -> state.stays().keySet().stream())
                .map(AreaPresence.Key::area)
                .collect(Collectors.toSet());
        Map<AreaPresence.Key, ManualHeadCount> headCounts = headCounts(handle, event, areas);
        Map<String, Map<AreaPresence.Key, PresenceTable.Row>> rows = new LinkedHashMap<>();
        states.forEach((subject, state) -> rows.put(subject, rows(state, headCounts)));
        return rows;
    }

    private static Map<AreaPresence.Key, PresenceTable.Row> rows(
            DerivedState state, Map<AreaPresence.Key, ManualHeadCount> headCounts) {
        Map<AreaPresence.Key, PresenceTable.Row> rows = new HashMap<>();
        state.stays().forEach((key, stay) -> {
            ManualHeadCount newest = headCounts.get(key);
            boolean counted = newest != null && stay.insideAt(newest.at());
            rows.put(key, new PresenceTable.Row(stay.inside(), counted, stay.changedAt()));
        });
        return rows;
    }
}
