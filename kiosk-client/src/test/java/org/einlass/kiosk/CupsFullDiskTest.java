package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.JournalEntry.PrintStage;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleRoster;
import org.einlass.kiosk.print.PrivateCups;
import org.einlass.kiosk.print.ipp.PrinterUri;
import org.einlass.quality.NeedsProgram;
import org.einlass.quality.RealPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole kiosk before a real CUPS whose spool lies on a disk of its own, which fills up and is emptied. */
@NeedsProgram({"cupsd", "lpadmin", "mount", "umount"})
class CupsFullDiskTest {
    private static final String QUEUE = "Voll";
    private static final int GUESTS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private Path home;

    @TempDir
    private Path store;

    private final Heard heard = new Heard();

    @AfterEach
    void takeTheDiskAway() throws Exception {
        run("umount", spool().toString());
    }

    @Test
    void aBadgeThatFoundNoRoomIsToldToTheTeamAndNoneIsLostOrComesTwice() throws Exception {
        Files.createDirectories(spool());
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=2m,mode=755", "einlass", spool().toString()))
                .as("only an administrator may make a small disk")
                .isZero();
        PrivateCups cups = PrivateCups.start(home);
        try (FakeServer server = new FakeServer()) {
            cups.addDevice(QUEUE);
            invite(server);
            try (Kiosk kiosk = open(server, cups)) {
                kiosk.read(Sample.ticket(1).text());
                await(() -> heard.printed.size() == 1);

                fill();
                kiosk.cleared();
                kiosk.read(Sample.ticket(2).text());
                await(() -> heard.delayed.size() == 1);
                System.out.println(
                        "spool full: the kiosk says: " + heard.delayed.get(0).german());
                assertThat(cups.paper()).hasSize(1);
                assertThat(heard.delayed.get(0).german()).contains("kein Platz").doesNotContain("nicht zu erreichen");

                Files.delete(filler());
                kiosk.cleared();
                kiosk.read(Sample.ticket(3).text());
                await(() -> heard.printed.size() == 2);
                kiosk.cleared();
                kiosk.read(Sample.ticket(2).text());
                await(() -> heard.printed.size() == 3);
                assertThat(kiosk.awaitDelivered(PATIENCE)).isTrue();
            }
            assertThat(cups.paper()).hasSize(3).doesNotHaveDuplicates();
            assertThat(server.entries().values().stream()
                            .filter(JournalEntry.Printed.class::isInstance)
                            .map(JournalEntry.Printed.class::cast)
                            .filter(print -> print.stage() == PrintStage.PRINTED)
                            .map(JournalEntry.Printed::registration))
                    .containsExactlyInAnyOrder(Sample.registration(1), Sample.registration(2), Sample.registration(3));
        } finally {
            cups.stop();
        }
    }

    private Path spool() {
        return home.resolve("spool");
    }

    private Path filler() {
        return spool().resolve("other-program");
    }

    /** Another program takes all the room that is left. */
    private void fill() throws IOException {
        byte[] kilobyte = new byte[1024];
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (Files.getFileStore(spool()).getUsableSpace() > 0) {
                out.write(kilobyte);
            }
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        command[0] = RealPart.program(command[0]).orElseThrow().toString();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor();
    }

    private static void invite(FakeServer server) {
        server.invites(IntStream.rangeClosed(1, GUESTS)
                .mapToObj(guest -> SampleRoster.row(guest, RegistrationStatus.CONFIRMED, 1))
                .toList());
        for (int guest = 1; guest <= GUESTS; guest++) {
            int number = guest;
            server.says(Sample.ticket(guest).text(), scan -> Sample.admitted(scan, Sample.badge(number, false)));
        }
    }

    private Kiosk open(FakeServer server, PrivateCups cups) throws Exception {
        Map<String, String> values = Map.of(
                "server", server.address().toString(),
                "event", Sample.EVENT.toString(),
                "door", Sample.DOOR.toString(),
                "token", FakeServer.TOKEN,
                "deadline", "10000",
                "paper", "a6",
                "printer", PrinterUri.ofQueue(cups.address(), QUEUE).text().toString(),
                "store", store.toString());
        Kiosk kiosk = KioskFactory.of(KioskSettings.read(Path.of(""), values), heard);
        kiosk.ready().get(1, TimeUnit.MINUTES);
        await(() -> kiosk.roster().isPresent());
        return kiosk;
    }

    private void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime())
                    .as("printed " + heard.printed + ", delayed " + heard.delayed)
                    .isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static final class Heard extends SilentView {
        private final List<EntryId> printed = new CopyOnWriteArrayList<>();
        private final List<Wording> delayed = new CopyOnWriteArrayList<>();

        @Override
        public void printed(EntryId scan, String where) {
            printed.add(scan);
        }

        @Override
        public void notPrinted(EntryId scan, Wording sentence) {
            delayed.add(sentence);
        }
    }
}
