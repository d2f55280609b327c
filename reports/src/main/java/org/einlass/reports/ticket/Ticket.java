package org.einlass.reports.ticket;

import java.util.List;
import java.util.Locale;

/**
 * What one attendee brings along. Texts may be empty where there is nothing to say.
 *
 * @param code the ticket code's 29 characters
 * @param bookingNumber 9 digits, printed in groups of three
 * @param attendee the attendee's full name
 * @param category the word for the attendee's category
 * @param programmes what the ticket is for, in order
 * @param language German unless it is English: which language comes first
 */
public record Ticket(
        String code,
        String bookingNumber,
        String attendee,
        String organisation,
        String category,
        TicketEvent occasion,
        List<String> programmes,
        Locale language) {

    public Ticket {
        programmes = List.copyOf(programmes);
    }

    /** The booking number as people read it out: 123 456 789. */
    String groupedBookingNumber() {
        return bookingNumber.replaceAll("\\D", "").replaceAll("(\\d{3})(?=\\d)", "$1\u00A0");
    }

    boolean isEnglish() {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
