package org.einlass.server.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.id.AreaId;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventDocument.Door;
import org.jspecify.annotations.Nullable;

/** What the other files' ids stand for, and the event's days: whoever recomputes the figures needs nothing else. */
final class RawEventRows {
    static final List<String> HEADINGS = List.of(
            "kind",
            "id",
            "title_german",
            "title_english",
            "counts_as_visitor",
            "area",
            "direction",
            "starts",
            "ends",
            "room_for",
            "zone",
            "day_starts");

    private final List<List<String>> rows = new ArrayList<>();

    private RawEventRows() {}

    /** The event itself first, then its programmes, categories, areas, doors and sessions. */
    static List<List<String>> of(EventDocument event) {
        RawEventRows all = new RawEventRows();
        all.row(
                "event",
                "",
                event.title(),
                Map.of(
                        "starts", event.firstDay(),
                        "ends", event.end(),
                        "zone", event.zone(),
                        "day_starts", event.dayBegins()));
        event.allProgrammes().forEach(one -> all.row("programme", one.id().text(), one.title(), Map.of()));
        event.categories()
                .forEach(one -> all.row(
                        "category",
                        one.id().text(),
                        one.title(),
                        Map.of("counts_as_visitor", one.countsAsVisitor() ? "yes" : "no")));
        event.allAreas()
                .forEach(one -> all.row(
                        "area",
                        one.id().text(),
                        one.title(),
                        Map.of(
                                "area",
                                one.parent() == null ? "" : one.parent().text(),
                                "room_for",
                                orEmpty(one.permitted()))));
        event.doors()
                .forEach(one -> all.row(
                        "door",
                        one.id().text(),
                        one.title(),
                        Map.of("area", orEmpty(one.area()), "direction", direction(one))));
        event.allSessions()
                .forEach(one -> all.row(
                        "session",
                        one.id().text(),
                        one.title(),
                        Map.of(
                                "area", one.area().text(),
                                "starts", one.startsAt(),
                                "ends", one.endsAt(),
                                "room_for", orEmpty(one.seats()))));
        return all.rows;
    }

    /** Where a door leads; a hand-out point leads nowhere: nobody arrives there. */
    static String direction(Door door) {
        Direction said = door.direction();
        return door.gives() != null ? "HAND_OUT" : (said == null ? Direction.ENTRY : said).name();
    }

    private static String orEmpty(@Nullable AreaId area) {
        return area == null ? "" : area.text();
    }

    private static Object orEmpty(@Nullable Integer people) {
        return people == null ? "" : people;
    }

    private void row(String kind, String id, Wording title, Map<String, Object> rest) {
        Map<String, Object> cells = new HashMap<>(rest);
        cells.put("kind", kind);
        cells.put("id", id);
        cells.put("title_german", title.german());
        cells.put("title_english", title.english());
        rows.add(HEADINGS.stream()
                .map(heading -> String.valueOf(cells.getOrDefault(heading, "")))
                .toList());
    }
}
