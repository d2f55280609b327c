package org.einlass.server.registration.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.wire.ImportReport;
import org.einlass.server.database.Databases;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.rejection.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists as organisers really write them: what comes of each is certain, asked or refused, never wrong in silence. */
final class ListHabitsTest {
    @TempDir
    Path folder;

    static Stream<Arguments> certain() {
        return Stream.of(
                of(
                        "without headings, in columns",
                        "Eva;Schmidt;Stadt Gera;e@x.de/Jan;Kurz;Jena;j@x.de",
                        "Eva|Schmidt||Stadt Gera",
                        "Jan|Kurz||Jena"),
                of(
                        "without headings, family name first",
                        "Schmidt,Eva,Gera,e@x.de/Kurz,Jan,Jena,j@x.de",
                        "Eva|Schmidt||Gera",
                        "Jan|Kurz||Jena"),
                of(
                        "without headings, with salutation and titles",
                        "Frau\tDr.\tEva\tSchmidt\tGera/Herr\t\tJan\tKurz\tJena",
                        "Eva|Schmidt||Gera",
                        "Jan|Kurz||Jena"),
                of("bars", "Vorname|Nachname|Organisation/Eva|Schmidt|Gera", "Eva|Schmidt||Gera"),
                of(
                        "a text table",
                        "| Vorname | Nachname | Firma |/|---|---|---|/| Eva | Schmidt | Gera |",
                        "Eva|Schmidt||Gera"),
                of(
                        "functions behind a comma",
                        "Name;Organisation/Eva Schmidt, Bürgermeisterin;Gera/Dr. Jan Kurz, Landrat;Jena"
                                + "/Ida Wart, Staatssekretärin a. D.;Hof/Ole Lang, Leiter IT;Suhl",
                        "Eva|Schmidt|Bürgermeisterin|Gera",
                        "Ida|Wart|Staatssekretärin a. D.|Hof",
                        "Jan|Kurz|Landrat|Jena",
                        "Ole|Lang|Leiter IT|Suhl"),
                of(
                        "a function behind a family name",
                        "Vorname;Nachname;Organisation/Eva;Schmidt, Bürgermeisterin;Gera",
                        "Eva|Schmidt|Bürgermeisterin|Gera"),
                of(
                        "sections",
                        "Name;Organisation/Referenten;/Eva Schmidt;Gera/Presse:;/Jan Kurz;Jena",
                        "Eva|Schmidt||Gera",
                        "Jan|Kurz||Jena"),
                of(
                        "remarks under the list",
                        "Nr;Name;Vorname/1;Schmidt;Eva/;davon Frauen;1/;Legende: x = da;",
                        "Eva|Schmidt||"),
                of(
                        "namesakes with mail addresses of their own",
                        "Name;Firma;E-Mail/Andreas Müller;MI;a@x.de/Andreas Müller;MI;b@x.de",
                        "Andreas|Müller||MI",
                        "Andreas|Müller||MI"),
                of(
                        "addresses of a mail's head",
                        "Eva Muster <e@x.de>; Jan Kurz <j@x.de>, \"Lang, Ole\" <o@x.de>",
                        "Eva|Muster||",
                        "Jan|Kurz||",
                        "Ole|Lang||"),
                of(
                        "organisations in brackets",
                        "Muster, Eva (Stadt Gera) e@x.de/- Jan Kurz (Jena)/Max Wart\tHof\tm@x.de",
                        "Eva|Muster||Stadt Gera",
                        "Jan|Kurz||Jena",
                        "Max|Wart||Hof"),
                of(
                        "functions in a mail",
                        "Eva Muster, Leiterin IT, Stadt Gera, e@x.de/Frau Pia Berg, Bürgermeisterin, Stadt Ulm, p@x.de",
                        "Eva|Muster|Leiterin IT|Stadt Gera",
                        "Pia|Berg|Bürgermeisterin|Stadt Ulm"),
                of(
                        "a whole mail",
                        "Von: Max Wart <m@x.de>/Gesendet: Montag/An: Anmeldung <a@k.de>/Betreff: Anmeldung//Hallo,//es kommen:"
                                + "/Eva Muster (e@x.de)//Mit freundlichen Grüßen//Max Wart/Referatsleiter/Stadt Hof"
                                + "/Tel. 0123/m@x.de/www.hof.example",
                        "Eva|Muster||"));
    }

    private static Arguments of(String habit, String list, String... people) {
        return Arguments.of(habit, list, List.of(people));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void certain(String habit, String list, List<String> people) throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            ImportReport report = take(side, list);

            assertThat(report.asked()).isZero();
            assertThat(report.rejected()).isEmpty();
            assertThat(people(side)).containsExactlyElementsOf(people);
        }
    }

    @Test
    void nobodyIsCalledNothing() throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            ImportReport report = take(
                    side,
                    "Vorname;Nachname/Eva;0/Jan;-/Ole;n/a/Ute;k.A./Uwe;./Ida;?/Pia;x/Max;keine Angabe/0;Kurz/k. A.;Roth"
                            + "/n/a;Wart/K. A.;Null");

            assertThat(report.rejected()).hasSize(8);
            assertThat(people(side)).containsExactly("K. A.|Null||", "|Kurz||", "|Roth||", "|Wart||");
        }
    }

    @Test
    void aSheetOfCancelledPeopleIsNotReadBesideOneOfThoseWhoCome() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Workbook workbook = new Workbook(out, "Excel", "1.0");
        sheet(workbook, "Absagen", "Ole", "Lang");
        sheet(workbook, "Zusagen", "Eva", "Schmidt");
        workbook.finish();
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            ImportReport report = side.take(false, List.of(), out.toByteArray());

            assertThat(people(side)).containsExactly("Eva|Schmidt||");
            assertThat(report.notes()).anyMatch(note -> note.contains("Absagen"));
        }
    }

    private static void sheet(Workbook workbook, String name, String given, String family) {
        Worksheet sheet = workbook.newWorksheet(name);
        sheet.value(0, 0, "Vorname");
        sheet.value(0, 1, "Nachname");
        sheet.value(1, 0, given);
        sheet.value(1, 1, family);
    }

    @Test
    void aWholeNameThatIsNoneIsMissing() throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            ImportReport report =
                    take(side, "Name;Firma/0;A/-;B/n/a;C/k.A.;D/.;E/1;F/keine Angabe;G/Familie Lang;H/Eva Schmidt;0");

            assertThat(report.rejected()).hasSize(8);
            assertThat(people(side)).containsExactly("Eva|Schmidt||");
        }
    }

    @Test
    void whichColumnIsTheFamilyNameIsAskedWhereNoGivenNameTells() throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            String list = "Quirin;Habakuk;Gera;q@x.de/Wendel;Xaver;Jena;w@x.de";

            assertThatThrownBy(() -> take(side, list))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("Does the given name stand first");
            assertThat(people(side)).isEmpty();
            take(side, list, "column.names:family-first");

            assertThat(people(side)).containsExactly("Habakuk|Quirin||Gera", "Xaver|Wendel||Jena");
        }
    }

    @Test
    void aSectionOfCancelledPeopleIsAskedAbout() throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            String list = "Name;Organisation/Eva Schmidt;Gera/Absagen:;/Ole Lang;Suhl";

            assertThatThrownBy(() -> take(side, list))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("Absagen");
            take(side, list, "column.zwischenuberschrift:status");

            assertThat(side.statuses()).containsExactly("CANCELLED", "CONFIRMED");
        }
    }

    @Test
    void theQuestionOfAFormDecidesAboutAdmissionAndTheOneAboutDinnerDoesNot() throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            take(side, "Name;Nehmen Sie teil?;Nehmen Sie am Abendessen teil?/Eva Schmidt;Ja;Nein/Jan Kurz;Nein;Nein");

            assertThat(side.statuses()).containsExactly("CANCELLED", "CONFIRMED");
        }
    }

    @Test
    void companionsWithoutARegistrationAreCounted() throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            ImportReport report = take(
                    side,
                    "Name;Begleitpersonen;Guests;Anzahl Personen/Eva Schmidt;2;+1;3/Jan Kurz;0;;1/Ole Lang;Max Lang;nein;");

            assertThat(report.notes())
                    .anyMatch(note -> note.startsWith("3 companions of the column \"Begleitpersonen\" (line 2, 4)"))
                    .anyMatch(note -> note.startsWith("1 companions of the column \"Guests\" (line 2)"))
                    .anyMatch(note -> note.startsWith("2 companions of the column \"Anzahl Personen\" (line 2)"));
        }
    }

    @Test
    void keysThatWereCountedAnewRenameNobodyInSilence() throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            take(side, "Key;Name/1;Eva Schmidt/2;Jan Kurz/3;Ole Lang");
            String anew = "Key;Name/1;Jan Kurz/2;Ole Lang/3;Ute Roth";

            assertThat(take(side, anew).asked()).isEqualTo(3);
            ImportReport byName = take(side, anew, "keys-shifted:name");

            assertThat(byName.unchanged()).isEqualTo(2);
            assertThat(byName.asked()).isEqualTo(1);
            assertThat(people(side)).containsExactly("Eva|Schmidt||", "Jan|Kurz||", "Ole|Lang||");
        }
    }

    @Test
    void anotherFamilyNameUnderTheSameMailAddressIsAskedAbout() throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            take(side, "Name;E-Mail/Eva Schmidt;e@x.de");

            assertThat(take(side, "Name;E-Mail/Eva Weber;e@x.de").asked()).isEqualTo(1);
        }
    }

    @Test
    void whichOfTwoNamesakesAListMeansIsAsked() throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            take(side, "Name;Firma;E-Mail/Andreas Müller;MI;a@x.de/Andreas Müller;MI;b@x.de");

            assertThat(take(side, "Name;Firma/Andreas Müller;MI").asked()).isEqualTo(1);
        }
    }

    @Test
    void whoIsGoneIsNamedAlsoWhereTheListGotAnotherColumn() throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            take(side, "Name;Firma;E-Mail/Eva Schmidt;Gera;e@x.de/Jan Kurz;Jena;j@x.de/Ole Lang;Suhl;o@x.de");

            ImportReport later = take(side, "Key;Name;Firma;E-Mail/K1;Eva Schmidt;Gera;e@x.de/K2;Jan Kurz;Jena;j@x.de");

            assertThat(later.missing()).extracting(ImportReport.Missing::name).containsExactly("Ole Lang, Suhl");
            assertThat(take(side, "Name;Firma/Pia Berg;Ulm/Tom Frey;Ulm").gone())
                    .isZero();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            another organisation | Eva;Schmidt;Stadt Gera       | Eva;Schmidt;Landratsamt Greiz
            a second given name  | Eva;Schmidt;Stadt Gera       | Eva-Maria;Schmidt;Stadt Gera
            a given name's typo  | Katharina;Schmidt;Stadt Gera | Catharina;Schmidt;Stadt Gera
            an initial           | Eva;Schmidt;Stadt Gera       | E.;Schmidt;Stadt Gera
            columns exchanged    | Eva;Schmidt;Stadt Gera       | Schmidt;Eva;Stadt Gera
            """)
    void whoSeemsToBeTheSameIsAskedAboutAndNeverDoubled(String habit, String before, String after) throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            take(side, "Vorname;Nachname;Organisation/" + before);

            ImportReport later = take(side, "Vorname;Nachname;Organisation/" + after);

            assertThat(later.questions()).extracting(ImportReport.Question::id).containsExactly("look-alike");
            assertThat(people(side)).hasSize(1);
        }
    }

    private static ImportReport take(ImportServices side, String lines, String... answers) throws IOException {
        return side.take(
                false,
                List.of(answers),
                lines.replace("n/a", "n\0a")
                        .replace('/', '\n')
                        .replace('\0', '/')
                        .getBytes(UTF_8));
    }

    private static List<String> people(ImportServices side) {
        return side.store().read(handle -> RegistrationTable.page(handle, ImportServices.EVENT, "", null, 100)).stream()
                .map(one -> shown(one.particulars().attendee()))
                .sorted()
                .toList();
    }

    private static String shown(Attendee one) {
        return String.join("|", one.givenName(), one.familyName(), one.function(), one.organisation());
    }
}
