package org.einlass.reports.ticket;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.einlass.reports.typography.CleanText;

/**
 * The event as an entry for the attendee's calendar (RFC 5545), in UTC so that no time zone has to be
 * defined. It holds no ticket code: calendars are shared.
 */
public final class CalendarFile {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private CalendarFile() {}

    /**
     * The file's bytes.
     *
     * @param stamp when the entry was last changed; a later one replaces the entry in the calendar
     */
    public static byte[] of(Ticket ticket, Instant stamp) {
        TicketEvent ticketEvent = ticket.occasion();
        StringBuilder file = new StringBuilder();
        line(file, "BEGIN:VCALENDAR");
        line(file, "VERSION:2.0");
        line(file, "PRODID:-//Einlass//Ticket//DE");
        line(file, "METHOD:PUBLISH");
        line(file, "BEGIN:VEVENT");
        line(file, "UID:" + text(ticketEvent.id()) + "@einlass");
        line(file, "DTSTAMP:" + UTC.format(stamp));
        line(file, "DTSTART:" + UTC.format(ticketEvent.start()));
        line(file, "DTEND:" + UTC.format(ticketEvent.end()));
        line(file, "SUMMARY:" + text(ticketEvent.title()));
        line(file, "LOCATION:" + text(ticketEvent.venue() + ", " + ticketEvent.address()));
        line(
                file,
                "DESCRIPTION:" + text(ticketEvent.directions()) + "\\n" + text(ticketEvent.access()) + "\\nHotline: "
                        + text(ticketEvent.hotline()) + "\\nBuchungsnummer / booking number: "
                        + ticket.groupedBookingNumber());
        line(file, "END:VEVENT");
        line(file, "END:VCALENDAR");
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String raw) {
        return CleanText.of(raw).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,");
    }

    /** Lines of more than 75 octets go on after a line break and a blank, never inside a character. */
    private static void line(StringBuilder file, String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); ) {
            int point = content.codePointAt(i);
            String character = Character.toString(point);
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST_LINE) {
                file.append("\r\n ");
                octets = 1;
            }
            file.append(character);
            octets += length;
            i += Character.charCount(point);
        }
        file.append("\r\n");
    }
}
