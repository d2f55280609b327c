package org.einlass.server.admission;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.Seal;
import org.jdbi.v3.core.Handle;

/**
 * Computes presence, head counts, standings and conflicts of an event from the raw facts, to be compared with the
 * projection that is kept for speed.
 */
public final class Recomputation {
    private final Plans plans = new Plans(JournalJson.mapper());
    private final Facts facts = new Facts();
    private final Dossiers dossiers;
    private final Evidence evidence;
    private final Presences presences = new Presences();
    private final Standings standings = new Standings();
    private final Conflicts conflicts = new Conflicts();
    private final HeadCounts headCounts = new HeadCounts();

    /** @param seal the server's own, under which the keys to the desks' letters lie */
    public Recomputation(Seal seal) {
        dossiers = new Dossiers(facts, new Letters(new LetterKeys(seal)));
        evidence = new Evidence(facts, new Answers(), dossiers);
    }

    /** The derived state, a line a thing, from the facts alone. */
    public SortedSet<String> fromFacts(Handle handle, EventId event) {
        Plan plan = plans.find(handle, event).orElseThrow(() -> new UnknownPlace(UnknownPlace.Kind.EVENT));
        SortedSet<String> lines = new TreeSet<>();
        Map<Stay.Key, Long> people = new HashMap<>();
        for (String subject : facts.subjects(handle, event)) {
            Findings findings = evidence.findings(handle, plan, subject);
            Map<Stay.Key, Presences.Row> rows = evidence.rows(handle, event, findings);
            Set<String> settled = evidence.settled(handle, event, findings.conflicts());
            rows.forEach((key, row) -> people.merge(key, row.weight(), Long::sum));
            presence(lines, subject, rows);
            standing(lines, subject, findings.standings());
            Dossier dossier = findings.dossier();
            if (dossier != null) {
                lines.addAll(dossiers.expected(handle, event, subject, dossier));
            }
            findings.conflicts()
                    .forEach(conflict -> lines.add("conflict " + conflict.id() + " "
                            + Conflicts.text(
                                    conflict.kind().name(), conflict.entriesText(), settled.contains(conflict.id()))));
        }
        plan.areas().keySet().forEach(area -> observe(handle, event, people, area));
        people.forEach((key, count) -> count(lines, key, count));
        return lines;
    }

    private void observe(
            Handle handle, EventId event, Map<Stay.Key, Long> people, org.einlass.contract.id.AreaId area) {
        for (Phase phase : Phase.values()) {
            evidence.observation(handle, event, phase, area)
                    .ifPresent(observation ->
                            people.merge(new Stay.Key(phase, area), (long) observation.people(), Long::sum));
        }
    }

    /** The derived state, a line a thing, as the projection has it. */
    public SortedSet<String> fromProjection(Handle handle, EventId event) {
        SortedSet<String> lines = new TreeSet<>();
        for (String subject : facts.subjects(handle, event)) {
            presence(lines, subject, presences.of(handle, event, subject));
            standing(lines, subject, standings.of(handle, event, subject));
            if (dossiers.concern(handle, event, subject, List.of())) {
                lines.addAll(dossiers.found(handle, event, subject));
            }
            conflicts.of(handle, event, subject).forEach((id, text) -> lines.add("conflict " + id + " " + text));
        }
        for (Phase phase : Phase.values()) {
            headCounts
                    .all(handle, event, phase)
                    .forEach((area, count) -> count(lines, new Stay.Key(phase, area), count));
        }
        return lines;
    }

    /** What the projection and the facts disagree about; empty where the projection is right. */
    public Collection<String> differences(Handle handle, EventId event) {
        SortedSet<String> expected = fromFacts(handle, event);
        SortedSet<String> kept = fromProjection(handle, event);
        SortedSet<String> differences = new TreeSet<>();
        expected.stream().filter(line -> !kept.contains(line)).forEach(line -> differences.add("missing " + line));
        kept.stream().filter(line -> !expected.contains(line)).forEach(line -> differences.add("wrong " + line));
        return differences;
    }

    private static void presence(Set<String> lines, String subject, Map<Stay.Key, Presences.Row> rows) {
        rows.forEach((key, row) -> lines.add("presence " + key + " " + subject + " " + row));
    }

    private static void standing(Set<String> lines, String subject, Map<Standing.Key, Standing> rows) {
        rows.forEach((key, row) -> lines.add("standing " + key + " " + subject + " " + row));
    }

    private static void count(Set<String> lines, Stay.Key key, long people) {
        if (people != 0) {
            lines.add("count " + key + " " + people);
        }
    }
}
