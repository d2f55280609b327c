package org.einlass.server.scan;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.answer.AnswerTable;
import org.einlass.server.event.Area;
import org.einlass.server.event.AreaLocks;
import org.einlass.server.event.Door;
import org.einlass.server.event.EventConfig;
import org.einlass.server.presence.HeadCountTable;
import org.einlass.server.presence.PresenceTable;
import org.jdbi.v3.core.Handle;

/**
 * Whether areas behind doors have room for one more: people inside, and those whom an answer has admitted and
 * who are on their way. Kept up to date while a batch is decided, by one thread.
 */
final class CapacityCheck {
    private final EventConfig plan;
    private final Map<AreaId, Long> headCounts = new HashMap<>();
    private final Map<AreaId, Set<RegistrationId>> inside = new HashMap<>();
    private final Map<AreaId, Set<RegistrationId>> onTheirWay = new HashMap<>();

    private CapacityCheck(EventConfig plan) {
        this.plan = plan;
    }

    /**
     * Holds the areas with a hard limit behind the doors of some scans until the end of the transaction, so
     * that nobody else fills them, and counts. Where there is no such area it asks nothing.
     */
    static CapacityCheck read(
            Handle handle,
            EventConfig plan,
            Collection<ScanContext> entering,
            AnswerTable answers,
            HeadCountTable headCounts,
            PresenceTable presences) {
        CapacityCheck check = new CapacityCheck(plan);
        List<AreaId> areas = entering.stream()
                .flatMap(scan -> plan.limits(scan.door()).stream())
                .map(Area::id)
                .distinct()
                .sorted(Comparator.comparing((AreaId area) -> plan.chain(area).size())
                        .thenComparing(AreaId::text))
                .toList();
        if (areas.isEmpty()) {
            return check;
        }
        EventId event = plan.event();
        AreaLocks.hold(handle, event, areas);
        check.headCounts.putAll(headCounts.all(handle, event, plan.phase()));
        Set<DoorId> entries =
                areas.stream().flatMap(area -> plan.entries(area).stream()).collect(Collectors.toSet());
        Map<DoorId, Set<RegistrationId>> admitted = answers.unconfirmed(handle, event, plan.phase(), entries);
        Set<RegistrationId> people = entering.stream().map(ScanContext::person).collect(Collectors.toSet());
        admitted.values().forEach(people::addAll);
        check.inside.putAll(presences.inside(handle, event, plan.phase(), people));
        for (AreaId area : areas) {
            Set<RegistrationId> coming = new HashSet<>();
            plan.entries(area).forEach(door -> coming.addAll(admitted.getOrDefault(door, Set.of())));
            coming.removeAll(check.inside.getOrDefault(area, Set.of()));
            check.onTheirWay.put(area, coming);
        }
        return check;
    }

    /**
     * Whether an area behind the door refuses this person. Whoever is inside or on the way takes no further
     * place.
     */
    boolean isFull(Door door, RegistrationId person) {
        return plan.limits(door).stream().anyMatch(area -> isFull(area, person));
    }

    private boolean isFull(Area area, RegistrationId person) {
        AreaId id = area.id();
        Integer permitted = area.permitted();
        if (permitted == null || inside.getOrDefault(id, Set.of()).contains(person)) {
            return false;
        }
        Set<RegistrationId> coming = onTheirWay.getOrDefault(id, Set.of());
        long others = (long) coming.size() - (coming.contains(person) ? 1 : 0);
        return Math.max(0, headCounts.getOrDefault(id, 0L)) + others >= permitted;
    }

    /** A scan of this batch is admitted: this person is on the way. */
    void admit(Door door, RegistrationId person) {
        for (Area area : plan.limits(door)) {
            if (!inside.getOrDefault(area.id(), Set.of()).contains(person)) {
                onTheirWay.computeIfAbsent(area.id(), same -> new HashSet<>()).add(person);
            }
        }
    }
}
