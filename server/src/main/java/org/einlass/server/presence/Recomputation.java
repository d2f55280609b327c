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
import org.einlass.server.answer.AnswerTable;
import org.einlass.server.database.ServerKey;
import org.einlass.server.event.EventConfig;
import org.einlass.server.event.EventConfigCache;
import org.einlass.server.event.SealedDeskMessageKeys;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.journal.FactTable;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.journal.SealedDeskMessages;
import org.jdbi.v3.core.Handle;

/**
 * Computes presence, head counts, standings and conflicts of an event from the raw facts, to be compared with the
 * projection that is kept for speed.
 */
public final class Recomputation {
    private final EventConfigCache eventConfigCache = new EventConfigCache(JournalJson.mapper());
    private final FactTable factTable = new FactTable();
    private final DeskEditStore deskEditStore;
    private final DerivationInputs derivationInputs;
    private final PresenceTable presenceTable = new PresenceTable();
    private final UsageStateTable usageStateTable = new UsageStateTable();
    private final ConflictTable conflictTable = new ConflictTable();
    private final HeadCountTable headCountTable = new HeadCountTable();

    /** @param serverKey the server's own, under which the keys to the desks' letters lie */
    public Recomputation(ServerKey serverKey) {
        deskEditStore = new DeskEditStore(factTable, new SealedDeskMessages(new SealedDeskMessageKeys(serverKey)));
        derivationInputs = new DerivationInputs(factTable, new AnswerTable(), deskEditStore);
    }

    /** The derived state, a line a thing, from the facts alone. */
    public SortedSet<String> fromFacts(Handle handle, EventId event) {
        EventConfig eventConfig = eventConfigCache
                .find(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
        SortedSet<String> lines = new TreeSet<>();
        Map<AreaPresence.Key, Long> people = new HashMap<>();
        for (String subject : factTable.subjects(handle, event)) {
            DerivedState derivedState = derivationInputs.findings(handle, eventConfig, subject);
            Map<AreaPresence.Key, PresenceTable.Row> rows = derivationInputs.rows(handle, event, derivedState);
            Set<String> settled = derivationInputs.settled(handle, event, derivedState.conflicts());
            rows.forEach((key, row) -> people.merge(key, row.weight(), Long::sum));
            presence(lines, subject, rows);
            standing(lines, subject, derivedState.standings());
            DeskEdits deskEdits = derivedState.dossier();
            if (deskEdits != null) {
                lines.addAll(deskEditStore.expected(handle, event, subject, deskEdits));
            }
            derivedState
                    .conflicts()
                    .forEach(conflict -> lines.add("conflict " + conflict.id() + " "
                            + ConflictTable.text(
                                    conflict.kind().name(), conflict.entriesText(), settled.contains(conflict.id()))));
        }
        eventConfig.areas().keySet().forEach(area -> observe(handle, event, people, area));
        people.forEach((key, count) -> count(lines, key, count));
        return lines;
    }

    private void observe(
            Handle handle, EventId event, Map<AreaPresence.Key, Long> people, org.einlass.contract.id.AreaId area) {
        for (Phase phase : Phase.values()) {
            derivationInputs
                    .observation(handle, event, phase, area)
                    .ifPresent(observation ->
                            people.merge(new AreaPresence.Key(phase, area), (long) observation.people(), Long::sum));
        }
    }

    /** The derived state, a line a thing, as the projection has it. */
    public SortedSet<String> fromProjection(Handle handle, EventId event) {
        SortedSet<String> lines = new TreeSet<>();
        for (String subject : factTable.subjects(handle, event)) {
            presence(lines, subject, presenceTable.of(handle, event, subject));
            standing(lines, subject, usageStateTable.of(handle, event, subject));
            if (deskEditStore.concern(handle, event, subject, List.of())) {
                lines.addAll(deskEditStore.found(handle, event, subject));
            }
            conflictTable.of(handle, event, subject).forEach((id, text) -> lines.add("conflict " + id + " " + text));
        }
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

    private static void count(Set<String> lines, AreaPresence.Key key, long people) {
        if (people != 0) {
            lines.add("count " + key + " " + people);
        }
    }
}
