package org.einlass.server.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einlass.contract.admission.ClaimPeriod;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.ScopeId;
import org.einlass.server.event.Area;
import org.einlass.server.event.Door;
import org.einlass.server.event.EventConfig;
import org.einlass.server.journal.Fact;

/** Derives presence, usage states and conflicts of one person from the set of facts about them. Pure. */
public final class StateDerivation {
    /** Standings of doors that ask for no "once". */
    static final String FREE = "free";

    private final EventConfig eventConfig;
    private final Map<AreaPresence.Key, List<AreaPresence.Turn>> turns = new HashMap<>();
    private final Map<UsageState.Key, UsageState> standings = new HashMap<>();
    private final Map<UsageState.Key, EntryId> holders = new HashMap<>();
    private final Map<UsageState.Key, List<EntryId>> doubles = new HashMap<>();

    private StateDerivation(EventConfig eventConfig) {
        this.eventConfig = eventConfig;
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
        StateDerivation stateDerivation = new StateDerivation(eventConfig);
        passageHistory.passages().forEach(stateDerivation::follow);
        Map<AreaPresence.Key, AreaPresence> stays = new HashMap<>();
        stateDerivation.turns.forEach((key, turns) -> stays.put(key, new AreaPresence(turns)));
        List<EntryId> withdrawn = passageHistory.scans().stream()
                .filter(passageHistory::isWithdrawn)
                .map(Fact::id)
                .toList();
        List<Conflict> conflicts =
                new ConflictRules(subject, passageHistory, answers).conflicts(stateDerivation.doubles);
        return new DerivedState(stays, stateDerivation.standings, conflicts, withdrawn);
    }

    public static UsageState.Key key(Door door, Phase phase, Optional<ClaimPeriod> period) {
        return new UsageState.Key(
                phase, door.scope().text(), period.map(ClaimPeriod::text).orElse(FREE));
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
        Optional<ClaimPeriod> period = ClaimPeriod.of(
                door.rule().repetition(),
                passage.phase(),
                eventConfig.calendar().dayOf(Instant.ofEpochMilli(passage.at())));
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
        String period = ClaimPeriod.inside(passage.phase()).text();
        for (ScopeId scope : eventConfig.leftBy(door)) {
            UsageState.Key key = new UsageState.Key(passage.phase(), scope.text(), period);
            standings.put(key, standings.getOrDefault(key, UsageState.NONE).left(passage.at()));
        }
    }

    private void turn(Passage passage, AreaId area, boolean inside) {
        turns.computeIfAbsent(new AreaPresence.Key(passage.phase(), area), key -> new ArrayList<>())
                .add(new AreaPresence.Turn(passage.at(), inside));
    }

    static boolean isUnknown(String subject) {
        return subject.startsWith("?");
    }
}
