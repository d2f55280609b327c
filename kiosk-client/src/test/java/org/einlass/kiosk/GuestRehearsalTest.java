package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.print.ScriptedPrinter;
import org.einlass.kiosk.store.StoreException;
import org.einlass.proof.FactServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestRehearsalTest {
    @TempDir
    Path disk;

    @Test
    void eachGuestGetsABadgeAndNothingStaysOnTheDisk() throws Exception {
        Set<Path> before = folders();

        assertThat(GuestRehearsal.inFolderOfItsOwn()).isEqualTo(GuestRehearsal.GUESTS);

        assertThat(folders()).isEqualTo(before);
    }

    @Test
    void whoEndsTheProgramMeanwhileLeavesNothingOnTheDisk() throws Exception {
        Set<Path> before = folders();
        Thread.currentThread().interrupt();

        assertThatThrownBy(GuestRehearsal::inFolderOfItsOwn)
                .isInstanceOfAny(InterruptedException.class, StoreException.class);

        Thread.interrupted();
        assertThat(folders()).isEqualTo(before);
    }

    @Test
    void neitherServerNorPrinterNorJournalOfTheDeviceHearsOfIt() throws Exception {
        try (ScriptedPrinter printer = new ScriptedPrinter();
                FactServer server = new FactServer(
                        scan -> {
                            throw new IllegalStateException("A guest of the rehearsal is asked about.");
                        },
                        List.of());
                Kiosk kiosk = KioskFactory.of(settings(printer, server), new NobodyPasses())) {
            kiosk.ready().get(1, TimeUnit.MINUTES);
            kiosk.warm().get(1, TimeUnit.MINUTES);

            assertThat(GuestRehearsal.inFolderOfItsOwn()).isEqualTo(GuestRehearsal.GUESTS);

            assertThat(kiosk.backlog().total()).isZero();
            assertThat(printer.jobs()).isEmpty();
        }
    }

    private KioskSettings settings(ScriptedPrinter printer, FactServer server) {
        return KioskSettings.read(
                Path.of(""),
                Map.of(
                        "kind", "kiosk",
                        "server", server.address().toString(),
                        "event", Sample.EVENT.toString(),
                        "door", Sample.DOOR.toString(),
                        "token", "rehearsal",
                        "printer", printer.uri().text().toString(),
                        "store", disk.toString()));
    }

    private static Set<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("einlass-rehearsal"))
                    .collect(Collectors.toSet());
        }
    }

    private static final class NobodyPasses extends SilentView {
        @Override
        public void reading(EntryId scan) {
            throw new IllegalStateException("A guest of the rehearsal is shown.");
        }
    }
}
