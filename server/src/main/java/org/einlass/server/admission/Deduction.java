package org.einlass.server.admission;

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

/** Deduces presence, standings and conflicts of one person from the set of facts about them. Pure. */
final class Deduction {
    /** Standings of doors that ask for no "once". */
    static final String FREE = "free";

    private final Plan plan;
    private final String subject;
    private final Map<Stay.Key, List<Stay.Turn>> turns = new HashMap<>();
    private final Map<Standing.Key, Standing> standings = new HashMap<>();
    private final Map<Standing.Key, EntryId> holders = new HashMap<>();
    private final Map<Standing.Key, List<EntryId>> doubles = new HashMap<>();

    private Deduction(Plan plan, String subject) {
        this.plan = plan;
        this.subject = subject;
    }

    /**
     * Deduces.
     *
     * @param subject registration id, or {@code ?} and look-up id of a code nobody knows
     * @param answers what the server had answered to these scans, where it had
     */
    static Findings from(Plan plan, String subject, Collection<Fact> facts, Map<EntryId, Verdict> answers) {
        Story story = new Story(facts);
        Deduction deduction = new Deduction(plan, subject);
        story.passages().forEach(deduction::follow);
        Map<Stay.Key, Stay> stays = new HashMap<>();
        deduction.turns.forEach((key, turns) -> stays.put(key, new Stay(turns)));
        List<EntryId> withdrawn =
                story.scans().stream().filter(story::isWithdrawn).map(Fact::id).toList();
        return new Findings(stays, deduction.standings, deduction.conflicts(story, answers), withdrawn);
    }

    static Standing.Key key(Door door, org.einlass.contract.admission.Phase phase, Optional<Period> period) {
        return new Standing.Key(
                phase, door.scope().text(), period.map(Period::text).orElse(FREE));
    }

    private void follow(Passage passage) {
        plan.door(passage.door()).ifPresent(door -> {
            if (door.direction() == Direction.ENTRY) {
                enter(passage, door);
            } else {
                leave(passage, door);
            }
        });
    }

    private void enter(Passage passage, Door door) {
        for (Area area : plan.chain(door.area())) {
            turn(passage, area.id(), true);
        }
        Optional<Period> period = Period.of(
                door.rule().repetition(),
                passage.phase(),
                plan.calendar().dayOf(java.time.Instant.ofEpochMilli(passage.at())));
        Standing.Key key = key(door, passage.phase(), period);
        Standing before = standings.getOrDefault(key, Standing.NONE);
        if (before.held() && period.isPresent()) {
            List<EntryId> entries = doubles.computeIfAbsent(key, same -> new ArrayList<>());
            entries.add(holders.getOrDefault(key, passage.entry()));
            entries.add(passage.entry());
        }
        standings.put(key, before.admitted(passage.at()));
        holders.put(key, passage.entry());
    }

    private void leave(Passage passage, Door door) {
        plan.within(door.area()).forEach(area -> turn(passage, area, false));
        String period = Period.inside(passage.phase()).text();
        for (ScopeId scope : plan.leftBy(door)) {
            Standing.Key key = new Standing.Key(passage.phase(), scope.text(), period);
            standings.put(key, standings.getOrDefault(key, Standing.NONE).left(passage.at()));
        }
    }

    private void turn(Passage passage, AreaId area, boolean inside) {
        turns.computeIfAbsent(new Stay.Key(passage.phase(), area), key -> new ArrayList<>())
                .add(new Stay.Turn(passage.at(), inside));
    }

    private List<Conflict> conflicts(Story story, Map<EntryId, Verdict> answers) {
        List<Conflict> conflicts = new ArrayList<>();
        doubles.forEach((key, entries) -> conflicts.add(
                Conflict.of(Conflict.Kind.DOUBLE_ADMISSION, subject, key.scope() + " " + key.period(), entries)));
        for (Fact scan : story.scans()) {
            odd(story, scan, answers)
                    .ifPresent(kind ->
                            conflicts.add(Conflict.of(kind, subject, scan.id().toString(), List.of(scan.id()))));
        }
        return conflicts;
    }

    private Optional<Conflict.Kind> odd(Story story, Fact scan, Map<EntryId, Verdict> answers) {
        if (story.isUndone(scan.id())) {
            return Optional.empty();
        }
        if (!scan.genuine()) {
            return Optional.of(Conflict.Kind.NOT_PROVEN);
        }
        Verdict shown = Story.shown(scan);
        if (shown == Verdict.PROVISIONAL && isUnknown(subject) && !story.isOverridden(scan.id())) {
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
