package org.einlass.server.registration.imports.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.einlass.contract.Wording;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.junit.jupiter.api.Test;

/** Names of a list, in one column or in several. */
final class NameReaderTest {

    @Test
    void takesNameBesideVornameForTheFamilyName() {
        AttendeeRow guest = ListSamples.onlyGuest("Name;Vorname", "Müller Schmidt;Karl Heinz");

        assertThat(guest.attendee()).isEqualTo(Attendee.of("Karl Heinz", "Müller Schmidt", ""));
    }

    @Test
    void takesANameInOneColumnApart() {
        AttendeeRow guest =
                ListSamples.onlyGuest("Name;Titel;Organisation", "\"von Bülow, Dr. Eva\";Staatssekretärin;Land");

        assertThat(guest.attendee())
                .isEqualTo(new Attendee("", "Staatssekretärin", "Eva", "von", "Bülow", "", "Land", "", "", ""));
    }

    @Test
    void takesTitleAndParticleFromTheNamesWhereTheyHaveNoColumn() {
        Attendee apart = ListSamples.onlyGuest("Vorname;Nachname", "Prof. Dr. Eva;von der Tann")
                .attendee();
        Attendee asItStands = ListSamples.onlyGuest("Titel;Vorname;Namenszusatz;Nachname", ";Siân;;ap Rhys")
                .attendee();

        assertThat(apart).isEqualTo(new Attendee("", "Prof. Dr.", "Eva", "von der", "Tann", "", "", "", "", ""));
        assertThat(asItStands).isEqualTo(Attendee.of("Siân", "ap Rhys", ""));
    }

    @Test
    void saysWhyANameInOneColumnCannotBeTakenApart() {
        AttendeeList list = ListSamples.guests("Name", "Nguyễn Thị Hồng Ánh", "\"Nguyễn, Thị Hồng Ánh\"");

        assertThat(list.guests()).extracting(AttendeeRow::line).containsExactly(3L);
        assertThat(list.problems()).extracting(RowProblem::column).containsExactly("Name");
    }

    @Test
    void takesDegreesBehindACommaForTitlesAndNamesOtherCommas() {
        AttendeeList list = ListSamples.guests("Vorname;Nachname", "Eva;Schmidt, LL.M.", "Jan;Kurz, Gera");

        assertThat(list.guests())
                .extracting(guest -> guest.attendee().fullName())
                .containsExactly("LL.M. Eva Schmidt", "Jan Kurz, Gera");
        assertThat(list.warnings()).extracting(RowProblem::line).containsExactly(3L);
    }

    @Test
    void countsPlacesWithoutANameAndNeverTakesThemForTwins() {
        AttendeeList list = ListSamples.guests(
                "Vorname;Nachname;Organisation",
                "N.;N.;Stadt Gera",
                ";folgt;Stadt Gera",
                ";Begleitung von Eva Schmidt;Stadt Gera",
                "Platz;3;Stadt Gera",
                "Nina;Noll;Stadt Gera");

        assertThat(list.problems()).isEmpty();
        assertThat(list.guests()).hasSize(5).filteredOn(AttendeeRow::isUnnamed).hasSize(4);
        assertThat(list.preview().notes()).extracting(Wording::english).anyMatch(note -> note.startsWith("4 places"));
    }
}
