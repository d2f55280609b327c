package org.einlass.server.event;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.EventCalendar;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.ScopeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.OrganiserQuestion;
import org.jspecify.annotations.Nullable;

/**
 * Doors, areas and programmes of an event as they stand, with its calendar and phase. Immutable.
 *
 * @param sessionLines each session as badges name it, in order of time
 * @param questions the organiser's own that kiosks ask
 */
public record EventConfig(
        EventId event,
        EventCalendar calendar,
        Phase phase,
        EventSalt salt,
        Map<DoorId, Door> doors,
        Map<AreaId, Area> areas,
        List<ProgrammeId> programmes,
        Map<SessionId, String> sessionLines,
        List<OrganiserQuestion> questions) {

    public EventConfig {
        sessionLines = Collections.unmodifiableMap(new LinkedHashMap<>(sessionLines));
        doors = Map.copyOf(doors);
        areas = Map.copyOf(areas);
        programmes = List.copyOf(programmes);
        questions = List.copyOf(questions);
    }

    public Optional<Door> door(DoorId id) {
        return Optional.ofNullable(doors.get(id));
    }

    /** The area and all that it lies in, outermost first; none for no area. */
    public List<Area> chain(@Nullable AreaId id) {
        Deque<Area> chain = new ArrayDeque<>();
        Area area = id == null ? null : areas.get(id);
        while (area != null && !chain.contains(area)) {
            chain.addFirst(area);
            area = area.parent() == null ? null : areas.get(area.parent());
        }
        return List.copyOf(chain);
    }

    /** The areas that refuse when they are full and that one comes into by {@code door}, outermost first. */
    public List<Area> limits(Door door) {
        return door.direction() == Direction.EXIT
                ? List.of()
                : chain(door.area()).stream().filter(Area::refusesWhenFull).toList();
    }

    /** The area and all that lies in it. */
    public Set<AreaId> within(@Nullable AreaId id) {
        return areas.keySet().stream()
                .filter(area ->
                        chain(area).stream().anyMatch(outer -> outer.id().equals(id)))
                .collect(Collectors.toSet());
    }

    /** The doors by which one gets into the area, or into an area within it. */
    public Set<DoorId> entries(@Nullable AreaId id) {
        Set<AreaId> inner = within(id);
        return doors.values().stream()
                .filter(door -> door.direction() == Direction.ENTRY && leads(door, inner))
                .map(Door::id)
                .collect(Collectors.toSet());
    }

    private static boolean leads(Door door, Set<AreaId> areas) {
        AreaId area = door.area();
        return area != null && areas.contains(area);
    }

    /** The scopes that somebody leaves who goes out by {@code exit}. */
    public Set<ScopeId> leftBy(Door exit) {
        Set<DoorId> entries = entries(exit.area());
        Set<ScopeId> scopes = doors.values().stream()
                .filter(door -> entries.contains(door.id()))
                .map(Door::scope)
                .collect(Collectors.toSet());
        scopes.add(exit.scope());
        return scopes;
    }
}
