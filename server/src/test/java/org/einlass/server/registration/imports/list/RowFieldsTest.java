package org.einlass.server.registration.imports.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a single field may hold, and what is said where it may not. */
final class RowFieldsTest {

    @ParameterizedTest
    @ValueSource(strings = {"Größler", "GRÖSSLER"})
    void leavesCapitalsAsTheyAre(String name) {
        assertThat(ListSamples.onlyGuest("Nachname", name).attendee().familyName())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\u0007B", "A\u202EB", "A\u0085B", "A\uFFFDB", "Müllheim an der RuhrÃ¶"})
    void refusesWhatNobodyWouldWantOnABadge(String text) {
        AttendeeList list = ListSamples.guests("Nachname;Organisation", "Weiß;" + text, "Größler;Stadt Erfurt");

        assertThat(list.guests()).hasSize(1);
        assertThat(list.problems()).hasSize(1).allSatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo("Organisation");
            assertThat(problem.toString()).doesNotContain("Weiß", text);
        });
    }

    @Test
    void takes120CharactersAndRefuses121() {
        AttendeeList list = ListSamples.guests("Nachname", "😀".repeat(120), "ß".repeat(121));

        assertThat(list.guests()).extracting(AttendeeRow::line).containsExactly(2L);
        assertThat(list.problems())
                .extracting(RowProblem::reason)
                .containsExactly("The field has more than 120 characters.");
    }

    @Test
    void takesFormulasForText() {
        AttendeeRow guest = ListSamples.onlyGuest("Nachname;Funktion;Organisation", "Weiß;=HYPERLINK(1);@SUM(A1)");

        assertThat(guest.attendee().function()).isEqualTo("=HYPERLINK(1)");
        assertThat(guest.attendee().organisation()).isEqualTo("@SUM(A1)");
    }

    @Test
    void makesOfHardBlanksAndMarksWhatAReaderSees() {
        AttendeeRow guest = ListSamples.onlyGuest(
                "Nachname;Organisation", "\u200BWei\u00ADß\u00A0;\u2003Stadt\u00A0\u00A0Erfu\u200Brt");

        assertThat(guest.attendee()).isEqualTo(Attendee.of("", "Weiß", "Stadt Erfurt"));
    }

    @Test
    void saysReasonsInTheLanguageOfTheReader() {
        ListReadResult reading = new ListReader(ListSamples.TERMS, ListLimits.USUAL)
                .read("Nachname;Titel\n;Dr.".getBytes(UTF_8), ListRequest.in(Locale.GERMAN));

        assertThat(reading)
                .asInstanceOf(InstanceOfAssertFactories.type(AttendeeList.class))
                .extracting(AttendeeList::problems)
                .isEqualTo(List.of(
                        new RowProblem(2, "Nachname", "Der Name fehlt.", "Tragen Sie mindestens den Nachnamen ein.")));
    }

    @Test
    void saysEverythingThatIsWrongWithARowAtOnce() {
        AttendeeList list = ListSamples.guests("Schlüssel;Nachname;Sektor", ";;Mond", "2;Weiß;Bund");

        assertThat(list.rows()).isEqualTo(2);
        assertThat(list.rejectedRows()).isEqualTo(1);
        assertThat(list.problems()).extracting(RowProblem::column).containsExactly("Schlüssel", "Sektor", "Nachname");
    }

    @Test
    void tellsNoLogWhoTheGuestsAre() {
        AttendeeList list = ListSamples.guests("Key;Nachname", "Weiß-1;Weiß");

        assertThat(list.toString() + list.guests().get(0) + list.guests().get(0).key())
                .doesNotContain("Weiß");
    }
}
