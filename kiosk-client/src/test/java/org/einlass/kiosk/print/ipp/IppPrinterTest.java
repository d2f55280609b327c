package org.einlass.kiosk.print.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.print.CuttingLine;
import org.einlass.kiosk.print.JobState;
import org.einlass.kiosk.print.PaperSize;
import org.einlass.kiosk.print.PrintKind;
import org.einlass.kiosk.print.PrintResult.Accepted;
import org.einlass.kiosk.print.PrintResult.InDoubt;
import org.einlass.kiosk.print.PrintResult.Reason;
import org.einlass.kiosk.print.PrintResult.Refused;
import org.einlass.kiosk.print.PrinterFault;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.kiosk.print.PrinterStatus.Condition;
import org.einlass.kiosk.print.ScriptedPrinter;
import org.einlass.kiosk.print.TestPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IppPrinterTest {
    private static final EntryId EARLIER = EntryId.of("01900000-0000-7000-8000-000000000001");
    private static final EntryId PRINT = EntryId.of("01900000-0000-7000-8000-00000000000a");
    private static final EntryId LATER = EntryId.of("01900000-0000-7000-8000-00000000000b");

    private final ScriptedPrinter script = new ScriptedPrinter();
    private final IppPrinter printer = patient();
    private final TestPages pages = new TestPages();

    /** It waits longer than the slowest machine takes. */
    private IppPrinter patient() {
        return patient(script.uri());
    }

    private static IppPrinter patient(PrinterUri uri) {
        Duration patience = Duration.ofMinutes(1);
        return new IppPrinter("Ost", uri, new IppPrinter.Limits(patience, patience, patience, patience));
    }

    @AfterEach
    void close() {
        script.close();
    }

    @Test
    void isReadyOnlyWhereThePrinterSaysSoAndTellsWhatLiesInIt() {
        PrinterStatus status = printer.status();

        assertThat(status.condition()).isEqualTo(Condition.READY);
        assertThat(status.loaded()).containsExactly(new PaperSize(105, 148));
        assertThat(status.word()).isEqualTo("READY");
    }

    @ParameterizedTest
    @CsvSource({
        "media-empty-error, PAPER_OUT, Papier ist leer, out of paper",
        "media-needed, PAPER_OUT, Papier ist leer, out of paper",
        "cover-open, COVER_OPEN, Klappe, cover",
        "door-open-report, COVER_OPEN, Klappe, cover",
        "media-jam-warning, PAPER_JAM, Papierstau, jam",
        "offline-report, OFFLINE, nicht zu erreichen, cannot be reached",
        "paused, PAUSED, angehalten, paused",
        "toner-empty-error, SUPPLY_EMPTY, Toner, Toner",
        "output-area-full-error, TRAY_FULL, Ausgabefach, tray",
        "fuser-over-temp-error, STOPPED, steht still, stands still",
        "none, STOPPED, steht still, stands still",
    })
    void namesTheFaultOfAStoppedPrinterToTheTeam(String reason, PrinterFault fault, String german, String english) {
        script.stop(reason);

        PrinterStatus status = printer.status();

        assertThat(status.isBlocked()).isTrue();
        assertThat(status.faults()).containsExactly(fault);
        assertThat(status.sentence().german()).contains("„Ost“", german, "Bitte");
        assertThat(status.sentence().english()).contains("“Ost”", english).containsIgnoringCase("please");
        assertThat(status.word()).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void isReadyAgainAsSoonAsItWasMended() {
        script.stop("media-empty-error");
        assertThat(printer.status().isBlocked()).isTrue();

        script.mend();

        assertThat(printer.status().condition()).isEqualTo(Condition.READY);
    }

    @Test
    void saysThatPaperRunsOutWhileItStillPrints() {
        script.say("media-low-report");

        assertThat(printer.status().condition()).isEqualTo(Condition.ATTENTION);
        assertThat(printer.print(PRINT, pages)).isEqualTo(new Accepted("Ost"));
    }

    @Test
    void printsOnWhereOneTrayOfSeveralIsEmpty() {
        script.say("media-empty-warning");

        assertThat(printer.status().condition()).isEqualTo(Condition.ATTENTION);
        assertThat(printer.status().faults()).containsExactly(PrinterFault.PAPER_OUT);
        assertThat(printer.print(PRINT, pages)).isEqualTo(new Accepted("Ost"));
    }

    @Test
    void takesNoMomentaryLookForThePrinterForAFault() {
        script.say("connecting-to-device");

        assertThat(printer.status().condition()).isEqualTo(Condition.READY);
    }

    @Test
    void isNeverCalledReadyWhereItTellsNothing() {
        script.tellsNothing();

        PrinterStatus status = printer.status();

        assertThat(status.condition()).isEqualTo(Condition.UNKNOWN);
        assertThat(status.isBlocked()).isFalse();
        assertThat(status.sentence().german()).contains("Zustand unbekannt").doesNotContain("Bereit");
    }

    @Test
    void isOfflineWhereNobodyAnswers() {
        script.close();

        assertThat(printer.status().faults()).containsExactly(PrinterFault.OFFLINE);
        assertThat(printer.print(PRINT, pages)).isInstanceOf(Refused.class);
        assertThat(printer.job(PRINT)).isEqualTo(JobState.UNREACHABLE);
    }

    @Test
    void isOfflineWhereSomebodyTakesTheCallAndSaysNothing() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            IppPrinter silent = new IppPrinter(
                    "Ost", new PrinterUri(URI.create("ipp://127.0.0.1:" + mute.getLocalPort() + "/ipp/print")));

            assertThat(silent.status().faults()).containsExactly(PrinterFault.OFFLINE);
        }
    }

    @Test
    void printsTheBackWhereThePrinterTurnsSheetsOverAndNeverAsASecondSheet() {
        assertThat(printer.print(EARLIER, new TestPages(2))).isEqualTo(new Accepted("Ost"));
        script.turnsSheetsOver();
        assertThat(printer.print(PRINT, new TestPages(2))).isEqualTo(new Accepted("Ost"));

        assertThat(script.jobs())
                .extracting(ScriptedPrinter.Job::sides)
                .containsExactly("one-sided", "two-sided-long-edge");
    }

    @ParameterizedTest
    @CsvSource({
        "DOCUMENT, false, 3, one-sided",
        "DOCUMENT, true, 3, two-sided-long-edge",
        "CARDS, false, 3, one-sided",
        "CARDS, true, 3, one-sided",
        "BADGE, false, 1, one-sided",
        "BADGE, true, 3, two-sided-long-edge",
    })
    void printsAllPagesOfADocumentAndCardsOnSidesOfTheirOwn(
            PrintKind kind, boolean turnsSheetsOver, int printed, String sides) {
        if (turnsSheetsOver) {
            script.turnsSheetsOver();
        }

        assertThat(printer.print(PRINT, kind, new TestPages(3))).isEqualTo(new Accepted("Ost"));

        ScriptedPrinter.Job job = script.jobs().get(0);
        assertThat(TestPages.pagesOf(job.document())).isEqualTo(printed);
        assertThat(job.sides()).isEqualTo(sides);
    }

    @ParameterizedTest
    @CsvSource({"DOCUMENT", "CARDS"})
    void sendsNoDocumentToAPrinterInWhichOtherPaperLies(PrintKind kind) {
        script.load("om_label_62x100mm");

        assertThat(printer.print(PRINT, kind, pages)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.OTHER_PAPER);
            assertThat(refused.sentence().german()).contains("62 x 100 mm", "105 x 148 mm", "printer.documents");
            assertThat(refused.sentence().english()).contains("62 x 100 mm", "105 x 148 mm", "printer.documents");
        });
        assertThat(script.jobs()).isEmpty();
        script.load("om_label_62x100mm", "iso_a6_105x148mm");
        assertThat(printer.print(PRINT, kind, pages)).isEqualTo(new Accepted("Ost"));
        script.load();
        assertThat(printer.print(EARLIER, kind, pages)).isEqualTo(new Accepted("Ost"));
    }

    @Test
    void speaksOfPagesWhereThoseWereNoBadge() {
        script.takesSilently(true);
        assertThat(printer.print(PRINT, PrintKind.DOCUMENT, pages))
                .isInstanceOfSatisfying(
                        InDoubt.class,
                        doubt -> assertThat(doubt.sentence().german())
                                .contains("Seiten")
                                .doesNotContain("Namensschild"));
    }

    @Test
    void handsOverThePagesUnderThePrintsIdOnThePaperThatLiesThere() {
        assertThat(printer.print(PRINT, pages)).isEqualTo(new Accepted("Ost"));

        assertThat(script.jobs()).hasSize(1);
        ScriptedPrinter.Job job = script.jobs().get(0);
        assertThat(job.name()).isEqualTo(PRINT.toString());
        assertThat(job.paper()).isEqualTo("10500x14800");
        assertThat(new String(job.document(), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
    }

    @Test
    void asksForThePagesOwnPaperWhereThePrinterDoesNotTellWhatLiesInIt() {
        script.load();

        printer.print(PRINT, pages);

        assertThat(script.jobs().get(0).paper()).isEqualTo("10500x14800");
    }

    @Test
    void sendsNothingToAPrinterThatIsOutOfPaper() {
        script.stop("media-empty-error");

        assertThat(printer.print(PRINT, pages)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.PRINTER_STOPPED);
            assertThat(refused.sentence().german()).contains("Papier ist leer");
        });
        assertThat(script.jobs()).isEmpty();
    }

    @Test
    void saysThatAQueueRejectsJobs() {
        script.rejecting();

        assertThat(printer.status().faults()).containsExactly(PrinterFault.REJECTING);
        assertThat(printer.print(PRINT, pages)).isInstanceOf(Refused.class);
    }

    @Test
    void saysThatAPrinterTakesNoPdf() {
        script.takes("image/urf", "image/pwg-raster");

        assertThat(printer.print(PRINT, pages)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.NO_PDF);
            assertThat(refused.sentence().german()).contains("CUPS");
        });
        assertThat(script.jobs()).isEmpty();
    }

    @Test
    void followsAJobUntilItIsOnPaper() {
        script.slow();
        printer.print(PRINT, pages);
        assertThat(printer.job(PRINT)).isEqualTo(JobState.WAITING);

        script.stop("media-empty-error");
        assertThat(printer.job(PRINT)).isEqualTo(JobState.HELD_UP);

        script.mend();
        script.finish();
        assertThat(printer.job(PRINT)).isEqualTo(JobState.PRINTED);
    }

    @Test
    void isInDoubtWhereThePagesWereSentAndNoAnswerCame() {
        script.takesSilently(true);

        assertThat(printer.print(PRINT, pages)).isInstanceOf(InDoubt.class);

        assertThat(script.jobs()).hasSize(1);
        assertThat(printer.job(PRINT)).isEqualTo(JobState.PRINTED);
    }

    /** Else a printer that was idle would be called offline, and its badge would be a case for a person. */
    @Test
    void aLineThatThePrinterHasCutIsNoFaultAndNoPageIsSentTwice() throws Exception {
        try (CuttingLine line = new CuttingLine(script.uri())) {
            IppPrinter cut = patient(line.uri());

            for (EntryId print : List.of(EARLIER, PRINT, LATER)) {
                assertThat(cut.status().condition()).isEqualTo(Condition.READY);
                assertThat(cut.print(print, pages)).isEqualTo(new Accepted("Ost"));
                assertThat(cut.job(print)).isEqualTo(JobState.PRINTED);
            }

            assertThat(line.cuts()).isPositive();
            assertThat(script.jobs())
                    .extracting(ScriptedPrinter.Job::name)
                    .containsExactly(EARLIER.toString(), PRINT.toString(), LATER.toString());
        }
    }

    @Test
    void tellsHowManyLabelsAreLeftWhereThePrinterCountsThem() {
        printer.status();
        assertThat(printer.labels()).isEmpty();

        script.rollOf(42);
        printer.status();

        assertThat(printer.labels()).hasValue(42);
    }

    @Test
    void findsAJobByItsNameAfterARestart() {
        printer.print(PRINT, pages);

        assertThat(patient().job(PRINT)).isEqualTo(JobState.PRINTED);
    }

    @Test
    void saysThatAJobNeverWasThereOnlyWhereTheMemoryReachesBackFarEnough() {
        assertThat(printer.job(PRINT)).isEqualTo(JobState.CANNOT_SAY);

        printer.print(EARLIER, pages);

        assertThat(printer.job(PRINT)).isEqualTo(JobState.NOT_THERE);
    }

    /** The wiped printer gives the numbers of our old jobs to new ones. */
    @Test
    void takesNoJobOfAWipedPrinterForAnOlderOneOfTheSameNumber() {
        script.listsNoNames();
        printer.print(EARLIER, pages);
        assertThat(printer.job(PRINT)).isEqualTo(JobState.NOT_THERE);
        script.wipe();
        patient().print(LATER, pages);

        assertThat(printer.job(EARLIER)).isEqualTo(JobState.CANNOT_SAY);
        assertThat(printer.job(PRINT)).isEqualTo(JobState.CANNOT_SAY);
        assertThat(printer.job(LATER)).isEqualTo(JobState.PRINTED);
    }

    @Test
    void cannotSayWhereItForgetsHidesNamesOrListsNothing() {
        printer.print(EARLIER, pages);
        assertThat(printer.job(PRINT)).isEqualTo(JobState.NOT_THERE);

        script.hidesNames();
        assertThat(printer.job(PRINT)).isEqualTo(JobState.CANNOT_SAY);

        script.listsNoJobs();
        assertThat(printer.job(PRINT)).isEqualTo(JobState.CANNOT_SAY);
    }

    @Test
    void takesAJobBackOnlyWhereThePrinterSaysSo() {
        script.slow();
        printer.print(PRINT, pages);
        assertThat(printer.cancel(PRINT)).isTrue();
        assertThat(printer.cancel(PRINT)).isFalse();

        printer.print(EARLIER, pages);
        script.finish();
        assertThat(printer.cancel(EARLIER)).isFalse();
        assertThat(script.printed()).isEqualTo(List.of(EARLIER.toString()));
    }

    @ParameterizedTest
    @CsvSource({"http://printer/ipp", "ipp:///ipp", "ipp://anna:secret@printer/ipp", "printer"})
    void takesOnlyAddressesOfPrinters(String text) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new PrinterUri(URI.create(text)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
