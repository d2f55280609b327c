package org.einlass.server.console.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.registration.Attendee;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.Reader;
import org.einlass.server.registration.RegistrationFields;

/** What a registration gives a right to, in the words of its event and in the reader's language. */
@RequestScoped
public class RegistrationWords {
    @Inject
    private CurrentEvent current;

    @Inject
    private Reader reader;

    /** As people say it. */
    public String name(Attendee attendee) {
        return Stream.of(attendee.title(), attendee.givenName(), attendee.particle(), attendee.familyName())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    public String status(RegistrationFields fields) {
        return reader.say("status." + fields.status());
    }

    public String category(RegistrationFields fields) {
        return current.document().categories().stream()
                .filter(category -> category.id().equals(fields.category()))
                .map(category -> reader.words(category.title()))
                .collect(Collectors.joining());
    }

    public String programmes(RegistrationFields fields) {
        return current.document().allProgrammes().stream()
                .filter(programme -> fields.programmes().contains(programme.id()))
                .map(programme -> reader.words(programme.title()))
                .collect(Collectors.joining(", "));
    }

    public String bookings(RegistrationFields fields) {
        return current.document().allSessions().stream()
                .filter(session -> fields.bookings().contains(session.id()))
                .map(session -> reader.words(session.title()))
                .collect(Collectors.joining(", "));
    }
}
