package org.einlass.reports.ticket;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/** Tickets of invented people for tests and specimens. */
public final class SampleTickets {

    public static final String CODE = "T1ABCDEFGH2345678JKLMNPQRSTUV";

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private SampleTickets() {}

    public static Ticket typical() {
        return ticket(
                "Prof. Dr. Anna-Maria von der Heide",
                "Thüringer Ministerium für Digitales und Infrastruktur",
                occasion(
                        "Digitales Thüringen 2022",
                        "Ab Erfurt Hauptbahnhof mit der Straßenbahn, Linie 1 oder 3, bis „Landtag/Stadion Nord“, von dort 6 Minuten zu Fuß. "
                                + "Parkplätze P1 und P2 an der Mozartallee.",
                        "Der Eingang Mozartallee ist stufenlos, Aufzüge führen in alle Logen, in den Vortragsräumen gibt es Höranlagen. "
                                + "Brauchen Sie Hilfe? Rufen Sie uns an, wir holen Sie ab."));
    }

    public static Ticket shortest() {
        return new Ticket(
                CODE,
                "123456789",
                "Li Wu",
                "",
                "",
                new TicketEvent(
                        "kurz",
                        "IT",
                        ZonedDateTime.of(2022, 7, 4, 9, 0, 0, 0, BERLIN),
                        ZonedDateTime.of(2022, 7, 4, 10, 0, 0, 0, BERLIN),
                        "",
                        "",
                        "",
                        "",
                        ""),
                List.of(),
                Locale.ENGLISH);
    }

    public static Ticket extreme() {
        return ticket(
                "Dr. rer. nat. habil. Karl-Theodor Maximilian Freiherr von und zu Müller-Lüdenscheidt-Schnarrenberger",
                "Bundesamt für zentrale Dienste und offene Vermögensfragen ".repeat(3),
                occasion(
                        "Gemeinsame Jahrestagung der mitteldeutschen Digitalisierungs- und Verwaltungsmodernisierungskonferenzen",
                        "Mit der Straßenbahn bis Stadion, dann weiter zu Fuß. ".repeat(60),
                        "W".repeat(500)));
    }

    private static Ticket ticket(String attendee, String organisation, TicketEvent ticketEvent) {
        return new Ticket(
                CODE,
                "123456789",
                attendee,
                organisation,
                "Referentin / Speaker",
                ticketEvent,
                List.of("2. E-Government-Kongress", "5. IT-Leistungsschau"),
                Locale.GERMAN);
    }

    private static TicketEvent occasion(String title, String directions, String access) {
        return new TicketEvent(
                "digitales-thueringen-2022",
                title,
                ZonedDateTime.of(2022, 7, 4, 9, 0, 0, 0, BERLIN),
                ZonedDateTime.of(2022, 7, 4, 21, 0, 0, 0, BERLIN),
                "Arena / Steigerwaldstadion",
                "Mozartallee 3, 99096 Erfurt",
                directions,
                "0361 000000, Mo bis Fr, 8 bis 18 Uhr",
                access);
    }
}
