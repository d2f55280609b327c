package org.einlass.server.report.list;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.contract.registration.Attendee;
import org.einlass.server.event.EventDocument;

/** Names, days and times as lists say them. */
final class ListWords {
    private static final Wording UNNAMED = new Wording("N. N.", "not named yet");
    private static final Wording CLOCK = new Wording("H.mm", "HH:mm");
    private static final Wording DAY_AND_CLOCK = new Wording("d.M., H.mm", "d MMM, HH:mm");
    private static final Wording DAY = new Wording("d. MMMM uuuu", "d MMMM uuuu");

    private final EventDocument event;
    private final Locale locale;

    ListWords(EventDocument event, Locale locale) {
        this.event = event;
        this.locale = locale;
    }

    String say(String german, String english) {
        return new Wording(german, english).in(locale);
    }

    /** Family name first, as it is sorted; titles behind the given name. */
    String name(Attendee attendee) {
        if (attendee.isUnnamed()) {
            return UNNAMED.in(locale);
        }
        String first = (attendee.title() + " " + attendee.givenName() + " " + attendee.particle())
                .replaceAll(" +", " ")
                .strip();
        return first.isEmpty() ? attendee.familyName() : attendee.familyName() + ", " + first;
    }

    /** A time of day; with its day where the event has several. */
    String moment(Instant at) {
        boolean several = event.end().isAfter(event.firstDay());
        return format(several ? DAY_AND_CLOCK : CLOCK).format(at.atZone(zone()));
    }

    String clock(Instant at) {
        return format(CLOCK).format(at.atZone(zone()));
    }

    String day(LocalDate day) {
        return format(DAY).format(day);
    }

    ZoneId zone() {
        return event.zone();
    }

    private DateTimeFormatter format(Wording pattern) {
        return DateTimeFormatter.ofPattern(pattern.in(locale), locale);
    }
}
