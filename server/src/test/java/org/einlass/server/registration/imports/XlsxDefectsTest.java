package org.einlass.server.registration.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.einlass.contract.Wording;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.registration.Category;
import org.einlass.contract.wire.ImportReport;
import org.einlass.server.database.Databases;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.registration.imports.list.AttendeeList;
import org.einlass.server.registration.imports.list.EventDays;
import org.einlass.server.registration.imports.list.EventTerms;
import org.einlass.server.registration.imports.list.ListLimits;
import org.einlass.server.registration.imports.list.ListReader;
import org.einlass.server.registration.imports.list.ListRequest;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What workbooks say beside the text of their cells: formats, lines through names, merged cells, further sheets. */
final class XlsxDefectsTest {
    @TempDir
    Path folder;

    @Test
    void aNumberIsReadWithTheZerosThatItIsShownWith() throws IOException {
        byte[] file = workbook(sheet("Liste", List.of("Key", "Nachname", "Ticketcode"), sheet -> {
            row(sheet, 1, null, "Schmidt");
            sheet.value(1, 0, 123);
            sheet.style(1, 0).format("00000").set();
            sheet.value(1, 2, 42);
            sheet.style(1, 2).format("\"K-\"000-000").set();
        }));
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            side.take(false, List.of(), file);

            assertThat(side.holder("K-000-042")).isEqualTo("Schmidt");
            assertThat(side.store()
                            .read(handle -> RegistrationTable.page(handle, ImportServices.EVENT, "", null, 10))
                            .get(0)
                            .ownKey())
                    .isEqualTo("00123");
        }
    }

    @Test
    void whoIsStruckThroughIsAskedAbout() throws IOException {
        assertAsked(
                workbook(sheet("Liste", List.of("Vorname", "Nachname"), sheet -> {
                    row(sheet, 1, "Eva", "Schmidt");
                    row(sheet, 2, "Jan", "Kurz");
                    sheet.style(2, 1).strikethrough().set();
                })),
                "value.durchgestrichen.durchgestrichen:cancelled",
                "Eva Schmidt CONFIRMED",
                "Jan Kurz CANCELLED");
    }

    @Test
    void whoIsHiddenIsAskedAbout() throws IOException {
        assertAsked(
                workbook(sheet("Liste", List.of("Vorname", "Nachname"), sheet -> {
                    row(sheet, 1, "Eva", "Schmidt");
                    row(sheet, 2, "Jan", "Kurz");
                    sheet.hideRow(2);
                })),
                "value.ausgeblendet.ausgeblendet:cancelled",
                "Eva Schmidt CONFIRMED",
                "Jan Kurz CANCELLED");
    }

    @Test
    void aCommentThatSomebodyHasCancelledIsAskedAbout() throws IOException {
        assertAsked(
                workbook(sheet("Liste", List.of("Vorname", "Nachname"), sheet -> {
                    row(sheet, 1, "Eva", "Schmidt");
                    row(sheet, 2, "Jan", "Kurz");
                    sheet.comment(2, 0, "hat abgesagt");
                })),
                "column.kommentar-der-zelle:status",
                "Eva Schmidt CONFIRMED",
                "Jan Kurz CANCELLED");
    }

    @Test
    void aWorkbookWithNothingButCancelledPeopleIsAskedAbout() throws IOException {
        assertAsked(
                workbook(sheet("Absagen", List.of("Vorname", "Nachname"), sheet -> row(sheet, 1, "Eva", "Schmidt"))),
                "column.zwischenuberschrift:status",
                "Eva Schmidt CANCELLED");
    }

    @Test
    void furtherSheetsOfTheSameHeadingsAreReadWhereAnOrganiserSaysSo() throws IOException {
        List<String> headings = List.of("Vorname", "Nachname");
        ImportReport report = assertAsked(
                workbook(
                        sheet("Bund", headings, sheet -> row(sheet, 1, "Eva", "Schmidt")),
                        sheet("Land", headings, sheet -> {
                            row(sheet, 1, "Jan", "Kurz");
                            row(sheet, 2, "Ole");
                        })),
                "column.sheets:all",
                "Eva Schmidt CONFIRMED",
                "Jan Kurz CONFIRMED");

        assertThat(report.rejected()).extracting(one -> one.line()).containsExactly(5L);
    }

    @Test
    void aSheetForEachDayTellsWhoComesWhen() throws IOException {
        List<String> headings = List.of("Vorname", "Nachname");
        EventTerms terms = new EventTerms(
                List.of(new Category(new CategoryId("guest"), Wording.same("Guest"), "#1d5a96", true)),
                List.of(),
                List.of(),
                new EventDays(LocalDate.parse("2026-11-28"), LocalDate.parse("2026-11-29")));
        byte[] file = workbook(
                sheet("Sa 28.11.", headings, sheet -> {
                    row(sheet, 1, "Eva", "Schmidt");
                    row(sheet, 2, "Jan", "Kurz");
                }),
                sheet("So 29.11.", headings, sheet -> {
                    row(sheet, 1, "Ole", "Lang");
                    row(sheet, 2, "Eva", "Schmidt");
                }));
        ListRequest request = new ListRequest(Locale.ENGLISH, null, ImportAnswers.of(List.of("column.sheets:all")));

        AttendeeList list = (AttendeeList) new ListReader(terms, ListLimits.USUAL).read(file, request);

        assertThat(list.questions()).isEmpty();
        assertThat(list.problems()).isEmpty();
        assertThat(list.guests())
                .extracting(one -> one.attendee().fullName() + " "
                        + one.days().stream()
                                .map(LocalDate::getDayOfMonth)
                                .sorted()
                                .toList())
                .containsExactly("Eva Schmidt [28, 29]", "Jan Kurz [28]", "Ole Lang [29]");
    }

    @Test
    void mergedCellsCountForEachOfTheirRows() throws IOException {
        byte[] file = workbook(sheet("Liste", List.of("Organisation", "Vorname", "Nachname"), sheet -> {
            row(sheet, 1, "Stadt Gera", "Eva", "Schmidt");
            row(sheet, 2, null, "Jan", "Kurz");
            sheet.range(1, 0, 2, 0).merge();
            row(sheet, 3, null, "Ole", "Lang");
        }));
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            side.take(false, List.of(), file);

            assertThat(side.people()).containsExactly("Eva Schmidt, Stadt Gera", "Jan Kurz, Stadt Gera", "Ole Lang, ");
        }
    }

    /** Nothing is stored before the answer; returns what was reported with it. */
    private ImportReport assertAsked(byte[] file, String answer, String... people) throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            String question = answer.substring(0, answer.lastIndexOf(':'));
            assertThat(side.take(true, List.of(), file).questions())
                    .anyMatch(one -> one.id().equals(question) && one.blocksAll());

            ImportReport report = side.take(false, List.of(answer), file);

            List<Registration> registered =
                    side.store().read(handle -> RegistrationTable.page(handle, ImportServices.EVENT, "", null, 100));
            assertThat(registered)
                    .extracting(one -> one.particulars().attendee().fullName() + " "
                            + one.particulars().status())
                    .containsExactlyInAnyOrder(people);
            return report;
        }
    }

    @SafeVarargs
    private static byte[] workbook(Consumer<Workbook>... sheets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Workbook workbook = new Workbook(out, "Excel", "1.0");
        for (Consumer<Workbook> sheet : sheets) {
            sheet.accept(workbook);
        }
        workbook.finish();
        return out.toByteArray();
    }

    private static Consumer<Workbook> sheet(String name, List<String> headings, Consumer<Worksheet> content) {
        return workbook -> {
            Worksheet sheet = workbook.newWorksheet(name);
            row(sheet, 0, headings.toArray(String[]::new));
            content.accept(sheet);
        };
    }

    private static void row(Worksheet sheet, int row, String... fields) {
        for (int column = 0; column < fields.length; column++) {
            if (fields[column] != null) {
                sheet.value(row, column, fields[column]);
            }
        }
    }
}
