package org.einlass.server.presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.Period;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.ScopeId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.server.event.Area;
import org.einlass.server.event.Door;
import org.einlass.server.event.EventConfig;
import org.einlass.server.journal.Fact;

/** Deduces presence, standings and conflicts of one person from the set of facts about them. Pure. */
public final class StateDerivation {
    /** Standings of doors that ask for no "once". */
    static final String FREE = "free";

    private final EventConfig eventConfig;
    private final String subject;
    private final Map<AreaPresence.Key, List<AreaPresence.Turn>> turns = new HashMap<>();
    private final Map<UsageState.Key, UsageState> standings = new HashMap<>();
    private final Map<UsageState.Key, EntryId> holders = new HashMap<>();
    private final Map<UsageState.Key, List<EntryId>> doubles = new HashMap<>();

    private StateDerivation(EventConfig eventConfig, String subject) {
        this.eventConfig = eventConfig;
        this.subject = subject;
    }

    /**
     * Deduces.
     *
     * @param subject registration id, or {@code ?} and look-up id of a code nobody knows
     * @param answers what the server had answered to these scans, where it had
     */
    static DerivedState from(
            EventConfig eventConfig, String subject, Collection<Fact> facts, Map<EntryId, Verdict> answers) {
        PassageHistory passageHistory = new PassageHistory(facts);
        StateDerivation stateDerivation = new StateDerivation(eventConfig, subject);
        passageHistory.passages().forEach(stateDerivation::follow);
        Map<AreaPresence.Key, AreaPresence> stays = new HashMap<>();
        stateDerivation.turns.forEach((key, turns) -> stays.put(key, new AreaPresence(turns)));
        List<EntryId> withdrawn = passageHistory.scans().stream()
                .filter(passageHistory::isWithdrawn)
                .map(Fact::id)
                .toList();
        return new DerivedState(
                stays, stateDerivation.standings, stateDerivation.conflicts(passageHistory, answers), withdrawn);
    }

    public static UsageState.Key key(Door door, org.einlass.contract.admission.Phase phase, Optional<Period> period) {
        return new UsageState.Key(
                phase, door.scope().text(), period.map(Period::text).orElse(FREE));
    }

    private void follow(Passage passage) {
        eventConfig.door(passage.door()).ifPresent(door -> {
            if (door.direction() == Direction.ENTRY) {
                enter(passage, door);
            } else {
                leave(passage, door);
            }
        });
    }

    private void enter(Passage passage, Door door) {
        for (Area area : eventConfig.chain(door.area())) {
            turn(passage, area.id(), true);
        }
        Optional<Period> period = Period.of(
                door.rule().repetition(),
                passage.phase(),
                eventConfig.calendar().dayOf(java.time.Instant.ofEpochMilli(passage.at())));
        UsageState.Key key = key(door, passage.phase(), period);
        UsageState before = standings.getOrDefault(key, UsageState.NONE);
        if (before.held() && period.isPresent()) {
            List<EntryId> entries = doubles.computeIfAbsent(key, same -> new ArrayList<>());
            entries.add(holders.getOrDefault(key, passage.entry()));
            entries.add(passage.entry());
        }
        standings.put(key, before.admitted(passage.at()));
        holders.put(key, passage.entry());
    }

    private void leave(Passage passage, Door door) {
        eventConfig.within(door.area()).forEach(area -> turn(passage, area, false));
        String period = Period.inside(passage.phase()).text();
        for (ScopeId scope : eventConfig.leftBy(door)) {
            UsageState.Key key = new UsageState.Key(passage.phase(), scope.text(), period);
            standings.put(key, standings.getOrDefault(key, UsageState.NONE).left(passage.at()));
        }
    }

    private void turn(Passage passage, AreaId area, boolean inside) {
        turns.computeIfAbsent(new AreaPresence.Key(passage.phase(), area), key -> new ArrayList<>())
                .add(new AreaPresence.Turn(passage.at(), inside));
    }

    private List<Conflict> conflicts(PassageHistory passageHistory, Map<EntryId, Verdict> answers) {
        List<Conflict> conflicts = new ArrayList<>();
        doubles.forEach((key, entries) -> conflicts.add(
                Conflict.of(Conflict.Kind.DOUBLE_ADMISSION, subject, key.scope() + " " + key.period(), entries)));
        for (Fact scan : passageHistory.scans()) {
            odd(passageHistory, scan, answers)
                    .ifPresent(kind ->
                            conflicts.add(Conflict.of(kind, subject, scan.id().toString(), List.of(scan.id()))));
        }
        return conflicts;
    }

    private Optional<Conflict.Kind> odd(PassageHistory passageHistory, Fact scan, Map<EntryId, Verdict> answers) {
        if (passageHistory.isUndone(scan.id())) {
            return Optional.empty();
        }
        if (!scan.genuine()) {
            return Optional.of(Conflict.Kind.NOT_PROVEN);
        }
        Verdict shown = PassageHistory.shown(scan);
        if (shown == Verdict.PROVISIONAL && isUnknown(subject) && !passageHistory.isOverridden(scan.id())) {
            return Optional.of(Conflict.Kind.PROVISIONAL);
        }
        boolean against = shown == Verdict.ADMITTED && answers.get(scan.id()) == Verdict.REFUSED;
        return against && !byStaff(scan) ? Optional.of(Conflict.Kind.VERDICTS_DIFFER) : Optional.empty();
    }

    private static boolean byStaff(Fact scan) {
        return ((JournalEntry.Scanned) scan.entry()).outcome().source() == Outcome.Source.OPERATOR;
    }

    static boolean isUnknown(String subject) {
        return subject.startsWith("?");
    }
}
