package org.einlass.server.registration.imports.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Category;

/** Lists for "Digitales Thüringen 2022", read as its organisers would upload them. */
final class ListSamples {
    static final EventTerms TERMS = new EventTerms(
            List.of(
                    category("attendee", "Teilnehmer", "Attendee"),
                    category("speaker", "Referent", "Speaker"),
                    category("exhibitor", "Aussteller", "Exhibitor"),
                    category("press", "Presse", "Press"),
                    category("companion", "Begleitung", "Companion"),
                    category("team", "Team", "Team")),
            List.of(
                    programme("egk", "E-Government-Kongress", "E-government congress"),
                    programme("itls", "IT-Leistungsschau", "IT show")),
            List.of(
                    session("ki", "Workshop KI, Recht und Daten", "Workshop AI, law and data"),
                    session("register-1", "Registermodernisierung", "Register modernisation"),
                    session("register-2", "Registermodernisierung", "Register modernisation")),
            new EventDays(LocalDate.parse("2022-07-04"), LocalDate.parse("2022-07-06")));

    private ListSamples() {}

    static ListReadResult read(String text) {
        return read(text.getBytes(UTF_8));
    }

    static ListReadResult read(byte[] file) {
        return new ListReader(TERMS, ListLimits.USUAL).read(file, ListRequest.in(Locale.ENGLISH));
    }

    static AttendeeList guests(String... lines) {
        return guests(String.join("\r\n", lines).getBytes(UTF_8));
    }

    static AttendeeList guests(byte[] file) {
        ListReadResult reading = read(file);
        assertThat(reading).as(() -> reading.toString()).isInstanceOf(AttendeeList.class);
        return (AttendeeList) reading;
    }

    /** The only guest of a list that has no other row and no problem. */
    static AttendeeRow onlyGuest(String... lines) {
        AttendeeList list = guests(lines);
        assertThat(list.problems()).isEmpty();
        assertThat(list.guests()).hasSize(1);
        return list.guests().get(0);
    }

    static UnreadableList unreadable(byte[] file) {
        ListReadResult reading = read(file);
        assertThat(reading).isInstanceOf(UnreadableList.class);
        return (UnreadableList) reading;
    }

    private static Category category(String id, String german, String english) {
        return new Category(new CategoryId(id), new Wording(german, english), "#004488", true);
    }

    private static EventTerms.Programme programme(String id, String german, String english) {
        return new EventTerms.Programme(new ProgrammeId(id), new Wording(german, english));
    }

    private static EventTerms.Session session(String id, String german, String english) {
        return new EventTerms.Session(new SessionId(id), new Wording(german, english));
    }
}
