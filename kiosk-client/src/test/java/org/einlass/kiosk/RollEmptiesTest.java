package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.JournalEntry.PrintStage;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleRoster;
import org.einlass.kiosk.print.ScriptedPrinter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole kiosk with its disk between a server and two printers; the roll of its own one ends. */
class RollEmptiesTest {
    private static final int GUESTS = 200;
    private static final int EMPTY = 83;
    /** Who came until somebody had changed the roll. */
    private static final int CHANGED = 87;

    @TempDir
    private Path folder;

    private final ScriptedPrinter own = new ScriptedPrinter();
    private final ScriptedPrinter neighbour = new ScriptedPrinter();
    private final Heard heard = new Heard();
    private FakeServer server;

    @BeforeEach
    void openServer() throws Exception {
        server = new FakeServer();
        server.invites(IntStream.rangeClosed(1, GUESTS)
                .mapToObj(guest -> SampleRoster.row(guest, RegistrationStatus.CONFIRMED, 1))
                .toList());
        for (int guest = 1; guest <= GUESTS; guest++) {
            int number = guest;
            server.says(Sample.ticket(guest).text(), scan -> Sample.admitted(scan, Sample.badge(number, false)));
        }
    }

    @AfterEach
    void close() {
        own.close();
        neighbour.close();
        server.close();
    }

    @Test
    void twoHundredGuestsHaveOneBadgeEachThoughTheRollEmptiesAtBadge83() throws Exception {
        try (Kiosk kiosk = open(own.uri().text().toString())) {
            for (int guest = 1; guest < EMPTY; guest++) {
                comes(kiosk, guest);
            }
            own.slow();
            kiosk.read(Sample.ticket(EMPTY).text());
            await("the printer has 83", () -> own.jobs().size() == EMPTY);
            long emptied = System.nanoTime();
            own.stop("media-empty-error");
            await("the team knows", () -> sign(kiosk));
            print("roll empty: the team knows after", emptied);
            await("83 comes out beside it", () -> heard.printed.size() == EMPTY);
            assertThat(neighbour.printed()).hasSize(1);
            for (int guest = EMPTY + 1; guest < CHANGED; guest++) {
                comes(kiosk, guest);
            }
            assertThat(neighbour.printed()).as("each comes out beside it").hasSize(CHANGED - EMPTY);
            assertThat(heard.delayed)
                    .as("told once each, with the printer beside it")
                    .hasSize(CHANGED - EMPTY)
                    .allSatisfy(said -> assertThat(said.german()).contains("Nachbardrucker"));

            long changed = System.nanoTime();
            own.printsAgain();
            comes(kiosk, CHANGED);
            print("roll changed: the next badge is there after", changed);
            await("the fault is gone", () -> !sign(kiosk));
            print("roll changed: the team's sign is gone after", changed);
            for (int guest = CHANGED + 1; guest <= GUESTS; guest++) {
                comes(kiosk, guest);
            }
            assertThat(kiosk.awaitDelivered(Duration.ofMinutes(2))).isTrue();
        }

        List<String> papers = new ArrayList<>(own.printed());
        papers.addAll(neighbour.printed());
        assertThat(papers).hasSize(GUESTS).doesNotHaveDuplicates();
        assertThat(neighbour.printed()).hasSize(CHANGED - EMPTY);
        assertThat(onPaper()).hasSize(GUESTS).doesNotHaveDuplicates();
    }

    /** A printer's address may be longer than the name by which the server keeps it, and may have any letters. */
    @Test
    void aPrinterWithThreeHundredLettersPrintsAndItsPrintsAreReported() throws Exception {
        String address = own.uri().text() + "/";
        int fits = JournalEntry.Printed.LONGEST_PRINTER - 1 - address.length();
        String longest = address + "x".repeat(fits) + "%F0%9F%96%A8" + "y".repeat(100);
        try (Kiosk kiosk = open(longest)) {
            comes(kiosk, 1);
            assertThat(kiosk.awaitDelivered(Duration.ofMinutes(2))).isTrue();
        }

        assertThat(onPaper()).hasSize(1);
        assertThat(prints(PrintStage.PRINTED).get(0).printer()).isEqualTo(address + "x".repeat(fits));
    }

    private List<Object> onPaper() {
        return prints(PrintStage.PRINTED).stream()
                .<Object>map(JournalEntry.Printed::registration)
                .toList();
    }

    private List<JournalEntry.Printed> prints(PrintStage stage) {
        return server.entries().values().stream()
                .filter(JournalEntry.Printed.class::isInstance)
                .map(JournalEntry.Printed.class::cast)
                .filter(print -> print.stage() == stage)
                .toList();
    }

    private void comes(Kiosk kiosk, int guest) {
        kiosk.cleared();
        kiosk.read(Sample.ticket(guest).text());
        await("the badge of " + guest, () -> heard.printed.size() == guest);
    }

    private static boolean sign(Kiosk kiosk) {
        return kiosk.signs().stream().anyMatch(sign -> sign.fault() == DeviceFault.PRINTER);
    }

    private Kiosk open(String printer) throws Exception {
        Map<String, String> values = Map.of(
                "server", server.address().toString(),
                "event", Sample.EVENT.toString(),
                "door", Sample.DOOR.toString(),
                "token", FakeServer.TOKEN,
                "deadline", "10000",
                "paper", "a6",
                "printer", printer,
                "printer.neighbours", neighbour.uri().text().toString(),
                "store", folder.resolve("store").toString());
        Kiosk kiosk = KioskFactory.of(KioskSettings.read(Path.of(""), values), heard);
        kiosk.ready().get(1, TimeUnit.MINUTES);
        await("a guest list", () -> kiosk.roster().isPresent());
        return kiosk;
    }

    private static void print(String what, long since) {
        System.out.printf(Locale.ROOT, "%s %d ms%n", what, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since));
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** Each badge that is there, and each of which its guest is told that it will be brought. */
    private static final class Heard extends SilentView {
        private final ConcurrentMap<EntryId, String> printed = new ConcurrentHashMap<>();
        private final List<Wording> delayed = new CopyOnWriteArrayList<>();

        @Override
        public void printed(EntryId scan, String where) {
            printed.put(scan, where);
        }

        @Override
        public void notPrinted(EntryId scan, Wording sentence) {
            delayed.add(sentence);
        }
    }
}
