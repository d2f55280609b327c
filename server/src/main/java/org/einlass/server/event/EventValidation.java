package org.einlass.server.event;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.server.event.EventDocument.Area;
import org.einlass.server.event.EventDocument.Door;
import org.einlass.server.event.EventDocument.Programme;
import org.einlass.server.event.EventDocument.Session;
import org.einlass.server.rejection.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Looks an event's document through before anything of it is stored: every part named, every reference
 * leading somewhere.
 */
final class EventValidation {
    private static final Wording MISSING = new Wording("Hier fehlt etwas.", "Something is missing here.");
    private static final Wording TWICE = new Wording("Diese Kennung kommt zweimal vor.", "This id stands here twice.");
    private static final Wording DANGLING = new Wording(
            "Das verweist auf etwas, das in diesem Dokument nicht steht.",
            "This refers to something that is not in this document.");
    private static final Wording LOOP =
            new Wording("Dieser Bereich liegt in sich selbst.", "This area lies inside itself.");
    private static final Wording NEGATIVE =
            new Wording("Weniger als eine Person geht nicht.", "Less than one person cannot be.");
    private static final Wording BACKWARDS =
            new Wording("Der letzte Tag liegt vor dem ersten.", "The last day is before the first.");

    private EventValidation() {}

    /** Looks through the whole document. @throws Rejected at the first place that cannot be taken */
    static void check(EventDocument document) {
        require(document.title(), "title");
        require(document.zone(), "zone");
        require(document.firstDay(), "firstDay");
        refuse(document.end().isBefore(document.firstDay()), BACKWARDS, "lastDay");
        require(document.categories(), "categories");
        refuse(document.categories().isEmpty(), MISSING, "categories");
        require(document.doors(), "doors");
        distinct(document.categories(), category -> category.id(), "categories");
        distinct(document.allProgrammes(), Programme::id, "programmes");
        distinct(document.allAreas(), Area::id, "areas");
        distinct(document.allSessions(), Session::id, "sessions");
        distinct(document.doors(), Door::id, "doors");
        areas(document.allAreas());
        SessionValidation sessions = new SessionValidation(document);
        sessions.checkSessions();
        doors(document, sessions);
    }

    private static void areas(List<Area> areas) {
        Set<Object> earlier = new HashSet<>();
        for (int i = 0; i < areas.size(); i++) {
            Area area = areas.get(i);
            String place = "areas[" + i + "]";
            require(area.title(), place + ".title");
            refuse(area.permitted() != null && area.permitted() < 1, NEGATIVE, place + ".permitted");
            refuse(area.id().equals(area.parent()), LOOP, place + ".parent");
            refuse(area.parent() != null && !earlier.contains(area.parent()), DANGLING, place + ".parent");
            earlier.add(area.id());
        }
    }

    private static void doors(EventDocument document, SessionValidation sessions) {
        Set<?> areas = document.allAreas().stream().map(Area::id).collect(Collectors.toSet());
        Set<?> categories =
                document.categories().stream().map(category -> category.id()).collect(Collectors.toSet());
        Set<?> programmes = document.allProgrammes().stream().map(Programme::id).collect(Collectors.toSet());
        for (int i = 0; i < document.doors().size(); i++) {
            Door door = document.doors().get(i);
            String place = "doors[" + i + "]";
            require(door.title(), place + ".title");
            require(door.area(), place + ".area");
            refuse(!areas.contains(door.area()), DANGLING, place + ".area");
            sessions.checkBooking(door, place);
            refuse(!categories.containsAll(document.ruleOf(door).categories()), DANGLING, place + ".rule.categories");
            refuse(!programmes.containsAll(document.ruleOf(door).programmes()), DANGLING, place + ".rule.programmes");
        }
    }

    private static <T> void distinct(List<T> parts, Function<T, Object> id, String place) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            require(parts.get(i), place + "[" + i + "]");
            T part = Objects.requireNonNull(parts.get(i));
            require(id.apply(part), place + "[" + i + "].id");
            refuse(!seen.add(id.apply(part)), TWICE, place + "[" + i + "].id");
        }
    }

    static void require(@Nullable Object part, String place) {
        refuse(part == null, MISSING, place);
    }

    static void refuse(boolean wrong, Wording sentence, String place) {
        if (wrong) {
            throw Rejected.badValue(sentence, place);
        }
    }
}
