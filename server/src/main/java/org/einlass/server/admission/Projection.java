package org.einlass.server.admission;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.einlass.contract.admission.Period;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

/** Keeps presence, head counts, standings and conflicts as the facts say, person by person. */
final class Projection {
    private final Evidence evidence;
    private final Standings standings;
    private final Presences presences;
    private final HeadCounts headCounts;
    private final Conflicts conflicts;
    private final Claims claims;
    private final Dossiers dossiers;

    Projection(
            Evidence evidence,
            Standings standings,
            Presences presences,
            HeadCounts headCounts,
            Conflicts conflicts,
            Claims claims,
            Dossiers dossiers) {
        this.evidence = evidence;
        this.standings = standings;
        this.presences = presences;
        this.headCounts = headCounts;
        this.conflicts = conflicts;
        this.claims = claims;
        this.dossiers = dossiers;
    }

    /** Tells one person's story anew. Done twice it changes nothing. @return whether their registration changed */
    boolean retell(Handle handle, Plan plan, String subject, Instant now) {
        EventId event = plan.event();
        Findings findings = evidence.findings(handle, plan, subject);
        standings.replace(handle, event, subject, findings.standings());
        Set<String> settled = evidence.settled(handle, event, findings.conflicts());
        conflicts.replace(handle, event, subject, findings.conflicts(), settled);
        move(handle, event, subject, findings);
        claims.release(handle, event, findings.withdrawn(), now);
        releaseLeft(handle, event, subject, findings);
        Dossier dossier = findings.dossier();
        return dossier != null && dossiers.apply(handle, event, subject, dossier);
    }

    private void move(Handle handle, EventId event, String subject, Findings findings) {
        Map<Stay.Key, Presences.Row> before = presences.of(handle, event, subject);
        Map<Stay.Key, Presences.Row> after = evidence.rows(handle, event, findings);
        Map<Stay.Key, Long> weights = new HashMap<>();
        before.forEach((key, row) -> weights.merge(key, -row.weight(), Long::sum));
        after.forEach((key, row) -> weights.merge(key, row.weight(), Long::sum));
        if (!before.isEmpty() && !after.keySet().containsAll(before.keySet())) {
            presences.remove(handle, event, subject);
        }
        presences.put(handle, event, subject, after);
        weights.entrySet().stream()
                .filter(weight -> weight.getValue() != 0)
                .sorted(Map.Entry.comparingByKey(Stay.Key.ORDER))
                .forEach(weight -> headCounts.add(handle, event, weight.getKey(), weight.getValue()));
    }

    private void releaseLeft(Handle handle, EventId event, String subject, Findings findings) {
        findings.standings().forEach((key, standing) -> {
            Long exit = standing.lastExitAt();
            if (exit != null && key.period().equals(Period.inside(key.phase()).text())) {
                claims.releaseBefore(handle, event, subject, key.scope(), key.period(), exit);
            }
        });
    }

    /** An area was counted, or a count was taken back: its head count begins anew with the newest one. */
    void recount(Handle handle, Plan plan, Stay.Key key, Instant now) {
        EventId event = plan.event();
        var observation = evidence.observation(handle, event, key.phase(), key.area());
        long since = observation.map(Observation::at).orElse(Long.MIN_VALUE);
        if (observation.isPresent()) {
            presences.countAll(handle, event, key);
        }
        for (String subject : presences.changedAfter(handle, event, key, since)) {
            presences.put(handle, event, subject, one(handle, plan, subject, key));
        }
        long people = observation.map(Observation::people).orElse(0);
        headCounts.set(handle, event, key, people + presences.weight(handle, event, key));
    }

    private Map<Stay.Key, Presences.Row> one(Handle handle, Plan plan, String subject, Stay.Key key) {
        Map<Stay.Key, Presences.Row> rows =
                evidence.rows(handle, plan.event(), evidence.findings(handle, plan, subject));
        rows.keySet().retainAll(Set.of(key));
        return rows;
    }
}
