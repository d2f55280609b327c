package org.einlass.server.event.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.id.AreaId;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventDocument.Area;
import org.einlass.server.event.EventDocument.Door;
import org.einlass.server.event.EventDocument.Session;

/**
 * What in an event's document can be stored and is probably not meant: times that overlap, doors that nobody can
 * use. A sentence each, in the order sessions, areas, doors; at most {@value #MOST}. A pure function.
 */
public final class EventClashes {
    private static final int MOST = 100;

    private final EventDocument document;
    private final Instant begins;
    private final Instant ends;
    private final List<Wording> found = new ArrayList<>();

    private EventClashes(EventDocument document) {
        this.document = document;
        this.begins = document.firstDay()
                .atTime(document.dayBegins())
                .atZone(document.zone())
                .toInstant();
        this.ends = document.end()
                .plusDays(1)
                .atTime(document.dayBegins())
                .atZone(document.zone())
                .toInstant();
    }

    /** The clashes of a document whose references lead somewhere. */
    public static List<Wording> of(EventDocument document) {
        EventClashes clashes = new EventClashes(document);
        clashes.sessions();
        document.allAreas().forEach(clashes::area);
        document.doors().forEach(clashes::door);
        return clashes.found.stream().limit(MOST).toList();
    }

    private void sessions() {
        List<Session> sessions = document.allSessions().stream()
                .sorted(Comparator.comparing(Session::startsAt)
                        .thenComparing(one -> one.id().text()))
                .toList();
        for (int place = 0; place < sessions.size() && found.size() < MOST; place++) {
            Session session = sessions.get(place);
            session(session);
            IntStream.range(place + 1, sessions.size())
                    .mapToObj(sessions::get)
                    .takeWhile(later -> later.startsAt().isBefore(session.endsAt()))
                    .filter(later -> later.area().equals(session.area()))
                    .forEach(later -> both(session, later));
        }
    }

    private void both(Session one, Session other) {
        found.add(new Wording(
                "„" + one.title().german() + "“ und „" + other.title().german() + "“ sind zur selben Zeit in „"
                        + area(one.area()).german() + "“.",
                "\"" + one.title().english() + "\" and \"" + other.title().english() + "\" are in \""
                        + area(one.area()).english() + "\" at the same time."));
    }

    private void session(Session session) {
        if (session.startsAt().isBefore(begins) || session.endsAt().isAfter(ends)) {
            about(
                    session.title(),
                    "„%s“ liegt nicht in den Tagen der Veranstaltung.",
                    "\"%s\" is not within the days of the event.");
        }
        Integer seats = session.seats();
        document.allAreas().stream()
                .filter(area -> area.id().equals(session.area()))
                .map(Area::permitted)
                .filter(Objects::nonNull)
                .filter(permitted -> seats != null && seats > permitted)
                .forEach(permitted -> about(
                        session.title(),
                        "„%s“ hat mehr Plätze (" + seats + "), als der Raum Personen fassen darf (" + permitted + ").",
                        "\"%s\" has more seats (" + seats + ") than its room may hold people (" + permitted + ")."));
    }

    private void area(Area area) {
        Integer permitted = area.permitted();
        document.allAreas().stream()
                .filter(around -> around.id().equals(area.parent()))
                .map(Area::permitted)
                .filter(Objects::nonNull)
                .filter(around -> permitted != null && permitted > around)
                .forEach(around -> about(
                        area.title(),
                        "„%s“ darf mehr Personen fassen (" + permitted + ") als der Bereich darum (" + around + ").",
                        "\"%s\" may hold more people (" + permitted + ") than the area around it (" + around + ")."));
    }

    private void door(Door door) {
        DoorRule rule = document.ruleOf(door);
        Instant from = rule.window().from();
        Instant until = rule.window().until();
        boolean backwards = from != null && until != null && !from.isBefore(until);
        if (backwards) {
            about(door.title(), "„%s“ schließt, bevor sie öffnet.", "\"%s\" closes before it opens.");
        }
        boolean never = (from != null && !from.isBefore(ends)) || (until != null && !until.isAfter(begins));
        if (never && !backwards) {
            about(
                    door.title(),
                    "„%s“ ist an keinem Tag der Veranstaltung offen.",
                    "\"%s\" is open on no day of the event.");
        }
        if (!backwards
                && rule.booking() != null
                && until != null
                && until.isBefore(rule.booking().startsAt())) {
            about(
                    door.title(),
                    "„%s“ schließt, bevor beginnt, wofür sie einen Platz verlangt.",
                    "\"%s\" closes before that begins for which it asks for a seat.");
        }
        if (rule.repetition() == ReuseRule.REENTRY_WINDOW
                && rule.reentryWindow().isZero()) {
            about(
                    door.title(),
                    "Durch „%s“ kommt niemand ein zweites Mal: Es fehlt, binnen wie vieler Minuten.",
                    "\"%s\" lets nobody in a second time: within how many minutes is missing.");
        }
        boolean waitsForExit =
                rule.repetition() == ReuseRule.AGAIN_AFTER_EXIT || rule.repetition() == ReuseRule.REENTRY_WINDOW;
        boolean noExit = document.doors().stream()
                .noneMatch(other -> other.direction() == Direction.EXIT && leadsOutOf(door, other));
        if (door.direction() != Direction.EXIT && door.gives() == null && waitsForExit && noExit) {
            about(
                    door.title(),
                    "Durch „%s“ kommt erst wieder, wer hinausging; aus ihrem Bereich führt aber keine Tür hinaus.",
                    "\"%s\" lets in again only who went out, but no door leads out of its area.");
        }
    }

    private static boolean leadsOutOf(Door entry, Door exit) {
        AreaId area = exit.area();
        return area != null && area.equals(entry.area());
    }

    private void about(Wording title, String german, String english) {
        found.add(new Wording(german.replace("%s", title.german()), english.replace("%s", title.english())));
    }

    private Wording area(AreaId id) {
        return document.allAreas().stream()
                .filter(area -> area.id().equals(id))
                .map(Area::title)
                .findFirst()
                .orElse(Wording.same(id.text()));
    }
}
