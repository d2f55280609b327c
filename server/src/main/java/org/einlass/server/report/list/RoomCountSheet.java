package org.einlass.server.report.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.einlass.contract.admission.EventCalendar;
import org.einlass.contract.id.SessionId;
import org.einlass.reports.list.PrintedList;
import org.einlass.reports.list.TableValue;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventDocument.Area;
import org.einlass.server.event.EventDocument.Session;
import org.einlass.server.registration.Registration;
import org.jspecify.annotations.Nullable;

/** A sheet to count rooms on: each session of a day, or each area where there are none, and a blank to fill. */
final class RoomCountSheet {
    private final EventDocument event;
    private final ListWords words;
    private final Locale locale;

    RoomCountSheet(EventDocument event, Locale locale) {
        this.event = event;
        this.words = new ListWords(event, locale);
        this.locale = locale;
    }

    /**
     * The sheet.
     *
     * @param day of the event; absent for all
     */
    PrintedList of(List<Registration> registrations, @Nullable LocalDate day, Instant now) {
        Map<SessionId, Integer> booked = new HashMap<>();
        registrations.forEach(
                one -> one.particulars().seats().forEach(session -> booked.merge(session, 1, Integer::sum)));
        EventCalendar calendar = new EventCalendar(event.zone(), event.dayBegins());
        List<Session> sessions = event.allSessions().stream()
                .filter(session ->
                        day == null || calendar.dayOf(session.startsAt()).equals(day))
                .sorted(Comparator.comparing(Session::startsAt)
                        .thenComparing(session -> session.area().text()))
                .toList();
        Stream<PrintedList.Row> rows = sessions.isEmpty()
                ? event.allAreas().stream().map(this::row)
                : sessions.stream().map(session -> row(session, booked.getOrDefault(session.id(), 0)));
        return new PrintedList(
                words.say("Zählblatt für Räume", "Room count sheet") + (day == null ? "" : ", " + words.day(day)),
                event.title().in(locale),
                words.say(
                        "Bitte zur Mitte der Veranstaltung zählen und am Schalter oder an der Tür eintragen.",
                        "Count in the middle of the session and enter the number at the desk or the door."),
                now,
                event.zone(),
                locale,
                List.of(
                        words.say("Veranstaltung", "Session"),
                        words.say("Raum", "Room"),
                        words.say("Zeit", "Time"),
                        words.say("Gebucht", "Booked")),
                List.of(
                        words.say("Veranstaltung", "Session"),
                        words.say("Raum", "Room"),
                        words.say("Höchstens", "At most"),
                        words.say("Von", "From"),
                        words.say("Bis", "To"),
                        words.say("Gebucht", "Booked"),
                        words.say("Plätze", "Seats"),
                        words.say("Gezählt", "Counted")),
                words.say("Gezählt", "Counted"),
                false,
                rows.toList());
    }

    private PrintedList.Row row(Session session, int booked) {
        Integer seats = session.seats();
        String title = session.title().in(locale);
        Optional<Area> room = event.allAreas().stream()
                .filter(area -> area.id().equals(session.area()))
                .findFirst();
        return new PrintedList.Row(
                "",
                List.of(
                        title,
                        room.map(this::printed).orElse(session.area().text()),
                        words.moment(session.startsAt()) + "\u2013" + words.clock(session.endsAt()),
                        booked + (seats == null ? "" : words.say(" von ", " of ") + seats)),
                List.of(
                        TableValue.of(title),
                        TableValue.of(room.map(area -> area.title().in(locale))
                                .orElse(session.area().text())),
                        count(room.map(Area::permitted).orElse(null)),
                        TableValue.of(session.startsAt()),
                        TableValue.of(session.endsAt()),
                        TableValue.of(booked),
                        count(seats),
                        TableValue.nothing()));
    }

    private PrintedList.Row row(Area area) {
        TableValue nothing = TableValue.nothing();
        return new PrintedList.Row(
                "",
                List.of("", printed(area), "", ""),
                List.of(
                        nothing,
                        TableValue.of(area.title().in(locale)),
                        count(area.permitted()),
                        nothing,
                        nothing,
                        nothing,
                        nothing,
                        nothing));
    }

    private static TableValue count(@Nullable Integer number) {
        return number == null ? TableValue.nothing() : TableValue.of(number.longValue());
    }

    private String printed(Area room) {
        Integer permitted = room.permitted();
        String title = room.title().in(locale);
        return permitted == null ? title : title + words.say(", höchstens ", ", at most ") + permitted;
    }
}
