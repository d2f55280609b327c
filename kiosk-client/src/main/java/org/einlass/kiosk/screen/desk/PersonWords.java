package org.einlass.kiosk.screen.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.registration.Accreditation;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.AttendeeCard;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.jspecify.annotations.Nullable;

/** How a person is described to staff, in the language of the window. */
record PersonWords(DeskMessages messages, ZoneId zone, InstantSource now) {

    PersonWords(DeskMessages messages, ZoneId zone) {
        this(messages, zone, InstantSource.system());
    }

    /** The category alone, where all are of one organisation and stand in one line each. */
    String category(DeskPerson person) {
        return messages.say(person.category());
    }

    /** Category, programmes and days, which tell two people of one name and organisation apart. */
    String band(DeskPerson person) {
        return Stream.of(messages.say(person.category()), programmes(person), days(person))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** "nur 4.7., 5.7." where somebody may not come every day. */
    private String days(DeskPerson person) {
        DateTimeFormatter words = DateTimeFormatter.ofPattern(messages.say("row.day"), messages.locale());
        return person.days().isEmpty()
                ? ""
                : messages.say(
                        "row.days", person.days().stream().map(words::format).collect(Collectors.joining(", ")));
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

    /** What it is and what to do next for somebody of the press who is not accredited; empty for others. */
    String accreditation(DeskPerson person) {
        AttendeeCard.Notes notes = person.notes();
        Accreditation accreditation = notes == null ? null : notes.accreditation();
        return accreditation == null || accreditation == Accreditation.ACCREDITED
                ? ""
                : messages.say(accreditation.sentence());
    }

    /** What only staff are told, one thing a line; empty where there is nothing. */
    String notes(DeskPerson person) {
        return Stream.of(kept(person.notes()), open(person.questions()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** What the person has not answered yet; a question is named as the organiser's list names it. */
    private String open(List<OrganiserQuestion> questions) {
        return line(
                "notes.questions",
                questions.stream().map(OrganiserQuestion::name).collect(Collectors.joining(", ")));
    }

    private String kept(AttendeeCard.@Nullable Notes notes) {
        if (notes == null) {
            return "";
        }
        String needs = notes.accessNeeds().stream()
                .sorted()
                .map(need -> messages.say(need.words()))
                .collect(Collectors.joining(", "));
        return Stream.of(
                        line("notes.access", needs),
                        line("notes.hint", notes.hint()),
                        line("notes.delegation", notes.delegation()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String line(String key, String text) {
        return text.isEmpty() ? "" : messages.say(key, text);
    }

    /** "09:12", or "3.7., 09:12" for another day than today. */
    String time(Instant moment) {
        return format(isToday(moment) ? "time.today" : "time.otherDay", moment);
    }

    /** "um 09:12 Uhr", or "am 3.7. um 09:12 Uhr" for another day than today. */
    String moment(Instant moment) {
        return format(isToday(moment) ? "moment.today" : "moment.otherDay", moment);
    }

    private boolean isToday(Instant moment) {
        return day(moment).equals(day(now.instant()));
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private String format(String key, Instant moment) {
        return DateTimeFormatter.ofPattern(messages.say(key), messages.locale()).format(moment.atZone(zone));
    }

    /** What a voice says of a row. */
    String spoken(DeskPerson person) {
        return Stream.of(person.name(), person.attendee().organisation(), band(person), state(person))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
