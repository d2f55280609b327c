package org.einlass.server.presence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.ServerKey;
import org.einlass.server.event.EventConfig;
import org.einlass.server.event.EventConfigCache;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.journal.FactHistories;
import org.einlass.server.journal.FactTable;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.journal.JournalTables;
import org.jdbi.v3.core.Handle;

/**
 * Computes presence, head counts, standings and conflicts of an event from the raw facts, to be compared with
 * the projection that is kept for speed.
 */
public final class Recomputation {
    private final EventConfigCache eventConfigCache = new EventConfigCache(JournalJson.mapper());
    private final FactTable factTable = new FactTable();
    private final DeskEditStore deskEditStore;
    private final DerivationInputs derivationInputs;
    private final HeadCountTable headCountTable = new HeadCountTable();

    /** @param serverKey the server's own, under which the keys to the desks' messages lie */
    public Recomputation(ServerKey serverKey) {
        deskEditStore = new DeskEditStore(factTable, JournalTables.of(serverKey).messages());
        derivationInputs = new DerivationInputs(new FactHistories(), deskEditStore);
    }

    /** The derived state, a line a thing, from the facts alone. */
    public SortedSet<String> fromFacts(Handle handle, EventId event) {
        EventConfig eventConfig = eventConfigCache
                .find(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
        SortedSet<String> lines = new TreeSet<>();
        Map<AreaPresence.Key, Long> people = new HashMap<>();
        List<String> subjects = factTable.subjects(handle, event);
        Set<String> edited = DerivationInputs.Kept.of(handle, event, subjects).edited();
        Map<String, DerivedState> derived = derivationInputs.derive(handle, eventConfig, subjects, edited, Map.of());
        Set<String> settled = derivationInputs.settled(handle, event, derived.values());
        derivationInputs.rows(handle, event, derived).forEach((subject, rows) -> {
            rows.forEach((key, row) -> people.merge(key, row.weight(), Long::sum));
            presence(lines, subject, rows);
        });
        derived.forEach((subject, state) -> {
            standing(lines, subject, state.standings());
            DeskEdits deskEdits = state.dossier();
            if (deskEdits != null) {
                lines.addAll(deskEditStore.expected(handle, event, subject, deskEdits));
            }
            conflicts(lines, ConflictTable.texts(state.conflicts(), settled));
        });
        derivationInputs
                .headCounts(handle, event, eventConfig.areas().keySet())
                .forEach((key, count) -> people.merge(key, (long) count.people(), Long::sum));
        people.forEach((key, count) -> count(lines, key, count));
        return lines;
    }

    /** The derived state, a line a thing, as the projection has it. */
    public SortedSet<String> fromProjection(Handle handle, EventId event) {
        SortedSet<String> lines = new TreeSet<>();
        List<String> subjects = factTable.subjects(handle, event);
        DerivationInputs.Kept kept = DerivationInputs.Kept.of(handle, event, subjects);
        kept.presences().forEach((subject, rows) -> presence(lines, subject, rows));
        kept.standings().forEach((subject, states) -> standing(lines, subject, states));
        kept.edited().forEach(subject -> lines.addAll(deskEditStore.found(handle, event, subject)));
        kept.conflicts().values().forEach(texts -> conflicts(lines, texts));
        for (Phase phase : Phase.values()) {
            headCountTable
                    .all(handle, event, phase)
                    .forEach((area, count) -> count(lines, new AreaPresence.Key(phase, area), count));
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

    private static void presence(Set<String> lines, String subject, Map<AreaPresence.Key, PresenceTable.Row> rows) {
        rows.forEach((key, row) -> lines.add("presence " + key + " " + subject + " " + row));
    }

    private static void standing(Set<String> lines, String subject, Map<UsageState.Key, UsageState> rows) {
        rows.forEach((key, row) -> lines.add("standing " + key + " " + subject + " " + row));
    }

    private static void conflicts(Set<String> lines, Map<String, String> texts) {
        texts.forEach((id, text) -> lines.add("conflict " + id + " " + text));
    }

    private static void count(Set<String> lines, AreaPresence.Key key, long people) {
        if (people != 0) {
            lines.add("count " + key + " " + people);
        }
    }
}
