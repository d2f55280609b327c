package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.ShownOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose scans and prints stand in the journal: a whole device, with a server that keeps what it is told. */
final class StaffedDeskTest {
    private static final OperatorId HELPER = new OperatorId("helferin-3");
    private static final OperatorId RELIEF = new OperatorId("helfer-4");

    private final Badges badges = new Badges();
    private FakeServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        server = new FakeServer();
        for (int guest = 1; guest <= 3; guest++) {
            int number = guest;
            server.says(Sample.ticket(guest).text(), scan -> Sample.admitted(scan, Sample.badge(number, false)));
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void scansAndPrintsNameWhoeverStandsAtTheDeskThen() throws Exception {
        try (Kiosk desk = open("desk")) {
            signIn(desk, HELPER);
            EntryId first = guestComes(desk, 1);
            signIn(desk, RELIEF);
            EntryId second = guestComes(desk, 2);
            signIn(desk, null);
            EntryId third = guestComes(desk, 3);

            assertThat(desk.awaitDelivered(Duration.ofMinutes(1))).isTrue();
            assertThat(staffOf(first)).hasSize(3).containsOnly(HELPER);
            assertThat(staffOf(second)).hasSize(3).containsOnly(RELIEF);
            assertThat(staffOf(third)).hasSize(3).containsOnlyNulls();
        }
    }

    @Test
    void aPrintOfWhatTheDeskHasMadeNamesWhoPrintedIt() throws Exception {
        try (Kiosk desk = open("desk")) {
            signIn(desk, HELPER);
            EntryId scan = guestComes(desk, 1);

            desk.print(scan, Sample.badge(2, false));

            assertThat(badges.printed.poll(1, TimeUnit.MINUTES)).isEqualTo(scan);
            assertThat(desk.awaitDelivered(Duration.ofMinutes(1))).isTrue();
            assertThat(staffOf(scan)).hasSize(5).containsOnly(HELPER);
        }
    }

    @Test
    void nobodyIsNamedWhereGuestsServeThemselves() throws Exception {
        try (Kiosk kiosk = open("kiosk")) {
            signIn(kiosk, HELPER);
            EntryId scan = guestComes(kiosk, 1);

            assertThat(kiosk.awaitDelivered(Duration.ofMinutes(1))).isTrue();
            assertThat(staffOf(scan)).hasSize(3).containsOnlyNulls();
        }
    }

    private Kiosk open(String kind) throws Exception {
        Path settings = Files.writeString(
                folder.resolve("kiosk.properties"),
                String.join(
                        "\n",
                        "server = " + server.address(),
                        "event = " + Sample.EVENT,
                        "door = " + Sample.DOOR,
                        "token = " + FakeServer.TOKEN,
                        "kind = " + kind,
                        "deadline = 10000",
                        "printer = folder:" + folder.resolve("badges"),
                        "store = " + folder.resolve("store")));
        Kiosk kiosk = KioskFactory.of(KioskSettings.read(settings, Map.of()), badges);
        kiosk.ready().get(1, TimeUnit.MINUTES);
        return kiosk;
    }

    private static void signIn(Kiosk kiosk, OperatorId staff) throws Exception {
        kiosk.atDesk(desk -> {
                    desk.signIn(staff);
                    return true;
                })
                .get(1, TimeUnit.MINUTES);
    }

    /** A guest shows a ticket and waits for the badge. */
    private EntryId guestComes(Kiosk kiosk, int number) throws Exception {
        kiosk.read(Sample.ticket(number).text());
        EntryId scan = badges.printed.poll(1, TimeUnit.MINUTES);
        kiosk.screenEnded(scan);
        return scan;
    }

    /** Who stands in the scan, and in each stage of its prints. */
    private List<OperatorId> staffOf(EntryId scan) {
        List<OperatorId> staff = new ArrayList<>();
        server.entries().values().stream()
                .filter(entry -> isOf(scan, entry))
                .forEach(entry -> staff.add(entry.head().operator()));
        return staff;
    }

    private static boolean isOf(EntryId scan, JournalEntry entry) {
        return entry instanceof JournalEntry.Printed printed
                ? printed.scan().equals(scan)
                : entry.head().id().equals(scan);
    }

    /** Sees the badges come out. */
    private static final class Badges implements KioskView {
        private final BlockingQueue<EntryId> printed = new LinkedBlockingQueue<>();

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
            printed.add(scan);
        }

        @Override
        public void notPrinted(EntryId scan, Wording sentence) {
            throw new AssertionError(sentence.english());
        }
    }
}
