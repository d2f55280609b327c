package org.einlass.server.report;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.einlass.contract.Wording;
import org.einlass.contract.code.Code;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.registration.Attendee;
import org.einlass.reports.ticket.Ticket;
import org.einlass.reports.ticket.TicketEvent;
import org.einlass.server.event.EventDocument;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationFields;
import org.jspecify.annotations.Nullable;

/** Puts an event and a registration into the words of a ticket. */
final class TicketWords {
    private static final LocalTime USUAL_OPENING = LocalTime.of(8, 0);
    private static final LocalTime USUAL_END = LocalTime.of(18, 0);

    private static final Wording UNNAMED = new Wording("Platz ohne Namen", "Place without a name");

    private TicketWords() {}

    static Ticket of(EventId event, EventDocument document, Registration registration, Code code, Locale locale) {
        RegistrationFields registrationFields = registration.particulars();
        return new Ticket(
                code.text(),
                registration.bookingNumber().digits(),
                name(registrationFields.attendee(), locale),
                registrationFields.attendee().organisation(),
                category(document, registrationFields, locale),
                occasion(event, document, locale),
                programmes(document, registrationFields.programmes(), locale),
                locale);
    }

    private static String name(Attendee attendee, Locale locale) {
        return attendee.isUnnamed() ? UNNAMED.in(locale) : attendee.fullName();
    }

    private static String category(EventDocument document, RegistrationFields registrationFields, Locale locale) {
        return document.categories().stream()
                .filter(category -> category.id().equals(registrationFields.category()))
                .map(category -> category.title().in(locale))
                .findFirst()
                .orElse("");
    }

    private static List<String> programmes(EventDocument document, Set<ProgrammeId> booked, Locale locale) {
        return document.allProgrammes().stream()
                .filter(programme -> booked.contains(programme.id()))
                .map(programme -> programme.title().in(locale))
                .toList();
    }

    private static TicketEvent occasion(EventId event, EventDocument document, Locale locale) {
        ZonedDateTime start = document.firstDay()
                .atTime(Objects.requireNonNullElse(document.opens(), USUAL_OPENING))
                .atZone(document.zone());
        ZonedDateTime end = document.end()
                .atTime(Objects.requireNonNullElse(document.closes(), USUAL_END))
                .atZone(document.zone());
        String place = words(document.place(), locale);
        int comma = place.indexOf(',');
        return new TicketEvent(
                event.text(),
                document.title().in(locale),
                start,
                end.isAfter(start) ? end : start.plusHours(1),
                comma < 0 ? place : place.substring(0, comma),
                comma < 0 ? "" : place.substring(comma + 1).strip(),
                words(document.directions(), locale),
                Objects.requireNonNullElse(document.hotline(), ""),
                words(document.access(), locale));
    }

    private static String words(@Nullable Wording wording, Locale locale) {
        return wording == null ? "" : wording.in(locale);
    }
}
