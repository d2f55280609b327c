package org.einlass.server.intake.list;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.registration.Sector;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ListReaderTest {
    private static final String DEMO_HEADINGS =
            "Schlüssel;Anrede;Titel;Vorname;Namenszusatz;Nachname;Funktion;Organisation;Kategorie;Sektor;Bundesland;"
                    + "Programme;Status";
    private static final String UMLAUTS =
            "Vorname;Nachname;Organisation\r\nJürgen;Größler;Landkreis Gotha – Straßenamt €\r\n";

    @Test
    void readsEveryColumnOfTheDemoList() {
        GuestRow guest = Lists.onlyGuest(
                DEMO_HEADINGS,
                "DT22-0013;;MdL;Karl-Theodor;Freiherr von und zu;Hohenfels-Wartburg;Digitalpolitischer Sprecher;"
                        + "Thüringer Landtag;speaker;STATE;Thüringen;egk,itls;confirmed");

        assertThat(guest)
                .usingRecursiveComparison()
                .isEqualTo(new GuestRow(
                        2,
                        new GuestKey("own:DT22-0013"),
                        new Attendee(
                                "",
                                "MdL",
                                "Karl-Theodor",
                                "Freiherr von und zu",
                                "Hohenfels-Wartburg",
                                "Digitalpolitischer Sprecher",
                                "Thüringer Landtag",
                                "",
                                "",
                                ""),
                        new CategoryId("speaker"),
                        Sector.STATE,
                        "Thüringen",
                        Set.of(new ProgrammeId("egk"), new ProgrammeId("itls")),
                        Set.of(),
                        Set.of(),
                        RegistrationStatus.CONFIRMED,
                        null));
    }

    @Test
    void readsTheColumnsThatOtherToolsWrite() {
        GuestRow guest = Lists.onlyGuest(
                "Ticket code,Display name,Pronunciation,Department,First name,Last name",
                "pretix-7YK3,Zoë W.,ZO-eh,Referat 42,Zoë,Weiß");

        assertThat(guest.externalCode()).isEqualTo(new ExternalCode("pretix-7YK3"));
        assertThat(guest.attendee())
                .isEqualTo(new Attendee("", "", "Zoë", "", "Weiß", "", "", "Referat 42", "Zoë W.", "ZO-eh"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Größler", "GRÖSSLER"})
    void leavesCapitalsAsTheyAre(String name) {
        assertThat(Lists.onlyGuest("Nachname", name).attendee().familyName()).isEqualTo(name);
    }

    @Test
    void readsTheSameGuestsInEveryEncoding() {
        List<byte[]> files = List.of(
                UMLAUTS.getBytes(UTF_8),
                ("\uFEFF" + UMLAUTS).getBytes(UTF_8),
                UMLAUTS.getBytes(Charset.forName("windows-1252")),
                ("\uFEFF" + UMLAUTS).getBytes(UTF_16LE),
                ("\uFEFF" + UMLAUTS).getBytes(UTF_16BE));

        assertThat(files)
                .extracting(file -> Lists.guests(file).guests().get(0).attendee())
                .containsOnly(Attendee.of("Jürgen", "Größler", "Landkreis Gotha – Straßenamt €"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Schlüssel",
                "SCHLUESSEL",
                "schlussel",
                " Schlüssel ",
                "Schlu\u0308ssel",
                "\"Schlüssel\"",
                "KEY",
                "Teilnehmer-ID",
                "teilnehmer id *"
            })
    void knowsAHeadingHoweverItIsSpelled(String heading) {
        GuestRow guest = Lists.onlyGuest(heading + ";Nachname", "7;Weiß");

        assertThat(guest.key()).isEqualTo(GuestKey.own("7"));
    }

    @Test
    void knowsEachColumnByItsOwnHeadingsOnly() {
        for (Column column : Column.values()) {
            assertThat(column.headings())
                    .allSatisfy(heading -> assertThat(Column.of(heading)).contains(column));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void findsTheSeparator(String separator) {
        GuestRow guest = Lists.onlyGuest(
                String.join(separator, "Vorname", "Nachname", "Funktion"),
                String.join(separator, "Zoë", "Weiß", "\"Leiterin; Sprecherin, Rednerin\tGastgeberin\""));

        assertThat(guest.attendee().function()).isEqualTo("Leiterin; Sprecherin, Rednerin Gastgeberin");
    }

    @Test
    void skipsTheLineInWhichExcelNamesTheSeparator() {
        GuestRow guest = Lists.onlyGuest("sep=,", "Vorname,Nachname", "Zoë,Weiß");

        assertThat(guest.line()).isEqualTo(3);
    }

    @Test
    void namesTheLineOfTheFileWhereARowBegins() {
        GuestList list = Lists.guests(
                "Nachname;Organisation",
                "",
                "Weiß;\"Amt für",
                "Statistik\"",
                ";;",
                "Größler;\"Stadt \"\"Erfurt\"\"\"",
                ";ohne Namen");

        assertThat(list.guests()).extracting(GuestRow::line).containsExactly(3L, 6L);
        assertThat(list.guests())
                .extracting(guest -> guest.attendee().organisation())
                .containsExactly("Amt für Statistik", "Stadt \"Erfurt\"");
        assertThat(list.problems()).extracting(RowProblem::line).containsExactly(7L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void countsLinesWhateverEndsThem(String end) {
        String text = String.join(end, "Nachname;Funktion", "A;\"x", "y\"", "\"B\"b;", "", ";Leiter", "D;");

        GuestList list = Lists.guests(text.getBytes(UTF_8));

        assertThat(list.guests()).extracting(GuestRow::line).containsExactly(2L, 7L);
        assertThat(list.problems()).extracting(RowProblem::line).containsExactly(4L, 6L);
    }

    @Test
    void losesOneRowToALostQuotationMarkAndNoneBehindIt() {
        GuestList list = Lists.guests(
                "Nachname;Organisation", "Weiß;\"Stadt Erfurt", "Größler;\"Stadt Gera\"", "Schmidt;Stadt Jena");

        assertThat(list.rows()).isEqualTo(3);
        assertThat(list.guests())
                .extracting(guest -> guest.attendee().familyName())
                .containsExactly("Größler", "Schmidt");
        assertThat(list.problems())
                .containsExactly(new RowProblem(
                        2,
                        null,
                        "Text stands behind a closing quotation mark.",
                        "Double the quotation marks inside a field, or delete them."));
    }

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
        GuestRow guest = Lists.onlyGuest("Nachname;" + heading, "Weiß;" + word);

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
        GuestList list = Lists.guests("Nachname;Kategorie;Programm", "Weiß;Ehrengast;egk,abc");

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
    void saysReasonsInTheLanguageOfTheReader() {
        ListReading reading = new ListReader(Lists.TERMS, ListLimits.USUAL)
                .read("Nachname;Titel\n;Dr.".getBytes(UTF_8), Locale.GERMAN);

        assertThat(reading)
                .asInstanceOf(InstanceOfAssertFactories.type(GuestList.class))
                .extracting(GuestList::problems)
                .isEqualTo(List.of(
                        new RowProblem(2, "Nachname", "Der Name fehlt.", "Tragen Sie mindestens den Nachnamen ein.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\u0007B", "A\u202EB", "A\u0085B", "A\uFFFDB", "Müllheim an der RuhrÃ¶"})
    void refusesWhatNobodyWouldWantOnABadge(String text) {
        GuestList list = Lists.guests("Nachname;Organisation", "Weiß;" + text, "Größler;Stadt Erfurt");

        assertThat(list.guests()).hasSize(1);
        assertThat(list.problems()).hasSize(1).allSatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo("Organisation");
            assertThat(problem.toString()).doesNotContain("Weiß", text);
        });
    }

    @Test
    void takes120CharactersAndRefuses121() {
        GuestList list = Lists.guests("Nachname", "😀".repeat(120), "ß".repeat(121));

        assertThat(list.guests()).extracting(GuestRow::line).containsExactly(2L);
        assertThat(list.problems())
                .extracting(RowProblem::reason)
                .containsExactly("The field has more than 120 characters.");
    }

    @Test
    void takesFormulasForText() {
        GuestRow guest = Lists.onlyGuest("Nachname;Funktion;Organisation", "Weiß;=HYPERLINK(1);@SUM(A1)");

        assertThat(guest.attendee().function()).isEqualTo("=HYPERLINK(1)");
        assertThat(guest.attendee().organisation()).isEqualTo("@SUM(A1)");
    }

    @Test
    void makesOfHardBlanksAndMarksWhatAReaderSees() {
        GuestRow guest =
                Lists.onlyGuest("Nachname;Organisation", "\u200BWei\u00ADß\u00A0;\u2003Stadt\u00A0\u00A0Erfu\u200Brt");

        assertThat(guest.attendee()).isEqualTo(Attendee.of("", "Weiß", "Stadt Erfurt"));
    }

    @Test
    void saysEverythingThatIsWrongWithARowAtOnce() {
        GuestList list = Lists.guests("Schlüssel;Nachname;Sektor", ";;Mond", "2;Weiß;Bund");

        assertThat(list.rows()).isEqualTo(2);
        assertThat(list.rejectedRows()).isEqualTo(1);
        assertThat(list.problems()).extracting(RowProblem::column).containsExactly("Schlüssel", "Sektor", "Nachname");
    }

    @Test
    void saysThatARowHasMoreFieldsThanHeadings() {
        GuestList list = Lists.guests("Nachname,Organisation", "Weiß,Amt für Bau, Verkehr", "Größler,Stadt Gera,,");

        assertThat(list.guests()).extracting(GuestRow::line).containsExactly(3L);
        assertThat(list.problems())
                .extracting(RowProblem::reason)
                .containsExactly("The row has more fields than there are headings.");
    }

    @Test
    void takesAShortRowForOneWithEmptyFields() {
        GuestRow guest = Lists.onlyGuest("Nachname;Organisation;Status", "Weiß");

        assertThat(guest.attendee()).isEqualTo(Attendee.of("", "Weiß", ""));
    }

    @Test
    void namesTheColumnsThatItDidNotRead() {
        GuestList list = Lists.guests("Nachname;E-Mail;;Allergien;Name", "Weiß;z@example.org;;Nüsse;Zoë Weiß");

        assertThat(list.ignoredColumns()).containsExactly("E-Mail", "Allergien", "Name");
        assertThat(list.columns()).containsExactly(Column.FAMILY_NAME);
    }

    @Test
    void takesNameBesideVornameForTheFamilyName() {
        GuestRow guest = Lists.onlyGuest("Name;Vorname", "Müller Schmidt;Karl Heinz");

        assertThat(guest.attendee()).isEqualTo(Attendee.of("Karl Heinz", "Müller Schmidt", ""));
    }

    @Test
    void takesANameInOneColumnApart() {
        GuestRow guest = Lists.onlyGuest("Name;Titel;Organisation", "\"von Bülow, Dr. Eva\";Staatssekretärin;Land");

        assertThat(guest.attendee())
                .isEqualTo(new Attendee("", "Staatssekretärin", "Eva", "von", "Bülow", "", "Land", "", "", ""));
    }

    @Test
    void takesTitleAndParticleFromTheNamesWhereTheyHaveNoColumn() {
        Attendee apart = Lists.onlyGuest("Vorname;Nachname", "Prof. Dr. Eva;von der Tann")
                .attendee();
        Attendee asItStands = Lists.onlyGuest("Titel;Vorname;Namenszusatz;Nachname", ";Siân;;ap Rhys")
                .attendee();

        assertThat(apart).isEqualTo(new Attendee("", "Prof. Dr.", "Eva", "von der", "Tann", "", "", "", "", ""));
        assertThat(asItStands).isEqualTo(Attendee.of("Siân", "ap Rhys", ""));
    }

    @Test
    void saysWhyANameInOneColumnCannotBeTakenApart() {
        GuestList list = Lists.guests("Name", "Nguyễn Thị Hồng Ánh", "\"Nguyễn, Thị Hồng Ánh\"");

        assertThat(list.guests()).extracting(GuestRow::line).containsExactly(3L);
        assertThat(list.problems()).extracting(RowProblem::column).containsExactly("Name");
    }

    @Test
    void refusesTheSecondRowOfAKeyAndNamesTheFirst() {
        GuestList list = Lists.guests("Key;Nachname", "1;Weiß", "2;Größler", " 1 ;Schmidt");

        assertThat(list.guests()).hasSize(2);
        assertThat(list.problems())
                .containsExactly(new RowProblem(
                        4,
                        "Key",
                        "The same key stands in line 2 already.",
                        "Give each person a key of its own, or delete the double row."));
    }

    @Test
    void asksForKeysWhereTwoRowsCannotBeToldApart() {
        GuestList list = Lists.guests(
                "Titel;Vorname;Nachname;Organisation", ";Eva;Weiß;Stadt Jena", "Dr.;EVA;WEISS;stadt  jena");

        assertThat(list.guests()).extracting(GuestRow::line).containsExactly(2L);
        assertThat(list.problems()).extracting(RowProblem::line).containsExactly(3L);
        assertThat(list.problems().get(0).remedy()).contains("Key");
    }

    @Test
    void refusesATicketCodeThatTwoPeopleHold() {
        GuestList list = Lists.guests("Nachname;Barcode", "Weiß;A1", "Größler;A1", "Schmidt;");

        assertThat(list.guests()).extracting(GuestRow::line).containsExactly(2L, 4L);
        assertThat(list.problems()).extracting(RowProblem::column).containsExactly("Barcode");
    }

    @Test
    void giveTheOnlyProgrammeToWhoeverNamesNone() {
        EventTerms terms = new EventTerms(
                Lists.TERMS.categories(), Lists.TERMS.programmes().subList(0, 1), List.of(), Lists.TERMS.days());

        ListReading reading =
                new ListReader(terms, ListLimits.USUAL).read("Nachname\nWeiß".getBytes(UTF_8), Locale.GERMAN);

        assertThat(((GuestList) reading).guests().get(0).programmes()).containsExactly(new ProgrammeId("egk"));
    }

    @Test
    void tellsNoLogWhoTheGuestsAre() {
        GuestList list = Lists.guests("Key;Nachname", "Weiß-1;Weiß");

        assertThat(list.toString() + list.guests().get(0) + list.guests().get(0).key())
                .doesNotContain("Weiß");
    }
}
