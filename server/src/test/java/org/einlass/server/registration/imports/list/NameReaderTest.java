package org.einlass.server.registration.imports.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.einlass.contract.Wording;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Eva | Schmidt geb. von der Heide           | Eva Schmidt
            Eva | Schmidt (geb. von Müller)            | Eva Schmidt
            Eva | Schmidt, geborene Gräfin von Bülow   | Eva Schmidt
            Eva | Schmidt (born Miller)                | Eva Schmidt
            Eva | Schmidt geb. Roth, LL.M.             | LL.M. Eva Schmidt
            Max | Born Schmidt                         | Max Born Schmidt
            Max | Born                                 | Max Born
            Karl | vom und zum Stein                   | Karl vom und zum Stein
            Karl | von der Tann und Rathsamhausen      | Karl von der Tann und Rathsamhausen
            """)
    void leavesOutBirthNamesOnlyAndKeepsNamesOfOneFamily(String given, String family, String name) {
        AttendeeRow guest = ListSamples.onlyGuest("Vorname;Nachname", given + ";" + family);

        assertThat(guest.attendee().fullName()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Eva Schmidt geb. von der Heide  | Eva Schmidt
            Schmidt (geb. von Müller), Eva  | Eva Schmidt
            Schmidt geb. Roth, Eva          | Eva Schmidt
            Dr. Born Max                    | Dr. Born Max
            Max Born                        | Max Born
            """)
    void leavesOutBirthNamesInOneColumn(String whole, String name) {
        AttendeeRow guest = ListSamples.onlyGuest("Name;Firma", '"' + whole + "\";Gera");

        assertThat(guest.attendee().fullName()).isEqualTo(name);
    }

    @Test
    void losesNobodyBehindABirthName() {
        AttendeeList whole = ListSamples.guests("Name;Firma", "Eva Schmidt geb. Roth und Max Kurz;Gera");
        AttendeeList parts = ListSamples.guests("Vorname;Nachname", "Eva;Schmidt und Kurz", ";von Bülow und Kurz");

        assertThat(whole.guests()).isEmpty();
        assertThat(whole.problems())
                .extracting(RowProblem::reason)
                .allMatch(reason -> reason.contains("several people"));
        assertThat(parts.guests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nora Berg MBA               | MBA Nora Berg
            Uwe Stein M.Sc.             | M.Sc. Uwe Stein
            Ute Roth B.Sc. M.Sc.        | B.Sc. M.Sc. Ute Roth
            Ute Roth, B.Sc. (Hons)      | B.Sc. (Hons) Ute Roth
            Prof. Tom Frey LL.M.        | Prof. LL.M. Tom Frey
            Hans Wurst MdB              | MdB Hans Wurst
            Yo-Yo Ma                    | Yo-Yo Ma
            Peter Schmidt               | Peter Schmidt
            Otto Peter                  | Otto Peter
            Anna Müller                 | Anna Müller
            """)
    void takesDegreesBehindANameForTitles(String whole, String name) {
        AttendeeRow guest = ListSamples.onlyGuest("Name;Firma", '"' + whole + "\";Gera");

        assertThat(guest.attendee().fullName()).isEqualTo(name);
    }

    @Test
    void takesSalutationsAndFunctionsToWhereTheyBelong() {
        Attendee addressed =
                ListSamples.onlyGuest("Vorname;Nachname", "Frau Eva;Stein").attendee();
        Attendee working = ListSamples.onlyGuest("Titel;Vorname;Nachname", "Leiterin IT;Ida;Haas")
                .attendee();
        Attendee member =
                ListSamples.onlyGuest("Vorname;Nachname", "Hans;Wurst MdB").attendee();

        assertThat(addressed).isEqualTo(new Attendee("Frau", "", "Eva", "", "Stein", "", "", "", "", ""));
        assertThat(working).isEqualTo(new Attendee("", "", "Ida", "", "Haas", "Leiterin IT", "", "", "", ""));
        assertThat(member.title()).isEqualTo("MdB");
        assertThat(member.familyName()).isEqualTo("Wurst");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", emptyValue = "", textBlock = """
            Vertreter      | TMIK
            Fahrer von     | MdL Kurz
            N. N.          | (Referat 23)
            Begleitung     | Eva Schmidt
            Ehrengast      | 3
            ''             | Sekretariat
            ''             | Freikarte 2
            ''             | N.N. (Referat 12)
            """)
    void namesNobodyByWhatTheyAre(String given, String family) {
        assertThat(ListSamples.onlyGuest("Vorname;Nachname", given + ";" + family)
                        .isUnnamed())
                .isTrue();
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
