package org.einlass.kiosk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.gate.ThreadExecutor;
import org.einlass.kiosk.print.BadgePrinter;
import org.einlass.kiosk.print.JobState;
import org.einlass.kiosk.print.PrintKind;
import org.einlass.kiosk.print.PrintResult;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.kiosk.print.PrinterWatch;
import org.einlass.kiosk.print.ScriptedPrinter;
import org.einlass.kiosk.print.TestPages;
import org.einlass.kiosk.print.ipp.IppPrinter;
import org.einlass.kiosk.queue.PrintJob.Stage;
import org.einlass.kiosk.store.DeviceStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintQueueTest {
    private static final int EARLIER = 1;
    private static final int BADGE = 2;
    private static final int REPRINT = 3;

    @TempDir
    private Path folder;

    private final ScriptedPrinter script = new ScriptedPrinter();
    private final ScriptedPrinter next = new ScriptedPrinter();
    private final List<String> heard = new ArrayList<>();
    private final List<Wording> team = new ArrayList<>();
    private int starts;
    private int prints;
    private long now;
    private DeviceStore store;
    private PrintQueue queue;
    private BadgePrinter own;
    private CrashMoment crash = CrashMoment.NEVER;
    private boolean diskIsFull;

    @BeforeEach
    void open() {
        start(false);
    }

    @AfterEach
    void close() {
        store.close();
        script.close();
        next.close();
    }

    @Test
    void tellsABadgeOnItsWayAndOnPaper() {
        script.slow();
        submit(BADGE);
        follow();
        assertThat(heard).containsExactly("RENDERED", "ACCEPTED");

        script.finish();
        follow();

        assertThat(heard).containsExactly("RENDERED", "ACCEPTED", "PRINTED");
        assertThat(queue.open()).isEmpty();
        assertThat(store.printJobs().open()).isEmpty();
    }

    @Test
    void printsABadgeOnceHoweverOftenItsGuestScans() {
        script.slow();
        submit(BADGE);
        submit(BADGE);

        assertThat(script.jobs()).hasSize(1);
        assertThat(heard).containsExactly("RENDERED", "ACCEPTED", "delayed");
    }

    @Test
    void waitsAsLongAsItTakesAndSendsTheGuestAwayOnlyFromAPrinterThatStandsStill() {
        script.slow();
        submit(BADGE);
        pass(PrintQueue.BLOCKED.toNanos());
        follow();
        assertThat(heard).doesNotContain("delayed");

        script.stop("media-empty-error");
        follow();
        assertThat(heard).doesNotContain("delayed");
        pass(PrintQueue.BLOCKED.toNanos());
        follow();
        follow();

        assertThat(heard).containsOnlyOnce("delayed");
        assertThat(team.get(0).german()).contains("Papier ist leer");

        script.mend();
        script.finish();
        follow();
        assertThat(heard).endsWith("PRINTED");
        assertThat(script.printed()).hasSize(1);
    }

    @Test
    void waitsForNoBadgeForEver() {
        script.slow();
        submit(BADGE);
        pass(PrintQueue.LONGEST_WAIT.toNanos());
        follow();

        assertThat(heard).endsWith("delayed");
    }

    @Test
    void leavesABadgeThatThePrinterRefusesToItsNeighbour() {
        start(true);
        script.stop("media-empty-error");

        submit(BADGE);
        follow();

        assertThat(script.jobs()).isEmpty();
        assertThat(next.printed()).hasSize(1);
        assertThat(heard).endsWith("delayed", "PRINTED");
        assertThat(team.get(0).german()).contains("Nachbardrucker „West“");
    }

    @Test
    void takesABadgeBackFromAPrinterThatStandsStillBeforeTheNeighbourPrintsIt() {
        start(true);
        script.slow();
        submit(BADGE);
        script.stop("media-empty-error");
        follow();
        pass(PrintQueue.BLOCKED.toNanos());
        follow();

        script.mend();
        script.finish();
        follow();

        assertThat(script.printed()).isEmpty();
        assertThat(next.printed()).hasSize(1);
        assertThat(heard).containsOnlyOnce("delayed").endsWith("PRINTED");
    }

    /** The morning of a roll that empties: everybody has one badge in the end, and nobody two. */
    @Test
    void theRollEmptiesAtBadge83Of200AndNobodyIsWithoutABadgeOrHasTwo() {
        start(true);
        int people = 200;
        int empty = 83;
        for (int badge = 1; badge <= people; badge++) {
            if (badge == empty) {
                script.slow();
                submit(badge);
                script.stop("media-empty-error");
                follow();
                pass(PrintQueue.BLOCKED.toNanos());
            } else {
                submit(badge);
            }
            follow();
            if (badge == empty) {
                assertThat(next.printed()).as("83 comes out beside it").hasSize(1);
                assertThat(team)
                        .last()
                        .satisfies(said -> assertThat(said.german()).contains("„West“"));
                script.printsAgain();
            }
        }
        follow();

        List<String> all = new ArrayList<>();
        all.addAll(script.printed());
        all.addAll(next.printed());
        assertThat(all).hasSize(people).doesNotHaveDuplicates();
        assertThat(script.printed()).hasSize(people - 1);
        assertThat(heard.stream().filter("PRINTED"::equals)).hasSize(people);
        assertThat(heard.stream().filter("delayed"::equals)).hasSize(1);
        assertThat(queue.open()).isEmpty();
    }

    /** The watch looks every second: a fault is known to the team two seconds after it began at the latest. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "media-empty-error",
                "cover-open-error",
                "media-jam-error",
                "paused",
                "shutdown",
                "toner-empty-error"
            })
    void eachFaultIsNamedAndGoneAfterItWasMended(String fault) throws Exception {
        BlockingQueue<PrinterStatus> told = new LinkedBlockingQueue<>();
        ThreadExecutor loop = new ThreadExecutor("printer-of-a-test");
        try (loop) {
            loop.execute(new PrinterWatch(loop, own, status -> status, told::add, status -> {})::begin);
            assertThat(told.poll(60, TimeUnit.SECONDS).isBlocked()).isFalse();

            script.stop(fault);
            PrinterStatus named = told.poll(60, TimeUnit.SECONDS);
            assertThat(named.isBlocked()).isTrue();

            script.mend();
            assertThat(told.poll(60, TimeUnit.SECONDS).isBlocked()).isFalse();
        }
    }

    @Test
    void theNeighbourPrintsWhatThePrinterGivesBackLater() {
        start(true);
        script.slow().givesBackLater();
        submit(BADGE);
        script.stop("media-empty-error");
        follow();
        pass(PrintQueue.BLOCKED.toNanos());
        follow();
        assertThat(next.printed()).isEmpty();

        script.abort();
        follow();
        follow();

        assertThat(next.printed()).hasSize(1);
        assertThat(heard).endsWith("PRINTED").doesNotContain("FAILED");
        assertThat(team).last().satisfies(said -> assertThat(said.german()).contains("Nachbardrucker „West“"));
    }

    @Test
    void aPersonDecidesWhetherAnUnclearBadgeCameOutAndOnlyThenItIsPrintedAgain() {
        PrintJob unclear = becomesUnclear();
        int sent = script.jobs().size();
        submit(BADGE);
        assertThat(script.jobs()).as("nothing is sent by itself").hasSize(sent);

        queue.decide(unclear.print(), false);
        assertThat(queue.unclear(unclear.registration())).isEmpty();
        submit(BADGE);
        script.finish();
        follow();

        assertThat(script.jobs()).hasSize(sent + 1);
        assertThat(heard).last().isEqualTo("PRINTED");
        assertThat(store.printJobs().open()).isEmpty();
    }

    @Test
    void anUnclearBadgeThatIsThereIsPrinted() {
        PrintJob unclear = becomesUnclear();

        queue.decide(unclear.print(), true);
        queue.decide(unclear.print(), false);

        assertThat(heard).last().isEqualTo("PRINTED");
        assertThat(queue.open()).isEmpty();
        assertThat(store.printJobs().open()).isEmpty();
    }

    private PrintJob becomesUnclear() {
        submit(EARLIER);
        follow();
        script.slow();
        submit(BADGE);
        follow();
        script.losesWhatWaits();
        follow();
        follow();
        follow();
        return queue.open().get(0);
    }

    @Test
    void whatWasTakenAndIsForgottenStaysUnclear() {
        submit(EARLIER);
        follow();
        script.slow();
        submit(BADGE);
        follow();
        script.losesWhatWaits();

        follow();
        follow();
        follow();
        start(false);
        follow();
        follow();

        assertThat(queue.open()).extracting(PrintJob::stage).containsExactly(Stage.UNCLEAR);
        assertThat(heard).containsOnlyOnce("UNCLEAR");
    }

    /** Some printers keep no finished jobs: what they took and no longer know has left them. */
    @Test
    void handsOverToAPrinterThatForgetsWhatItHasPrinted() {
        script.forgets();

        submit(BADGE);
        follow();
        follow();

        assertThat(heard).containsExactly("RENDERED", "ACCEPTED", "HANDED_OVER", "handed over");
    }

    /** A queue that is deleted and made anew has lost what waited in it, and is ready all the same. */
    @Test
    void whatAPrinterThatRemembersNoLongerKnowsIsUnclearAndNotHandedOver() {
        submit(EARLIER);
        follow();
        script.slow();
        submit(BADGE);
        follow();
        script.wipe();

        follow();
        follow();

        assertThat(queue.open()).extracting(PrintJob::stage).containsExactly(Stage.UNCLEAR);
        assertThat(heard).contains("UNCLEAR").doesNotContain("HANDED_OVER");
        assertThat(script.jobs()).isEmpty();
    }

    /** A full disk keeps no guest from a badge, and the badge's end is kept once there is room. */
    @Test
    void printsOnceThoughTheDiskKeepsNothing() {
        diskIsFull = true;
        submit(BADGE);
        submit(BADGE);
        follow();
        assertThat(script.printed()).hasSize(1);
        assertThat(heard).contains("not kept", "PRINTED");
        diskIsFull = false;

        submit(REPRINT);
        follow();

        assertThat(script.printed()).hasSize(2);
        assertThat(queue.open()).isEmpty();
        assertThat(store.printJobs().open()).isEmpty();
    }

    @Test
    void printsEachOf200BadgesOnceThoughTheRollEmptiesAtBadge83() {
        start(true);
        for (int badge = 1; badge <= 200; badge++) {
            if (badge == 83) {
                script.stop("media-empty-error");
            }
            if (badge == 90) {
                script.mend();
            }
            submit(badge);
            follow();
        }

        List<String> papers = new ArrayList<>(script.printed());
        papers.addAll(next.printed());
        assertThat(papers).hasSize(200).doesNotHaveDuplicates();
        assertThat(next.printed()).hasSize(7);
        assertThat(heard).filteredOn("delayed"::equals).hasSize(7);
        assertThat(queue.open()).isEmpty();
    }

    @Test
    void aBadgeThatAPausedPrinterWasNeverSentIsPrintedByTheNextScanAndNotByItself() {
        script.stop("paused");
        submit(BADGE);
        assertThat(heard).containsExactly("FAILED", "delayed");
        assertThat(queue.open()).isEmpty();

        script.mend();
        follow();
        assertThat(script.jobs()).isEmpty();
        submit(REPRINT);
        follow();

        assertThat(heard).containsExactly("FAILED", "delayed", "RENDERED", "ACCEPTED", "PRINTED");
        assertThat(script.printed()).hasSize(1);
    }

    @Test
    void saysThatNobodyHasTakenABadge() {
        start(true);
        script.rejecting();
        next.rejecting();

        submit(BADGE);

        assertThat(heard).containsExactly("FAILED", "delayed");
        assertThat(team.get(0).german()).contains("„Ost“", "nimmt keine Aufträge an");
        assertThat(queue.open()).isEmpty();
    }

    @Test
    void tellsThatABadgeWasGivenUp() {
        script.slow();
        submit(BADGE);
        script.abort();
        follow();

        assertThat(heard).endsWith("FAILED", "delayed");
    }

    @Test
    void asksForABadgeOfWhichNoAnswerCameAndDoesNotSendItAgain() {
        submit(EARLIER);
        follow();
        script.takesSilently(true);
        submit(BADGE);
        follow();

        assertThat(script.jobs()).hasSize(2);
        assertThat(heard).endsWith("RENDERED", "PRINTED");
    }

    @Test
    void handsOverToAPrinterThatReportsNothing() {
        script.tellsNothing().slow().listsNoJobs();
        own = new Silent();
        queue = new PrintQueue(List.of(own), store.printJobs(), new Hearing(), () -> now);

        submit(BADGE);
        queue.follow(own.status());

        assertThat(heard).containsExactly("RENDERED", "ACCEPTED", "HANDED_OVER", "handed over");
    }

    @ParameterizedTest
    @EnumSource(CrashMoment.class)
    void printsNoBadgeTwiceAndLosesNoneWhereverItIsKilled(CrashMoment moment) {
        killedAt(moment);
    }

    @ParameterizedTest
    @EnumSource(CrashMoment.class)
    void asksForTheNamesOfJobsThatAreListedWithoutOne(CrashMoment moment) {
        script.listsNoNames();
        killedAt(moment);
    }

    private void killedAt(CrashMoment moment) {
        submit(EARLIER);
        follow();
        heard.clear();

        killAt(moment);
        start(false);
        follow();
        follow();
        follow();
        if (!heard.contains("PRINTED")) {
            submit(BADGE);
            follow();
        }

        assertThat(script.printed()).hasSize(2);
        assertThat(queue.open()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = CrashMoment.class,
            names = {"BEFORE_IT_IS_SENT", "AFTER_IT_WAS_SENT", "BEFORE_ACCEPTED_IS_KEPT", "AFTER_ACCEPTED_WAS_KEPT"})
    void leavesToAPersonWhatThePrinterCannotSay(CrashMoment moment) {
        submit(EARLIER);
        follow();
        killAt(moment);
        int sent = script.jobs().size();
        script.hidesNames();

        start(false);
        follow();
        follow();
        follow();
        submit(BADGE);

        assertThat(script.jobs()).hasSize(sent);
        assertThat(queue.open()).extracting(PrintJob::stage).containsExactly(Stage.UNCLEAR);
        assertThat(team).last().satisfies(said -> assertThat(said.german()).contains("nichts doppelt"));

        submit(REPRINT);
        follow();
        assertThat(script.jobs()).hasSize(sent + 1);
        assertThat(queue.open()).extracting(PrintJob::stage).doesNotContain(Stage.UNCLEAR);
    }

    private void killAt(CrashMoment moment) {
        crash = moment;
        try {
            submit(BADGE);
            follow();
        } catch (Killed here) {
            crash = CrashMoment.NEVER;
        }
        crash = CrashMoment.NEVER;
    }

    /** Ends the program where it is and starts it anew. */
    private void start(boolean neighbour) {
        if (store != null) {
            store.close();
        }
        store = DeviceStore.open(folder.resolve("store"), new EpochId(new UUID(7, ++starts)));
        own = CrashMoment.telling(new IppPrinter("Ost", script.uri()), this::dieAt);
        List<BadgePrinter> printers = neighbour ? List.of(own, new IppPrinter("West", next.uri())) : List.of(own);
        queue = new PrintQueue(
                printers, new Disk(CrashMoment.telling(store.printJobs(), this::dieAt)), new Hearing(), () -> now);
        queue.recover();
    }

    private void submit(int badge) {
        prints++;
        EntryId print = EntryId.of(String.format("01900000-0000-7000-8000-%012d", prints));
        queue.submit(
                new PrintJob(
                        print,
                        print,
                        RegistrationId.of("01900000-0000-7000-8000-0000000000ff"),
                        new LookupId(String.format("%032d", badge)),
                        Phase.LIVE,
                        null,
                        own.name(),
                        Stage.RENDERED),
                status -> Optional.of(new TestPages()));
    }

    private void follow() {
        queue.follow(own.status());
    }

    private void pass(long nanos) {
        now += nanos;
    }

    private void dieAt(CrashMoment moment) {
        if (crash == moment) {
            throw new Killed();
        }
    }

    /** The end of the program. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The disk, and whether there is room on it. */
    private final class Disk implements PrintJobs {
        private final PrintJobs jobs;

        Disk(PrintJobs jobs) {
            this.jobs = jobs;
        }

        @Override
        public void keep(PrintJob job) {
            if (diskIsFull) {
                throw new JournalException("full", new IOException("no space left"));
            }
            jobs.keep(job);
        }

        @Override
        public List<PrintJob> open() {
            return jobs.open();
        }
    }

    private final class Hearing implements PrintQueue.Listener {
        @Override
        public void reached(PrintJob job, String where) {
            heard.add(job.stage().name());
        }

        @Override
        public void handedOver(PrintJob job) {
            heard.add("handed over");
        }

        @Override
        public void delayed(PrintJob job, Wording sentence) {
            heard.add("delayed");
            team.add(sentence);
        }

        @Override
        public void notKept(PrintJob job, JournalException why) {
            heard.add("not kept");
            if (!diskIsFull) {
                throw new AssertionError(why);
            }
        }
    }

    /** A queue of Windows. */
    private static final class Silent implements BadgePrinter {
        @Override
        public String name() {
            return "Windows";
        }

        @Override
        public PrinterStatus status() {
            return PrinterStatus.unknown(name(), -1);
        }

        @Override
        public PrintResult print(EntryId print, PrintKind kind, org.einlass.reports.PrintedPages pages) {
            return new PrintResult.Accepted(name());
        }

        @Override
        public JobState job(EntryId print) {
            return JobState.CANNOT_SAY;
        }
    }
}
