package org.einlass.server.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.einlass.contract.admission.ClaimPeriod;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.server.answer.ClaimTable;
import org.einlass.server.event.EventConfig;
import org.jdbi.v3.core.Handle;

/** Keeps presence, head counts, usage states and conflicts as the facts say, for many people at once. */
public final class Projection {
    private final DerivationInputs inputs;
    private final UsageStateTable usageStateTable = new UsageStateTable();
    private final PresenceTable presenceTable = new PresenceTable();
    private final HeadCountTable headCountTable = new HeadCountTable();
    private final ConflictTable conflictTable = new ConflictTable();
    private final ClaimTable claimTable;
    private final DeskEditStore deskEditStore;

    Projection(DerivationInputs inputs, ClaimTable claimTable, DeskEditStore deskEditStore) {
        this.inputs = inputs;
        this.claimTable = claimTable;
        this.deskEditStore = deskEditStore;
    }

    /**
     * Derives the state of some people anew. Done twice it changes nothing.
     *
     * @param known what stands in the body of some facts, so that they need not be read
     * @return those whose registration changed
     */
    Set<String> rebuild(
            Handle handle,
            EventConfig eventConfig,
            Collection<String> subjects,
            Map<EntryId, JournalEntry> known,
            Instant now) {
        EventId event = eventConfig.event();
        DerivationInputs.Kept kept = DerivationInputs.Kept.of(handle, event, subjects);
        Map<String, DerivedState> derived = inputs.derive(handle, eventConfig, subjects, kept.edited(), known);
        replaceUsageStates(handle, event, kept, derived);
        replaceConflicts(handle, event, kept, derived);
        replacePresences(handle, event, kept, derived);
        releaseClaims(handle, event, derived, now);
        return applyDeskEdits(handle, event, derived);
    }

    private void replaceUsageStates(
            Handle handle, EventId event, DerivationInputs.Kept kept, Map<String, DerivedState> derived) {
        Map<String, Map<UsageState.Key, UsageState>> after = new HashMap<>();
        derived.forEach((subject, state) -> after.put(subject, state.standings()));
        usageStateTable.replace(handle, event, kept.standings(), after);
    }

    private void replaceConflicts(
            Handle handle, EventId event, DerivationInputs.Kept kept, Map<String, DerivedState> derived) {
        Map<String, List<Conflict>> after = new HashMap<>();
        derived.forEach((subject, state) -> after.put(subject, state.conflicts()));
        conflictTable.replace(handle, event, kept.conflicts(), after, inputs.settled(handle, event, derived.values()));
    }

    private void replacePresences(
            Handle handle, EventId event, DerivationInputs.Kept kept, Map<String, DerivedState> derived) {
        Map<String, Map<AreaPresence.Key, PresenceTable.Row>> before = kept.presences();
        Map<String, Map<AreaPresence.Key, PresenceTable.Row>> after = inputs.rows(handle, event, derived);
        presenceTable.replace(handle, event, before, after);
        SortedMap<AreaPresence.Key, Long> people = new TreeMap<>(AreaPresence.Key.ORDER);
        before.values().forEach(rows -> rows.forEach((key, row) -> people.merge(key, -row.weight(), Long::sum)));
        after.values().forEach(rows -> rows.forEach((key, row) -> people.merge(key, row.weight(), Long::sum)));
        people.values().removeIf(weight -> weight == 0);
        headCountTable.add(handle, event, people);
    }

    private void releaseClaims(Handle handle, EventId event, Map<String, DerivedState> derived, Instant now) {
        List<EntryId> withdrawn = new ArrayList<>();
        List<ClaimTable.Exit> exits = new ArrayList<>();
        derived.forEach((subject, state) -> {
            withdrawn.addAll(state.withdrawn());
            state.standings().forEach((key, usage) -> {
                Long exit = usage.lastExitAt();
                if (exit != null
                        && key.period().equals(ClaimPeriod.inside(key.phase()).text())) {
                    exits.add(new ClaimTable.Exit(subject, key.scope(), key.period(), exit));
                }
            });
        });
        claimTable.release(handle, event, withdrawn, now);
        claimTable.releaseBefore(handle, event, exits);
    }

    private Set<String> applyDeskEdits(Handle handle, EventId event, Map<String, DerivedState> derived) {
        Set<String> changed = new HashSet<>();
        derived.forEach((subject, state) -> {
            DeskEdits edits = state.dossier();
            if (edits != null && deskEditStore.apply(handle, event, subject, edits)) {
                changed.add(subject);
            }
        });
        return changed;
    }

    /** Areas were counted, or counts were taken back: their head counts begin anew with the newest ones. */
    void recount(Handle handle, EventConfig eventConfig, Collection<AreaPresence.Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        EventId event = eventConfig.event();
        Map<AreaPresence.Key, ManualHeadCount> newest = inputs.headCounts(
                handle, event, keys.stream().map(AreaPresence.Key::area).collect(Collectors.toSet()));
        newest.keySet().retainAll(keys);
        presenceTable.countAll(handle, event, newest.keySet());
        Map<AreaPresence.Key, Long> since = new HashMap<>();
        SortedMap<AreaPresence.Key, Long> people = new TreeMap<>(AreaPresence.Key.ORDER);
        for (AreaPresence.Key key : keys) {
            ManualHeadCount count = newest.get(key);
            since.put(key, count == null ? Long.MIN_VALUE : count.at());
            people.put(key, count == null ? 0L : count.people());
        }
        Map<String, Set<AreaPresence.Key>> moved = presenceTable.changedAfter(handle, event, since);
        Map<String, Map<AreaPresence.Key, PresenceTable.Row>> rows =
                inputs.rows(handle, event, inputs.derive(handle, eventConfig, moved.keySet(), Set.of(), Map.of()));
        rows.forEach((subject, areas) -> areas.keySet().retainAll(moved.getOrDefault(subject, Set.of())));
        presenceTable.put(handle, event, rows);
        headCountTable.restart(handle, event, people);
    }
}
