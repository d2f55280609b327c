package org.einlass.server.registration.imports.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of a list that mean something at every event, or at this one. */
final class ValueAliasesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Kategorie  | teilnehmerin            | attendee
                    Kategorie  | Teilnehmer:in           | attendee
                    Kategorie  | SPEAKER                 | speaker
                    Kategorie  | Referentin              | speaker
                    Kategorie  | Aussteller              | exhibitor
                    Kategorie  | Presse                  | press
                    Kategorie  | Begleitung              | companion
                    Kategorie  | Team                    | team
                    Kategorie  | ''                      | attendee
                    Sektor     | FEDERAL                 | FEDERAL
                    Sektor     | Bund                    | FEDERAL
                    Sektor     | land                    | STATE
                    Sektor     | Kommune                 | MUNICIPAL
                    Sektor     | Wirtschaft              | BUSINESS
                    Sektor     | Wissenschaft            | SCIENCE
                    Sektor     | Sonstige                | OTHER
                    Sektor     | ''                      | null
                    Status     | confirmed               | CONFIRMED
                    Status     | bestätigt               | CONFIRMED
                    Status     | Angemeldet              | CONFIRMED
                    Status     | cancelled               | CANCELLED
                    Status     | storniert               | CANCELLED
                    Status     | abgesagt                | CANCELLED
                    Status     | waitlisted              | WAITLISTED
                    Status     | Warteliste              | WAITLISTED
                    Status     | ''                      | CONFIRMED
                    Bundesland | TH                      | Thüringen
                    Bundesland | thueringen              | Thüringen
                    Bundesland | Saxony                  | Sachsen
                    Bundesland | Tirol                   | Tirol
                    Programme  | egk                     | egk
                    Programme  | E-Government-Kongress   | egk
                    Programme  | 'IT show, EGK'          | egk itls
                    Programme  | ''                      | ''
                    """)
    void understandsTheWordsOfBothLanguages(String heading, String word, String meaning) {
        AttendeeRow guest = ListSamples.onlyGuest("Nachname;" + heading, "Weiß;" + word);

        String understood = switch (heading) {
            case "Kategorie" -> guest.category().text();
            case "Sektor" -> String.valueOf(guest.sector());
            case "Status" -> guest.status().name();
            case "Bundesland" -> guest.federalState();
            default ->
                String.join(
                        " ",
                        guest.programmes().stream()
                                .map(ProgrammeId::text)
                                .sorted()
                                .toList());
        };
        assertThat(understood).isEqualTo(meaning);
    }

    @Test
    void offersTheWordsThatWouldHaveBeenUnderstood() {
        AttendeeList list = ListSamples.guests("Nachname;Kategorie;Programm", "Weiß;Ehrengast;egk,abc");

        assertThat(list.guests()).isEmpty();
        assertThat(list.problems())
                .containsExactly(
                        new RowProblem(
                                2,
                                "Kategorie",
                                "This value is not known here.",
                                "Possible are: Attendee, Speaker, Exhibitor, Press, Companion, Team."),
                        new RowProblem(
                                2,
                                "Programm",
                                "This value is not known here.",
                                "Possible are: E-government congress, IT show."));
    }

    @Test
    void giveTheOnlyProgrammeToWhoeverNamesNone() {
        EventTerms terms = new EventTerms(
                ListSamples.TERMS.categories(),
                ListSamples.TERMS.programmes().subList(0, 1),
                List.of(),
                ListSamples.TERMS.days());

        ListReadResult reading = new ListReader(terms, ListLimits.USUAL)
                .read("Nachname\nWeiß".getBytes(UTF_8), ListRequest.in(Locale.GERMAN));

        assertThat(((AttendeeList) reading).guests().get(0).programmes()).containsExactly(new ProgrammeId("egk"));
    }
}
