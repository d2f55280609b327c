package org.einlass.server.registration.imports.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.registration.Category;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lists as ticket systems and offices really write them, with invented people: who comes out, and who may
 * come.
 */
final class ExportCasesTest {
    private static final EventTerms TERMS = new EventTerms(
            List.of(
                    new Category(
                            new CategoryId("teilnehmer"), new Wording("Teilnehmer", "Participant"), "#1d5a96", true),
                    new Category(new CategoryId("team"), new Wording("Team", "Crew"), "#444444", false)),
            List.of(
                    new EventTerms.Programme(
                            new ProgrammeId("e-government"),
                            new Wording("2. Thüringer E-Government-Kongress", "2nd E-Government Congress")),
                    new EventTerms.Programme(
                            new ProgrammeId("itls"), new Wording("5. IT-Leistungsschau", "5th IT Fair"))),
            List.of(),
            new EventDays(LocalDate.parse("2026-11-28"), LocalDate.parse("2026-11-29")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            01-cr-line-ends/list.csv                | Jörg Müller, Stadt Gera; Anna Schäfer, Stadt Jena
            02-mac-roman/list.csv                   | Jörg Müller, Landratsamt Saale-Orla; Anna Schäfer, Behörde für Straßenbau; Özlem Groß, Universität Jena
            02-mac-roman/list-lf.csv                | Jörg Müller, Landratsamt Saale-Orla; Anna Schäfer, Behörde für Straßenbau; Özlem Groß, Universität Jena
            03-html-entities/list.csv               | Jörg Müller, Amt für Bau & Verkehr; Seán O'Brien, Stadt Gera; Eva Müller, X
            03-html-entities/list-comma.csv         | Jörg Müller, Amt für Bau & Verkehr; Seán O'Brien, Stadt Gera
            04-pretix-positions/list.csv            | Karl Heinz Müller, Stadt Gera; Eva Schmidt, Stadt Gera
            06-eventbrite/list.csv                  | Jan Doe, Stadt Gera, 112119122431844158342300; Jane Doe, Stadt Gera, CANCELLED, 112119122431844158342400
            06-eventbrite/list-mapped.csv           | Jan Doe, Stadt Gera, 112119122431844158342300; Jane Doe, Stadt Gera, CANCELLED, 112119122431844158342400
            08-title-above/list.csv                 | Eva Schmidt, Stadt Gera
            13-title-mr/list.csv                    | Jan Doe, City of Gera; Eva Kurz, City of Jena; Prof. Dr. Nora Lang, University; Dr. Ole Hansen, University
            13-title-mr/list-de.csv                 | Jan Doe, Stadt Gera; Dr. Eva Kurz, Stadt Jena; Prof. Dr. Nora Lang, Uni
            13-title-mr/list-anrede.csv             | Dr. Jan Doe, Stadt Gera; Prof. Dr. Eva Kurz, Stadt Jena; Ole Lang, Uni
            17-excel-ticketcode/list.csv            | Eva Schmidt, Gera; Jan Kurz, Jena; Ole Lang, Suhl; Ida Wart, Suhl; Ute Wart, Suhl; Uwe Wart, Suhl; Uli Wart, Suhl
            26-nfd/2.csv                            | Jörg Müller, Stadt Köln
            28-two-organisation-columns/list.csv    | Eva Schmidt, Stadt Gera; Jan Kurz, Muster GmbH
            28-two-organisation-columns/list2.csv   | Eva Schmidt, Stadt Gera
            28-two-organisation-columns/list3.csv   | Eva Schmidt
            29-real-headings/attendize.csv          | Eva Schmidt
            29-real-headings/german-office.csv      | Dr. Eva Schmidt, Stadt Gera
            29-real-headings/grenadine.csv          | Dr. Eva Schmidt, City of Gera
            29-real-headings/luma.csv               | Eva Schmidt, https://x/1; Jan Kurz, CANCELLED, https://x/2; Ole Lang, WAITLISTED, https://x/3
            29-real-headings/meetingpulse.csv       | Eva Schmidt
            29-real-headings/open-event.csv         | Eva Schmidt, City of Gera
            29-real-headings/openslides.csv         | Dr. Eva Schmidt
            29-real-headings/streamboxy.csv         | Eva Schmidt, Stadt Gera
            29-real-headings/web-form.csv           | Eva Schmidt, Stadt Gera
            """)
    void readsTheExportWithoutAMapping(String file, String people) throws IOException {
        AttendeeList list = read(file);

        assertThat(list.questions()).isEmpty();
        assertThat(list.problems()).isEmpty();
        assertThat(list.guests().stream().map(ExportCasesTest::told).collect(Collectors.joining("; ")))
                .isEqualTo(people);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            08-title-above/list.csv                 | The headings were found in line 4.
            08-title-above/list.csv                 | Line 8 is a sum or a remark and was left out.
            06-eventbrite/list.csv                  | The ticket type "General Admission" (2) is no category of this event
            03-html-entities/list.csv               | HTML entities such as &uuml; were read as letters.
            28-two-organisation-columns/list.csv    | The columns „Behörde“, „Firma“ mean the same
            29-real-headings/luma.csv               | declined = cancelled (1), waitlist = waitlisted (1)
            """)
    void tellsWhatItDidBeyondThePlain(String file, String note) throws IOException {
        assertThat(read(file).preview().notes())
                .anySatisfy(one -> assertThat(one.english()).contains(note));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            15-excel-keys/list.csv                  | 2 Teilnehmer-ID, 3 Teilnehmer-ID | ''
            17-excel-ticketcode/list.csv            | ''                               | 2 Ticketcode, 3 Ticketcode, 4 Ticketcode, 5 Ticketcode, 6 Ticketcode
            """)
    void refusesNumbersThatASpreadsheetDestroyed(String file, String refused, String warned) throws IOException {
        AttendeeList list = read(file);

        assertThat(places(list.problems().stream().map(one -> one.line() + " " + one.column())))
                .isEqualTo(refused);
        assertThat(places(list.warnings().stream().map(one -> one.line() + " " + one.column())))
                .isEqualTo(warned);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Eins Zwei Fuenf Sieben Elf Zwoelf Dreizehn Vierzehn Sechzehn | CONFIRMED
            Drei Zehn Fuenfzehn                                          | WAITLISTED
            Vier Sechs Acht Neun Siebzehn Achtzehn                       | CANCELLED
            """)
    void knowsTheStatusWordsOfTheUsualSystems(String names, String status) throws IOException {
        AttendeeList list = read("18-status-words/list.csv");

        assertThat(list.questions()).isEmpty();
        assertThat(list.guests().stream()
                        .filter(guest -> guest.status().name().equals(status))
                        .map(guest -> guest.attendee().familyName())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(names);
    }

    private static String places(Stream<String> places) {
        return places.collect(Collectors.joining(", "));
    }

    private static String told(AttendeeRow guest) {
        String status =
                guest.status().name().equals("CONFIRMED") ? "" : guest.status().name();
        String code = guest.externalCode() == null ? "" : guest.externalCode().text();
        return Stream.of(guest.attendee().fullName(), guest.attendee().organisation(), status, code)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static AttendeeList read(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ExportCasesTest.class.getResourceAsStream("/org/einlass/server/registration/imports/cases/" + file),
                file)) {
            ListReadResult reading =
                    new ListReader(TERMS, ListLimits.USUAL).read(in.readAllBytes(), ListRequest.in(Locale.ENGLISH));
            assertThat(reading).isInstanceOf(AttendeeList.class);
            return (AttendeeList) reading;
        }
    }
}
