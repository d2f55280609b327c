package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.print.BadgePrinter;
import org.einlass.kiosk.print.JobState;
import org.einlass.kiosk.print.PrintKind;
import org.einlass.kiosk.print.PrintResult;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.kiosk.print.TestPages;
import org.einlass.reports.PrintedPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk's lists and reports beside its badges. */
class DocumentPrintingTest {
    @TempDir
    private Path folder;

    @Test
    void aSlowPrinterOfDocumentsHoldsUpNoBadge() throws Exception {
        SlowPrinter documents = new SlowPrinter("A4");
        Badges badges = new Badges();
        try (FakeServer server = new FakeServer();
                Kiosk desk = KioskFactory.of(settings(server), documents, badges)) {
            server.says(Sample.ticket(1).text(), scan -> Sample.admitted(scan, Sample.badge(1, false)));
            desk.ready().get(1, TimeUnit.MINUTES);
            CompletableFuture<PrintResult> list = desk.printDocument(PrintKind.DOCUMENT, new TestPages(3));
            assertThat(documents.printing.await(1, TimeUnit.MINUTES)).isTrue();

            desk.read(Sample.ticket(1).text());

            assertThat(badges.printed.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(list).isNotDone();
            documents.ends.countDown();
            assertThat(list.get(1, TimeUnit.MINUTES)).isEqualTo(new PrintResult.Accepted("A4 DOCUMENT 3"));
        }
    }

    @Test
    void documentsWaitBehindBadgesWhereBothComeOutOfOnePrinter() throws Exception {
        SlowPrinter documents = new SlowPrinter(folder.resolve("badges").toString());
        documents.ends.countDown();
        try (FakeServer server = new FakeServer();
                Kiosk desk = KioskFactory.of(settings(server), documents, new Badges())) {
            desk.printDocument(PrintKind.CARDS, new TestPages()).get(1, TimeUnit.MINUTES);

            assertThat(documents.thread).isEqualTo("einlass-printer");
        }
    }

    private KioskSettings settings(FakeServer server) {
        return KioskSettings.read(
                Path.of(""),
                Map.of(
                        "server",
                        server.address().toString(),
                        "event",
                        Sample.EVENT.toString(),
                        "door",
                        Sample.DOOR.toString(),
                        "token",
                        FakeServer.TOKEN,
                        "kind",
                        "desk",
                        "deadline",
                        "10000",
                        "printer",
                        "folder:" + folder.resolve("badges"),
                        "store",
                        folder.resolve("store").toString()));
    }

    /** Sees a badge come out. */
    private static final class Badges implements KioskView {
        private final CountDownLatch printed = new CountDownLatch(1);

        @Override
        public void reading(EntryId scan) {}

        @Override
        public void passed(ShownOutcome shownOutcome) {}

        @Override
        public void unable(EntryId scan, Trouble trouble) {
            throw new AssertionError(trouble);
        }

        @Override
        public void printing(EntryId scan) {}

        @Override
        public void printed(EntryId scan, String where) {
            printed.countDown();
        }

        @Override
        public void notPrinted(EntryId scan, Wording sentence) {
            throw new AssertionError(sentence.english());
        }
    }

    /** It takes as long as the test wants. */
    private static final class SlowPrinter implements BadgePrinter {
        private final String name;
        private final CountDownLatch printing = new CountDownLatch(1);
        private final CountDownLatch ends = new CountDownLatch(1);
        private volatile String thread = "";

        SlowPrinter(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public PrinterStatus status() {
            return PrinterStatus.unknown(name, -1);
        }

        @Override
        public PrintResult print(EntryId print, PrintKind kind, PrintedPages pages) {
            thread = Thread.currentThread().getName();
            printing.countDown();
            try {
                ends.await();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
            return new PrintResult.Accepted(name + " " + kind + " " + pages.count());
        }

        @Override
        public JobState job(EntryId print) {
            return JobState.CANNOT_SAY;
        }
    }
}
