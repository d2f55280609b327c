package org.einlass.server.registration.imports.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.einlass.server.registration.imports.list.UnreadableList.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Excel workbooks, written part by part as Excel writes them. */
final class XlsxFileTest {
    private static final String PEOPLE = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Teilnehmerliste</t></is></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><t>Teilnehmer-ID</t></is></c>
              <c r="B3" t="inlineStr"><is><t>Vorname</t></is></c><c r="C3" t="inlineStr"><is><t>Nachname</t></is></c>
              <c r="D3" t="inlineStr"><is><t>Tage</t></is></c>
              <c r="E3" t="inlineStr"><is><t>Ticket storniert</t></is></c></row>
            <row r="4"><c r="A4"><v>4711</v></c><c r="B4" t="inlineStr"><is><t>Jörg</t></is></c>
              <c r="C4" t="str"><f>"Mül"&amp;"ler"</f><v>Müller</v></c><c r="D4" s="1"><v>44746</v></c>
              <c r="E4" t="b"><v>0</v></c></row>
            <row r="5"><c r="A5"><v>1.12119122431844E+23</v></c><c r="B5" t="inlineStr"><is><t>Eva</t></is></c>
              <c r="C5" t="inlineStr"><is><t>Weiß</t></is></c></row>
            <row r="6"><c r="A6"><v>4712</v></c><c r="B6" t="inlineStr"><is><t>Jan</t></is></c>
              <c r="C6" t="inlineStr"><is><t>Kurz</t></is></c><c r="E6" t="b"><v>1</v></c></row>
            """;

    @Test
    void readsTheSheetWithTheHeadingsAndNamesTheOthers() throws IOException {
        AttendeeList list = ListSamples.guests(
                workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Notizen</t></is></c></row>", PEOPLE));

        assertThat(list.guests())
                .extracting(guest -> guest.line() + " " + guest.key().text() + " "
                        + guest.attendee().fullName() + " " + guest.days() + " " + guest.status())
                .containsExactly("4 own:4711 Jörg Müller [2022-07-04] CONFIRMED", "6 own:4712 Jan Kurz [] CANCELLED");
        assertThat(list.problems())
                .extracting(problem -> problem.line() + " " + problem.reason())
                .containsExactly("5 The spreadsheet has lost digits of this number.");
        assertThat(list.preview().notes())
                .anySatisfy(note -> assertThat(note.english()).contains("Blatt1", "Blatt2"));
    }

    @Test
    void refusesAWorkbookThatUnfoldsTooFar() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] blanks = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte < 201; megabyte++) {
                zip.write(blanks);
            }
        }

        assertThat(ListSamples.unreadable(out.toByteArray()).fault()).isEqualTo(Fault.TOO_LARGE);
    }

    @Test
    void refusesAWorkbookThatDeclaresEntities() throws IOException {
        byte[] file = zipped(List.of(List.of(
                "xl/workbook.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><workbook>&e;</workbook>")));

        assertThat(ListSamples.unreadable(file).fault()).isEqualTo(Fault.BROKEN_WORKBOOK);
    }

    @Test
    void refusesABrokenWorkbookAndAnyOtherArchiveInOneSentence() throws IOException {
        assertThat(ListSamples.unreadable(zipped(List.of(List.of("xl/workbook.xml", "<workbook"))))
                        .fault())
                .isEqualTo(Fault.BROKEN_WORKBOOK);
        assertThat(ListSamples.unreadable(zipped(List.of(List.of("fotos/1.txt", "x"))))
                        .fault())
                .isEqualTo(Fault.NOT_TEXT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            content.xml            | a LibreOffice spreadsheet (.ods)
            xl/workbook.bin        | an Excel binary workbook (.xlsb)
            Index/Document.iwa     | an Apple Numbers spreadsheet
            word/document.xml      | a Word document
            """)
    void namesTheProgramOfAnArchiveThatIsNoWorkbook(String part, String named) throws IOException {
        UnreadableList list = ListSamples.unreadable(zipped(List.of(List.of(part, "x"))));

        assertThat(list.reason().english()).isEqualTo("The file is " + named + ".");
        assertThat(list.remedy().english()).contains("save it with \"Save as\" as an Excel workbook (.xlsx)");
    }

    @Test
    void namesTheRowWithTooManyColumns() throws IOException {
        UnreadableList list = ListSamples.unreadable(
                workbook("<row r=\"1\"><c r=\"ALM1\" t=\"inlineStr\"><is><t>Nachname</t></is></c></row>"));

        assertThat(list.fault()).isEqualTo(Fault.TOO_MANY_COLUMNS);
    }

    private static byte[] workbook(String... sheets) throws IOException {
        StringBuilder names = new StringBuilder();
        StringBuilder links = new StringBuilder();
        List<List<String>> parts = new ArrayList<>();
        for (int at = 1; at <= sheets.length; at++) {
            names.append("<sheet name=\"Blatt")
                    .append(at)
                    .append("\" sheetId=\"")
                    .append(at)
                    .append("\" r:id=\"r")
                    .append(at)
                    .append("\"/>");
            links.append("<Relationship Id=\"r")
                    .append(at)
                    .append("\" Type=\"http://schemas.openxmlformats.org/")
                    .append("officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet")
                    .append(at)
                    .append(".xml\"/>");
            parts.add(List.of("xl/worksheets/sheet" + at + ".xml", """
                    <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                    """ + sheets[at - 1] + "</sheetData></worksheet>"));
        }
        parts.add(List.of("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Override PartName="/xl/workbook.xml"
                 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/styles.xml"
                 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
                """));
        parts.add(List.of("xl/workbook.xml", """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
                """ + names + "</sheets></workbook>"));
        parts.add(List.of("xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                """ + links + "</Relationships>"));
        parts.add(List.of("xl/styles.xml", """
                <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
                <cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>
                """));
        return zipped(parts);
    }

    private static byte[] zipped(List<List<String>> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (List<String> part : parts) {
                zip.putNextEntry(new ZipEntry(part.get(0)));
                zip.write(part.get(1).getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }
}
