package org.einlass.server.registration.imports.list;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import org.einlass.server.registration.imports.list.UnreadableList.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnreadableListTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\r\n\r\n", "  \t "})
    void saysThatAFileIsEmpty(String text) {
        assertThat(faultOf(text)).isEqualTo(Fault.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vorname;Nachname", "Vorname;Nachname\r\n", "Vorname,Nachname\n,\n\n , \n"})
    void saysThatThereAreOnlyHeadings(String text) {
        assertThat(faultOf(text)).isEqualTo(Fault.HEADINGS_ONLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jürgen;Müller\nEva;Schmidt", "\"Vorname\"x;Nachname\nEva;Müller", ";;;\n;;;"})
    void saysThatNoHeadingIsKnown(String text) {
        assertThat(faultOf(text)).isIn(Fault.NO_KNOWN_HEADING);
    }

    @Test
    void saysThatTheFamilyNameHasNoColumn() {
        assertThat(faultOf("Vorname;Organisation\nEva;FITKO")).isEqualTo(Fault.NO_NAME_COLUMN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\3\4\24\0\6", "PK\3\4 no zero byte", "Nachname\nM\0"})
    void saysOfABinaryFileHowToSaveItAsCsv(String beginning) {
        UnreadableList list = ListSamples.unreadable(beginning.getBytes(ISO_8859_1));

        assertThat(list.fault()).isEqualTo(Fault.NOT_TEXT);
        assertThat(list.remedy().german()).contains("als CSV");
        assertThat(list.remedy().english()).contains("as CSV");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <html><table><tr><td>Nachname</td></tr></table></html>      | a web page (HTML), even if it is perhaps named .xls
            `  <!DOCTYPE HTML><html>Nachname;Vorname`                   | a web page (HTML), even if it is perhaps named .xls
            <meta charset="utf-8"><table border=1><tr><td>Name</td></tr> | a web page (HTML), even if it is perhaps named .xls
            <?xml version="1.0"?><html xmlns="x"><td>Name</td></html>   | a web page (HTML), even if it is perhaps named .xls
            <?xml version="1.0"?><Workbook><Cell>Name</Cell></Workbook> | a table in XML, even if it is perhaps named .xls
            \u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1 Nachname  | an Excel workbook of the old format (.xls)
            %PDF-1.7 Nachname                                           | a PDF
            {\\rtf1 Nachname;Vorname}                                   | a document in RTF
            """)
    void namesTheProgramOfAFileAndHowToSaveIt(String content, String named) {
        UnreadableList list = ListSamples.unreadable(content.getBytes(ISO_8859_1));

        assertThat(list.fault()).isEqualTo(Fault.NOT_TEXT);
        assertThat(list.reason().english()).isEqualTo("The file is " + named + ".");
        assertThat(list.remedy().english())
                .isEqualTo("Open it in Excel or LibreOffice and save it with \"Save as\" as an Excel workbook (.xlsx)"
                        + " or as CSV (UTF-8).");
    }

    @Test
    void saysOfALockedWorkbookWhereThePasswordIsRemoved() {
        byte[] part = "EncryptedPackage".getBytes(UTF_16LE);
        byte[] file = ("\u00D0\u00CF\u0011\u00E0" + new String(part, ISO_8859_1)).getBytes(ISO_8859_1);

        assertThat(ListSamples.unreadable(file).reason().english())
                .isEqualTo("The file is an Excel workbook with a password.");
        assertThat(ListSamples.unreadable(file).remedy().english()).contains("remove the password");
    }

    @Test
    void readsAListWhoseFirstNameIsAMark() {
        assertThat(ListSamples.guests("Nachname;Hinweis", "Weiß;<b>wichtig</b>").guests())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x81, 0x8D, 0x8F, 0x90, 0x9D})
    void namesTheLineWhereNoEncodingFits(int undefinedInWindows1252) {
        byte[] file = "Nachname\nM\u00FCller\nSch_fer".getBytes(ISO_8859_1);
        file[file.length - 4] = (byte) undefinedInWindows1252;

        UnreadableList list = ListSamples.unreadable(file);

        assertThat(list.fault()).isEqualTo(Fault.UNKNOWN_ENCODING);
        assertThat(list.reason().english()).contains("Line 3");
    }

    @Test
    void keepsAFileToTheEncodingThatItsMarkPromises() {
        byte[] file = "\u00EF\u00BB\u00BFNachname\nM\u00FCller".getBytes(ISO_8859_1);

        assertThat(ListSamples.unreadable(file).fault()).isEqualTo(Fault.UNKNOWN_ENCODING);
    }

    @Test
    void namesTheRowOfAQuotationMarkThatIsNeverClosed() {
        UnreadableList list =
                ListSamples.unreadable("Nachname;Funktion\nMüller;\n\nWeiß;\"Leiter\nSchmidt;".getBytes(UTF_8));

        assertThat(list.fault()).isEqualTo(Fault.UNCLOSED_QUOTE);
        assertThat(list.reason().english()).contains("line 4");
    }

    @Test
    void namesTheLineWithTooManyColumns() {
        String separators = ";".repeat(ListLimits.USUAL.columns());

        assertThat(faultOf("Nachname" + separators + "\nMüller")).isEqualTo(Fault.TOO_MANY_COLUMNS);
        assertThat(ListSamples.unreadable(("Nachname\nMüller\nWeiß" + separators).getBytes(UTF_8))
                        .reason()
                        .english())
                .contains("Line 3");
    }

    @Test
    void readsNoFurtherThanTheLimitOfBytes() throws IOException {
        ListReader reader = new ListReader(ListSamples.TERMS, new ListLimits(100, 10, 10));
        ByteArrayInputStream upload = new ByteArrayInputStream(new byte[1000]);

        UnreadableList list = (UnreadableList) reader.read(upload, ListRequest.in(Locale.GERMAN));

        assertThat(list.fault()).isEqualTo(Fault.TOO_LARGE);
        assertThat(list.reason().german()).contains("100");
        assertThat(upload.available()).isEqualTo(899);
    }

    @Test
    void countsFaultyRowsTowardsTheLimitOfRows() {
        ListReader reader = new ListReader(ListSamples.TERMS, new ListLimits(1000, 2, 10));

        assertThat(reader.read("Nachname;Titel\nA;\n;Dr.".getBytes(UTF_8), ListRequest.in(Locale.GERMAN)))
                .isInstanceOf(AttendeeList.class);
        assertThat(reader.read("Nachname;Titel\nA;\n;Dr.\nC;".getBytes(UTF_8), ListRequest.in(Locale.GERMAN)))
                .isInstanceOfSatisfying(
                        UnreadableList.class, list -> assertThat(list.fault()).isEqualTo(Fault.TOO_MANY_ROWS));
    }

    private static Fault faultOf(String text) {
        return ListSamples.unreadable(text.getBytes(UTF_8)).fault();
    }
}
