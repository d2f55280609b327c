package org.einlass.server.console.event;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.HeadCount;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Category;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventDocument.Area;
import org.einlass.server.event.EventDocument.BookedSession;
import org.einlass.server.event.EventDocument.Door;
import org.einlass.server.event.EventDocument.Programme;
import org.einlass.server.event.EventDocument.Rule;
import org.einlass.server.event.EventDocument.Session;

/** What an organiser may begin a new event with. */
public enum EventModel {
    /** One congress on one day, one entrance. */
    ONE_DAY(1),
    /** Two congresses on one day under one roof; one badge is good for both. */
    TWO_CONGRESSES(1),
    /** Two days, and a workshop whose seats are booked. */
    WORKSHOPS(2);

    private static final AreaId HOUSE = new AreaId("house");
    private static final AreaId ROOM = new AreaId("workshop-room");
    private static final SessionId WORKSHOP = new SessionId("workshop-1");
    private static final int SEATS = 30;
    private static final Duration HELD = Duration.ofMinutes(10);

    private final int days;

    EventModel(int days) {
        this.days = days;
    }

    /** A rehearsal of that title, beginning on that day. */
    EventDocument document(Wording title, LocalDate firstDay, ZoneId zone) {
        return new EventDocument(
                title,
                zone,
                null,
                Phase.REHEARSAL,
                firstDay,
                firstDay.plusDays(days - 1L),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                programmes(title),
                categories(),
                areas(),
                sessions(firstDay, zone),
                doors());
    }

    private List<Programme> programmes(Wording title) {
        if (this != TWO_CONGRESSES) {
            return List.of(new Programme(new ProgrammeId("programme"), title));
        }
        return List.of(
                new Programme(new ProgrammeId("first"), new Wording("Erster Kongress", "First congress")),
                new Programme(new ProgrammeId("second"), new Wording("Zweiter Kongress", "Second congress")));
    }

    private static List<Category> categories() {
        return List.of(
                category("attendee", "Teilnahme", "Attendee", "#1D3F78", true),
                category("speaker", "Vortrag", "Speaker", "#0B5438", true),
                category("exhibitor", "Ausstellung", "Exhibitor", "#A85B00", false),
                category("press", "Presse", "Press", "#7A1F5C", true),
                category("team", "Team", "Crew", "#3B4358", false));
    }

    private static Category category(String id, String german, String english, String colour, boolean counts) {
        return new Category(new CategoryId(id), new Wording(german, english), colour, counts);
    }

    private List<Area> areas() {
        Area house = new Area(HOUSE, new Wording("Haus", "House"), null, null, null);
        if (this != WORKSHOPS) {
            return List.of(house);
        }
        Wording title = new Wording("Workshopraum", "Workshop room");
        return List.of(house, new Area(ROOM, title, HOUSE, SEATS, HeadCount.SOFT));
    }

    private List<Session> sessions(LocalDate day, ZoneId zone) {
        if (this != WORKSHOPS) {
            return List.of();
        }
        return List.of(new Session(
                WORKSHOP,
                new ProgrammeId("programme"),
                new Wording("Workshop 1", "Workshop 1"),
                ROOM,
                day.atTime(LocalTime.of(14, 0)).atZone(zone).toInstant(),
                day.atTime(LocalTime.of(15, 30)).atZone(zone).toInstant(),
                SEATS));
    }

    private List<Door> doors() {
        Door main = new Door(
                new DoorId("main"),
                new Wording("Haupteingang", "Main entrance"),
                HOUSE,
                null,
                Direction.ENTRY,
                true,
                null);
        if (this != WORKSHOPS) {
            return List.of(main);
        }
        Rule booked = new Rule(null, null, null, ReuseRule.FREE, null, false, null, new BookedSession(WORKSHOP, HELD));
        Wording title = new Wording("Tür zum Workshop", "Workshop door");
        return List.of(main, new Door(new DoorId("workshop"), title, ROOM, null, Direction.ENTRY, false, booked));
    }
}
