package org.einlass.server.registration.imports.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.einlass.server.registration.imports.question.ImportQuestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What organisers write in the same place in ever other ways: right, or asked about, never wrong in silence.
 */
final class ListVariantsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            windows-1254  | Şükrü Yıldız    | İstanbul Büyükşehir
            ISO-8859-2    | Ondřej Šťastný  | Děčín
            windows-1250  | Łukasz Kowalczyk| Urząd Miasta Wrocław
            IBM850        | Özlem Groß      | Universität Köln
            x-MacRoman    | François Lefèvre| Mairie de Sète
            windows-1251  | Анна Петрова    | Город Минск
            """)
    void findsTheEncodingByTheLetters(String charset, String name, String organisation) {
        String[] names = name.strip().split(" ", -1);
        String list = "Vorname;Nachname;Organisation\n" + names[0] + ";" + names[1] + ";" + organisation;

        AttendeeRow guest = ListSamples.guests(list.getBytes(Charset.forName(charset)))
                .guests()
                .get(0);

        assertThat(guest.attendee().fullName()).isEqualTo(name.strip());
        assertThat(guest.attendee().organisation()).isEqualTo(organisation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M?ller", "©Šťastný", "MÃ¼ller", "M\u00B3ller", "Sch\uFFFDfer"})
    void refusesNamesWithLostLetters(String name) {
        assertThat(ListSamples.guests("Nachname", name).problems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "N.N.",
                "n. n.",
                "NN 3",
                "(N.N.)",
                "Herr N.N.",
                "Dr. N.N.",
                "N.N., N.N.",
                "folgt",
                "Name folgt",
                "wird nachgemeldet",
                "wird noch bekannt gegeben",
                "tbd",
                "t.b.a.",
                "Platz 3",
                "Gast 1",
                "Begleitung Eva Schmidt",
                "Begleitung von Eva Schmidt",
                "+1",
                "plus one",
                "Guest of Jan Kurz",
                "Vertretung von Kurz",
                "Teilnehmer/in 8",
                "ohne Namen",
                "???",
                "unbekannt"
            })
    void holdsAPlaceForWhoeverIsStillToBeNamed(String name) {
        AttendeeRow guest = ListSamples.onlyGuest("Name;Organisation", "\"" + name + "\";Stadt Gera");

        assertThat(guest.isUnnamed()).isTrue();
        assertThat(guest.attendee().fullName()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            N.         | N.             | true
            NN         | NN             | true
            Platz      | 3              | true
            Begleitung | Schmidt        | true
            ''         | Teilnehmer 4   | true
            Eva        | Gast           | false
            Jan        | Platz          | false
            Eva        | Unbekannt      | false
            """)
    void tellsPlacesFromPeopleWhoAreCalledSo(String given, String family, boolean unnamed) {
        assertThat(ListSamples.onlyGuest("Vorname;Nachname", given + ";" + family)
                        .isUnnamed())
                .isEqualTo(unnamed);
    }

    @Test
    void countsEveryPlaceOfAnOrganisation() {
        AttendeeList list = ListSamples.guests("Name;Organisation", "N.N.;Gera", "N. N.;Gera", "folgt;Gera");

        assertThat(list.problems()).isEmpty();
        assertThat(list.guests()).hasSize(3).extracting(AttendeeRow::key).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Schmidt Eva",
                "Eva N.N.",
                "Eva Schmidt, Jena",
                "Eva und Jan Schmidt",
                "Schmidt, Eva (Vertretung)",
                "Eva Schmidt (Stadt Gera)"
            })
    void asksAboutNamesThatAreNotCertain(String name) {
        AttendeeList list = ListSamples.guests("Name", "\"" + name + "\"");

        assertThat(list.guests()).isEmpty();
        assertThat(list.problems()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nachname Vorname     | Schmidt Eva        | Eva Schmidt
            Nachname Vorname     | Dr. Schmidt Eva    | Dr. Eva Schmidt
            'Last name, first name' | 'Kurz, Jan'     | Jan Kurz
            Name                 | SCHMIDT Eva        | Eva SCHMIDT
            Name                 | 'Eva Schmidt, PhD' | PhD Eva Schmidt
            Name                 | van den Berg Jan   | Jan van den Berg
            Nom                  | Eva Schmidt        | Eva Schmidt
            """)
    void readsTheOrderThatTheHeadingSays(String heading, String name, String read) {
        AttendeeRow guest = ListSamples.onlyGuest("\"" + heading + "\"", "\"" + name + "\"");

        assertThat(guest.attendee().fullName()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Eva von     | Doe       | Eva von Doe    | von
            Eva         | Doe M.A.  | M.A. Eva Doe   | ''
            Eva         | von Doe   | Eva von Doe    | von
            NN          | Doe       | Doe            | ''
            """)
    void putsPartsOfANameWhereTheyBelong(String given, String family, String full, String particle) {
        AttendeeRow guest = ListSamples.onlyGuest("Vorname;Nachname", given + ";" + family);

        assertThat(guest.attendee().fullName()).isEqualTo(full);
        assertThat(guest.attendee().particle()).isEqualTo(particle);
        assertThat(guest.attendee().familyName()).isEqualTo("Doe");
    }

    @Test
    void takesACompanyForNoPerson() {
        assertThat(ListSamples.guests("Vorname;Nachname", ";Muster GmbH").problems())
                .extracting(RowProblem::reason)
                .containsExactly("This is the name of an organisation, not of a person.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bemerkung          | hat abgesagt            | column.bemerkung
            Notiz              | storniert am 3.5.       | column.notiz
            Kommentar          | krank, kommt nicht      | column.kommentar
            Zahlungseingang    | ''                      | empty.zahlungseingang
            Zusage             | ''                      | empty.zusage
            Antwort            | vielleicht              | value.antwort.vielleicht
            """)
    void asksWhereverSomebodyMayNotCome(String heading, String field, String question) {
        String good = heading.equals("Zahlungseingang") ? "12.05.2026" : heading.equals("Antwort") ? "ja" : "x";

        AttendeeList list = ListSamples.guests("Name;" + heading, "Eva Schmidt;" + good, "Jan Kurz;\"" + field + "\"");

        assertThat(list.questions()).extracting(ImportQuestion::id).containsExactly(question);
    }

    @Test
    void readsAColumnOfStatesThatAreNoFederalOnes() {
        AttendeeList list = ListSamples.guests("Name;State", "Eva Schmidt;complete", "Jan Kurz;void");

        assertThat(list.guests().stream().map(one -> one.status().name())).containsExactly("CONFIRMED", "CANCELLED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4.7.;5.7.;6.7.                            | x;;x      | 4 6
            Tag 1;Tag 2;Tag 3                         | ja;ja;nein| 4 5
            Teilnahme 04.07.;Teilnahme 05.07.;Anderes | 1;0;0     | 4
            Montag;Dienstag;Mittwoch                  | ;;X       | 6
            2022-07-04;2022-07-05;2022-07-06          | no;yes;no | 5
            """)
    void readsAColumnForEachDay(String headings, String fields, String days) {
        AttendeeRow guest = ListSamples.onlyGuest("Nachname;" + headings, "Weiß;" + fields);

        assertThat(guest.days().stream()
                        .sorted()
                        .map(day -> String.valueOf(day.getDayOfMonth()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(days);
    }

    @Test
    void refusesARowThatMarksNoDay() {
        assertThat(ListSamples.guests("Nachname;4.7.;5.7.", "Weiß;;").problems())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keine Angabe", "n/a", "-", "(leer)", "siehe oben", "dito", "#REF!", "NULL"})
    void printsNoDebrisForAnOrganisation(String debris) {
        assertThat(ListSamples.onlyGuest("Nachname;Organisation", "Weiß;" + debris)
                        .attendee()
                        .organisation())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1121191224318440000000", "1,12E+21", "#NUM!", "n/a"})
    void takesNoDestroyedNumberForATicketCode(String code) {
        assertThat(ListSamples.onlyGuest("Nachname;Ticketcode", "Weiß;" + code).externalCode())
                .isNull();
    }

    @Test
    void readsNumbersThatASpreadsheetKeptAsText() {
        List<String> codes = Stream.of("\"=\"\"0012345678\"\"\"", "'0012345678")
                .map(code -> ListSamples.onlyGuest("Nachname;Barcodenr.", "Weiß;" + code))
                .map(guest -> Objects.requireNonNull(guest.externalCode()).text())
                .toList();

        assertThat(codes).containsOnly("0012345678");
    }
}
