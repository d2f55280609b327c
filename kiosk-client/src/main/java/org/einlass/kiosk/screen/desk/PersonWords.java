package org.einlass.kiosk.screen.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.kiosk.desk.DeskPerson;

/** How a person is described to staff, in the language of the window. */
record PersonWords(DeskMessages messages, ZoneId zone) {

    /** Category and programmes, which tell two people of one name and organisation apart. */
    String band(DeskPerson person) {
        return Stream.of(messages.say(person.category()), programmes(person))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String programmes(DeskPerson person) {
        return person.programmes().stream().map(messages::say).collect(Collectors.joining(", "));
    }

    /** Why the person may not be let in, else whether they are here; short. */
    String state(DeskPerson person) {
        RegistrationStatus status = person.status();
        if (status != null && status != RegistrationStatus.CONFIRMED) {
            return messages.say("status." + status.name());
        }
        Instant arrived = person.arrivedAt();
        return arrived == null ? "" : messages.say("row.here", time(arrived));
    }

    String time(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm", messages.locale()).format(moment.atZone(zone));
    }

    /** What a voice says of a row. */
    String spoken(DeskPerson person) {
        return Stream.of(person.name(), person.attendee().organisation(), band(person), state(person))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
