package org.einlass.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.einlass.contract.id.EntryId;
import org.einlass.quality.NeedsProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real print system takes our badges. */
@NeedsProgram({"cupsd", "lpadmin", "cupsreject", "lpr"})
class QueuePrinterTest {
    private static final EntryId PRINT = EntryId.of("01900000-0000-7000-8000-00000000000a");

    @TempDir
    private static Path home;

    private static PrivateCups cups;

    @BeforeAll
    static void startCups() throws Exception {
        cups = PrivateCups.start(home);
        cups.addQueue("Eingang-Ost");
        cups.addQueue("Eingang-West");
        cups.addQueue("Gesperrt");
        cups.stopQueue("Gesperrt");
    }

    @AfterAll
    static void stopCups() throws Exception {
        if (cups != null) {
            cups.stop();
        }
    }

    @Test
    void handsABadgeToAQueueUnderThePrintsId() throws Exception {
        String said = print("Eingang-Ost");

        assertThat(said).contains("check: UNKNOWN").contains("accepted by Eingang-Ost");
        assertThat(cups.documents())
                .anySatisfy(document -> assertThat(Files.readAllBytes(document)).isEqualTo(new TestPages().pdf()));
        assertThat(cups.comesToNote(PRINT.toString())).isTrue();
        assertThat(cups.comesToNote("application/pdf")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"DOCUMENT, 3, 3", "CARDS, 4, 4", "BADGE, 2, 1"})
    void printsAllPagesOfADocumentAndNoBackOfABadgeAsASecondSheet(PrintKind kind, int pages, int printed)
            throws Exception {
        int before = printed(printed);

        assertThat(print("Eingang-West", kind, pages)).contains("accepted by Eingang-West");

        assertThat(printed(printed)).isEqualTo(before + 1);
    }

    /** How many jobs of so many pages there were. */
    private static int printed(int pages) throws IOException {
        int jobs = 0;
        for (Path document : cups.documents()) {
            if (TestPages.pagesOf(Files.readAllBytes(document)) == pages) {
                jobs++;
            }
        }
        return jobs;
    }

    @Test
    void namesTheQueuesThatThereAreWhereOneIsMissing() throws Exception {
        String said = print("Eingang-Nord");

        assertThat(said)
                .contains("check: OFFLINE")
                .contains("„Eingang-Nord“")
                .contains("eingerichtet sind: Eingang-Ost, Eingang-West")
                .contains("there are: Eingang-Ost, Eingang-West")
                .doesNotContain("Exception");
    }

    @Test
    void case17SaysThatAQueueTakesNoJobsAndNotThatAProgramIsMissing() throws Exception {
        String said = print("Gesperrt");

        assertThat(said)
                .contains("check: REJECTING", "QUEUE_REFUSES")
                .contains("„Gesperrt“")
                .doesNotContain("Exception");
        assertThat(said).doesNotContain("PRINT_SYSTEM_INCOMPLETE");
        assertThat(said).doesNotContain("accepted");
    }

    private static String print(String queue) throws IOException, InterruptedException {
        return print(queue, PrintKind.BADGE, 1);
    }

    private static String print(String queue, PrintKind kind, int pages) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                java,
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                PrintOnce.class.getName(),
                queue,
                PRINT.toString(),
                kind.name(),
                String.valueOf(pages));
        builder.environment().put("CUPS_SERVER", cups.address());
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
