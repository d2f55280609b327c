package org.einlass.server.presence;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.einlass.contract.admission.Period;
import org.einlass.contract.id.EventId;
import org.einlass.server.answer.ClaimTable;
import org.einlass.server.event.EventConfig;
import org.jdbi.v3.core.Handle;

/** Keeps presence, head counts, standings and conflicts as the facts say, person by person. */
public final class Projection {
    private final DerivationInputs derivationInputs;
    private final UsageStateTable usageStateTable;
    private final PresenceTable presenceTable;
    private final HeadCountTable headCountTable;
    private final ConflictTable conflictTable;
    private final ClaimTable claimTable;
    private final DeskEditStore deskEditStore;

    public Projection(
            DerivationInputs derivationInputs,
            UsageStateTable usageStateTable,
            PresenceTable presenceTable,
            HeadCountTable headCountTable,
            ConflictTable conflictTable,
            ClaimTable claimTable,
            DeskEditStore deskEditStore) {
        this.derivationInputs = derivationInputs;
        this.usageStateTable = usageStateTable;
        this.presenceTable = presenceTable;
        this.headCountTable = headCountTable;
        this.conflictTable = conflictTable;
        this.claimTable = claimTable;
        this.deskEditStore = deskEditStore;
    }

    /** Tells one person's story anew. Done twice it changes nothing. @return whether their registration changed */
    boolean retell(Handle handle, EventConfig eventConfig, String subject, Instant now) {
        EventId event = eventConfig.event();
        DerivedState derivedState = derivationInputs.findings(handle, eventConfig, subject);
        usageStateTable.replace(handle, event, subject, derivedState.standings());
        Set<String> settled = derivationInputs.settled(handle, event, derivedState.conflicts());
        conflictTable.replace(handle, event, subject, derivedState.conflicts(), settled);
        move(handle, event, subject, derivedState);
        claimTable.release(handle, event, derivedState.withdrawn(), now);
        releaseLeft(handle, event, subject, derivedState);
        DeskEdits deskEdits = derivedState.dossier();
        return deskEdits != null && deskEditStore.apply(handle, event, subject, deskEdits);
    }

    private void move(Handle handle, EventId event, String subject, DerivedState derivedState) {
        Map<AreaPresence.Key, PresenceTable.Row> before = presenceTable.of(handle, event, subject);
        Map<AreaPresence.Key, PresenceTable.Row> after = derivationInputs.rows(handle, event, derivedState);
        Map<AreaPresence.Key, Long> weights = new HashMap<>();
        before.forEach((key, row) -> weights.merge(key, -row.weight(), Long::sum));
        after.forEach((key, row) -> weights.merge(key, row.weight(), Long::sum));
        if (!before.isEmpty() && !after.keySet().containsAll(before.keySet())) {
            presenceTable.remove(handle, event, subject);
        }
        presenceTable.put(handle, event, subject, after);
        weights.entrySet().stream()
                .filter(weight -> weight.getValue() != 0)
                .sorted(Map.Entry.comparingByKey(AreaPresence.Key.ORDER))
                .forEach(weight -> headCountTable.add(handle, event, weight.getKey(), weight.getValue()));
    }

    private void releaseLeft(Handle handle, EventId event, String subject, DerivedState derivedState) {
        derivedState.standings().forEach((key, standing) -> {
            Long exit = standing.lastExitAt();
            if (exit != null && key.period().equals(Period.inside(key.phase()).text())) {
                claimTable.releaseBefore(handle, event, subject, key.scope(), key.period(), exit);
            }
        });
    }

    /** An area was counted, or a count was taken back: its head count begins anew with the newest one. */
    void recount(Handle handle, EventConfig eventConfig, AreaPresence.Key key, Instant now) {
        EventId event = eventConfig.event();
        var observation = derivationInputs.observation(handle, event, key.phase(), key.area());
        long since = observation.map(ManualHeadCount::at).orElse(Long.MIN_VALUE);
        if (observation.isPresent()) {
            presenceTable.countAll(handle, event, key);
        }
        for (String subject : presenceTable.changedAfter(handle, event, key, since)) {
            presenceTable.put(handle, event, subject, one(handle, eventConfig, subject, key));
        }
        long people = observation.map(ManualHeadCount::people).orElse(0);
        headCountTable.set(handle, event, key, people + presenceTable.weight(handle, event, key));
    }

    private Map<AreaPresence.Key, PresenceTable.Row> one(
            Handle handle, EventConfig eventConfig, String subject, AreaPresence.Key key) {
        Map<AreaPresence.Key, PresenceTable.Row> rows = derivationInputs.rows(
                handle, eventConfig.event(), derivationInputs.findings(handle, eventConfig, subject));
        rows.keySet().retainAll(Set.of(key));
        return rows;
    }
}
