package org.einlass.server.console.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.einlass.contract.registration.Attendee;
import org.einlass.server.account.login.PeopleService;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PersonPage;
import org.einlass.server.console.Reader;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.change.RegistrationChangeService;
import org.einlass.server.registration.history.PastChange;
import org.jspecify.annotations.Nullable;

/** What was changed online about the person on the page: when, by whom, and what stood there before. */
@Named
@RequestScoped
public class PersonChanges {
    private static final String PERSON = "person:";
    private static final int MOST_SHOWN = 100;

    @Inject
    private PersonPage person;

    @Inject
    private RegistrationChangeService changes;

    @Inject
    private PeopleService people;

    @Inject
    private CurrentEvent current;

    @Inject
    private Reader reader;

    @Inject
    private RegistrationWords words;

    /** One change in words. */
    public record Line(Instant at, String what, List<String> fields, String who) {

        public Line {
            fields = List.copyOf(fields);
        }
    }

    /** The newest first; none as long as a form that comes back has not told whose page it is. */
    public List<Line> getAll() {
        if (person.getId().isEmpty()) {
            return List.of();
        }
        List<PastChange> past =
                changes.history(current.id(), person.getRegistration().id());
        Map<String, String> names = people.names().entrySet().stream()
                .collect(Collectors.toMap(one -> PERSON + one.getKey(), Map.Entry::getValue));
        List<Line> lines = new ArrayList<>();
        RegistrationFields after = person.getRegistration().particulars();
        for (PastChange change : past.subList(0, Math.min(MOST_SHOWN, past.size()))) {
            RegistrationFields before = change.before();
            lines.add(new Line(
                    change.at(),
                    reader.say("change." + change.kind()),
                    before == null ? List.of() : differences(before, after),
                    names.getOrDefault(
                            change.by(),
                            change.by().startsWith(PERSON) ? reader.say("change.somebody") : change.by())));
            after = before == null ? after : before;
        }
        return lines;
    }

    private List<String> differences(RegistrationFields before, RegistrationFields after) {
        List<String> found = new ArrayList<>();
        Attendee old = before.attendee();
        Attendee now = after.attendee();
        add(found, "registrations.name", words.name(old), words.name(now));
        add(found, "person.field.badgeName", old.badgeName(), now.badgeName());
        add(found, "person.function", old.function(), now.function());
        add(found, "registrations.organisation", old.organisation(), now.organisation());
        add(found, "person.field.department", old.department(), now.department());
        add(found, "registrations.status", words.status(before), words.status(after));
        add(found, "registrations.category", words.category(before), words.category(after));
        add(found, "field.programmes", words.programmes(before), words.programmes(after));
        add(found, "person.bookings", words.bookings(before), words.bookings(after));
        add(found, "change.days", text(before.days()), text(after.days()));
        if (!before.details().equals(after.details())) {
            found.add(reader.say("change.details"));
        }
        return found;
    }

    private void add(List<String> found, String label, String before, String after) {
        if (!before.equals(after)) {
            found.add(reader.say("change.field", reader.say(label), shown(before), shown(after)));
        }
    }

    private String shown(String text) {
        return text.isEmpty() ? reader.say("change.empty") : text;
    }

    private static String text(Collection<?> days) {
        return days.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    public String moment(Line line) {
        return person.moment(line.at());
    }

    /** What changed, in one sentence. */
    public @Nullable String fields(Line line) {
        return String.join("; ", line.fields());
    }
}
