package org.einlass.server.event;

import static org.einlass.server.event.EventValidation.refuse;
import static org.einlass.server.event.EventValidation.require;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.server.event.EventDocument.Area;
import org.einlass.server.event.EventDocument.BookedSession;
import org.einlass.server.event.EventDocument.Door;
import org.einlass.server.event.EventDocument.Programme;
import org.einlass.server.event.EventDocument.Rule;
import org.einlass.server.event.EventDocument.Session;
import org.einlass.server.rejection.Rejected;
import org.jspecify.annotations.Nullable;

/** Looks through the sessions of an event's document, and the doors that ask for a seat in one. */
final class SessionValidation {
    private static final Wording NO_PROGRAMME = new Wording(
            "Diese Session gehört zu einem Programm, das in diesem Dokument nicht steht.",
            "This session belongs to a programme that is not in this document.");
    private static final Wording NO_AREA = new Wording(
            "Diese Session findet in einem Bereich statt, der in diesem Dokument nicht steht.",
            "This session takes place in an area that is not in this document.");
    private static final Wording BACKWARDS =
            new Wording("Diese Session endet nicht nach ihrem Beginn.", "This session does not end after its start.");
    private static final Wording OUTSIDE = new Wording(
            "Diese Session liegt nicht an den Tagen der Veranstaltung.",
            "This session is not on the days of the event.");
    private static final Wording NO_SEAT =
            new Wording("Weniger als ein Platz geht nicht.", "Less than one seat cannot be.");
    private static final Wording NO_SESSION = new Wording(
            "Diese Tür fragt nach Plätzen einer Session, die in diesem Dokument nicht steht.",
            "This door asks for seats of a session that is not in this document.");
    private static final Wording ELSEWHERE = new Wording(
            "Diese Tür führt nicht dorthin, wo die Session stattfindet.",
            "This door does not lead to where the session takes place.");
    private static final Wording BEFORE_THE_START = new Wording(
            "Gebuchte Plätze werden ab Beginn gehalten; eine Frist unter null gibt es nicht.",
            "Booked seats are held from the start on; there is no time below zero.");

    private final EventDocument document;
    private final Set<ProgrammeId> programmes;
    private final Map<AreaId, Area> areas;
    private final Map<Object, Session> sessions = new HashMap<>();

    SessionValidation(EventDocument document) {
        this.document = document;
        this.programmes = document.allProgrammes().stream().map(Programme::id).collect(Collectors.toSet());
        this.areas = document.allAreas().stream().collect(Collectors.toMap(Area::id, area -> area));
        document.allSessions().forEach(session -> sessions.put(session.id(), session));
    }

    /** @throws Rejected at the first session that cannot be taken */
    void checkSessions() {
        for (int i = 0; i < document.allSessions().size(); i++) {
            check(document.allSessions().get(i), "sessions[" + i + "]");
        }
    }

    private void check(Session session, String place) {
        require(session.programme(), place + ".programme");
        require(session.area(), place + ".area");
        require(session.startsAt(), place + ".startsAt");
        require(session.endsAt(), place + ".endsAt");
        refuse(!programmes.contains(session.programme()), NO_PROGRAMME, place + ".programme");
        refuse(!areas.containsKey(session.area()), NO_AREA, place + ".area");
        refuse(!session.startsAt().isBefore(session.endsAt()), BACKWARDS, place + ".endsAt");
        LocalDate day = document.calendar().dayOf(session.startsAt());
        refuse(day.isBefore(document.firstDay()) || day.isAfter(document.end()), OUTSIDE, place + ".startsAt");
        refuse(session.seats() != null && session.seats() < 1, NO_SEAT, place + ".seats");
    }

    /**
     * Sessions and the door's area are looked through already.
     *
     * @throws Rejected where the rule cannot be kept
     */
    void checkBooking(Door door, String place) {
        Rule rule = door.rule();
        if (rule != null && rule.booking() != null) {
            check(door, rule.booking(), place + ".rule.booking");
        }
    }

    private void check(Door door, BookedSession booking, String place) {
        require(booking.session(), place + ".session");
        Session session = sessions.get(booking.session());
        refuse(session == null, NO_SESSION, place + ".session");
        boolean early = booking.holdFor() != null && booking.holdFor().isNegative();
        refuse(early, BEFORE_THE_START, place + ".holdFor");
        boolean near = session != null
                && (around(door.area()).contains(session.area())
                        || around(session.area()).contains(door.area()));
        refuse(!near, ELSEWHERE, place + ".session");
    }

    /** The area and those that it lies in. */
    private Set<AreaId> around(@Nullable AreaId area) {
        Set<AreaId> around = new HashSet<>();
        AreaId next = area;
        while (next != null && around.add(next)) {
            Area known = areas.get(next);
            next = known == null ? null : known.parent();
        }
        return around;
    }
}
