package org.einlass.server.registration.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.einlass.contract.wire.ImportReport;
import org.einlass.server.database.Databases;
import org.einlass.server.rejection.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files that somebody made to do harm, or that a program spoiled: one sentence with the place each, and nothing
 * of them is half done. Lines of a list are separated by {@code /}.
 */
final class HostileListsTest {
    private static final String MARKS = "\u0301".repeat(10_000);

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a NUL in a field         | Nachname;Funktion/Weiß;A\0B                | The file is no CSV file, even if it is named like one; it seems to be an Excel workbook, a PDF or a picture.
            1,000 columns            | Nachname{;x}/Weiß                          | Line 1 has more than 200 columns.
            a row of 1,000 columns   | Nachname;Funktion/Weiß;A/Schmidt{;x}       | Line 3 has more than 200 columns.
            an endless quotation     | Nachname;Funktion/Weiß;"A/Schmidt;B        | In the row of line 2 a quotation mark opens that is never closed.
            a web page               | <html><script>x()</script></html>          | The file is a web page (HTML), even if it is perhaps named .xls.
            entities of XML          | <?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:\1\1\1etc\1passwd">]><a>&b;</a> | The file is a table in XML, even if it is perhaps named .xls.
            """)
    void refusesTheWholeFileInOneSentence(String what, String list, String sentence) throws IOException {
        refuses(text(list).getBytes(UTF_8), sentence);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            10,000 characters        | {long};x     | 2 Nachname: The field has more than 120 characters.
            10,000 more of them      | Weiß;{long}  | 2 Funktion: The field has more than 120 characters.
            a text turned round      | Weiß;A\u202EB | 2 Funktion: The field holds an invisible control character.
            a bell                   | Weiß;A\u0007B | 2 Funktion: The field holds an invisible control character.
            an isolated direction    | Weiß;A\u2066B | 2 Funktion: The field holds an invisible control character.
            10,000 accents           | We{marks};x  | 2 Nachname: The field piles up accents that no badge can print.
            a heap of accents        | We\u0301\u0302\u0303\u0304\u0305i\u00df;x | 2 Nachname: The field piles up accents that no badge can print.
            """)
    void refusesTheRowByItsPlaceAndTakesTheOthers(String what, String row, String place) throws IOException {
        String list = text("Nachname;Funktion/" + row + "/Schmidt;Leiterin")
                .replace("{long}", "x".repeat(10_000))
                .replace("{marks}", MARKS);

        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            ImportReport report = side.take(false, List.of(), list.getBytes(UTF_8));

            assertThat(report.rejected())
                    .extracting(one -> one.line() + " " + one.column() + ": " + one.reason())
                    .containsExactly(place);
            assertThat(side.people()).containsExactly("Schmidt, ");
        }
    }

    @Test
    void takesTheAccentsThatRealNamesHave() throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            side.take("Nachname;Vorname", "Nguye\u0302\u0303n;Va\u0306n Tha\u0302\u0301i");

            assertThat(side.people()).containsExactly("Văn Thấi Nguyễn, ");
        }
    }

    @Test
    void takesFormulasForTheTextThatTheyAre() throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            side.take("Nachname;Organisation", "Weiß;=HYPERLINK(1)", "Schmidt;@SUM(A1)", "Kurz;+cmd");

            assertThat(side.people()).containsExactly("Kurz, +cmd", "Schmidt, @SUM(A1)", "Weiß, =HYPERLINK(1)");
        }
    }

    @Test
    void refusesAWorkbookThatUnfoldsToMoreThanAServerHolds() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] blanks = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte < 201; megabyte++) {
                zip.write(blanks);
            }
        }

        refuses(out.toByteArray(), "The Excel workbook holds more than 200 MB when unfolded.");
    }

    @ParameterizedTest
    @CsvSource({"0", "2000"})
    void refusesAWorkbookWhosePartsReadFilesOfTheServer(int blanksBefore) throws IOException {
        String dtd = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(("<?xml version=\"1.0\"?><!--" + "x".repeat(blanksBefore) + "-->" + dtd
                            + "<workbook><sheets><sheet name=\"&e;\" sheetId=\"1\"/></sheets></workbook>")
                    .getBytes(UTF_8));
        }

        refuses(out.toByteArray(), "This Excel workbook is damaged, or holds what no list needs.");
    }

    @Test
    void refusesAWorkbookOf1000Columns() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Blatt1");
            sheet.value(0, 0, "Nachname");
            sheet.value(1, 0, "Weiß");
            sheet.value(1, 999, "x");
        }

        refuses(out.toByteArray(), "Line 2 has more than 200 columns.");
    }

    private void refuses(byte[] file, String sentence) throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            assertThatThrownBy(() -> side.take(false, List.of(), file))
                    .isInstanceOfSatisfying(Rejected.class, refused -> {
                        assertThat(refused.sentence().english()).isEqualTo(sentence);
                        assertThat(refused.remedy().english()).isNotBlank();
                    });
            assertThat(side.people()).isEmpty();
        }
    }

    private static String text(String list) {
        String file = list.contains("<") ? list : list.replace('/', '\n');
        return file.replace('\1', '/').replace("{;x}", ";x".repeat(999));
    }
}
