package org.einlass.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.print.PrintResult.Reason;
import org.einlass.kiosk.print.PrintResult.Refused;
import org.einlass.kiosk.print.PrintResult.Written;
import org.einlass.reports.PrintedPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderPrinterTest {
    private static final EntryId FIRST = EntryId.of("01900000-0000-7000-8000-000000000001");
    private static final EntryId SECOND = EntryId.of("01900000-0000-7000-8000-000000000002");

    private final PrintedPages pages = new TestPages();

    @TempDir
    private Path folder;

    @Test
    void writesABadgeUnderItsNumberAndThePrintsIdAndNothingElse() throws IOException {
        BadgePrinter printer = new FolderPrinter(folder.resolve("badges"));

        PrintResult result = printer.print(FIRST, pages);

        Path file = folder.resolve("badges").resolve("badge-0001-" + FIRST + ".pdf");
        assertThat(result).isEqualTo(new Written(file));
        assertThat(file).hasBinaryContent(pages.pdf());
        assertThat(files("badges")).containsExactly(file);
    }

    @Test
    void numbersBadgesOnAfterARestart() throws IOException {
        new FolderPrinter(folder).print(FIRST, pages);
        new FolderPrinter(folder).print(SECOND, pages);

        assertThat(files(""))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("badge-0001-" + FIRST + ".pdf", "badge-0002-" + SECOND + ".pdf");
    }

    @Test
    void writesAPrintOnceHoweverOftenItIsAsked() throws IOException {
        BadgePrinter printer = new FolderPrinter(folder);

        PrintResult first = printer.print(FIRST, pages);
        PrintResult again = printer.print(FIRST, pages);

        assertThat(again).isEqualTo(first);
        assertThat(files("")).hasSize(1);
    }

    @Test
    void knowsByItsFilesWhichPrintsItHas() {
        BadgePrinter printer = new FolderPrinter(folder.resolve("badges"));
        assertThat(printer.job(FIRST)).isEqualTo(JobState.NOT_THERE);

        printer.print(FIRST, pages);

        assertThat(new FolderPrinter(folder.resolve("badges")).job(FIRST)).isEqualTo(JobState.PRINTED);
        assertThat(printer.job(SECOND)).isEqualTo(JobState.NOT_THERE);
    }

    @Test
    void saysInOneSentenceThatAFolderCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        BadgePrinter printer = new FolderPrinter(file.resolve("badges"));

        PrintResult result = printer.print(FIRST, pages);

        assertThat(result).isInstanceOfSatisfying(Refused.class, FolderPrinterTest::namesTheFolder);
        PrinterStatus status = printer.status();
        assertThat(status.isBlocked()).isTrue();
        assertThat(status.sentence()).isEqualTo(((Refused) result).sentence());
        assertThat(file).hasContent("not a folder");
    }

    @Test
    void leavesNothingHalfDoneWhereAPageCannotBeSaved() throws IOException {
        BadgePrinter printer = new FolderPrinter(folder);
        printer.print(FIRST, pages);

        assertThatThrownBy(() -> printer.print(SECOND, new BrokenPages())).hasMessage("no page");

        assertThat(files("")).hasSize(1);
    }

    @Test
    void findsNothingWrongWithAGoodFolderAndLeavesItEmpty() throws IOException {
        BadgePrinter printer = new FolderPrinter(folder.resolve("new"));

        assertThat(printer.status().condition()).isEqualTo(PrinterStatus.Condition.READY);
        assertThat(files("new")).isEmpty();
    }

    private static void namesTheFolder(Refused refused) {
        assertThat(refused.reason()).isEqualTo(Reason.FOLDER_UNWRITABLE);
        assertThat(refused.sentence().german())
                .contains("badges")
                .contains("Bitte")
                .doesNotContain("Exception");
        assertThat(refused.sentence().english())
                .contains("badges")
                .contains("Please")
                .doesNotContain("Exception");
    }

    private List<Path> files(String under) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(under))) {
            return files.sorted().toList();
        }
    }
}
