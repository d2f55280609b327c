package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

    @TempDir
    Path rehearsals;

    @Test
    void eachGuestGetsABadgeAndNothingStaysOnTheDisk() throws Exception {
        assertThat(GuestRehearsal.inFolderOfItsOwn(disk)).isEqualTo(GuestRehearsal.GUESTS);

        assertThat(disk).isEmptyDirectory();
    }

    @Test
    void whoEndsTheProgramMeanwhileLeavesNothingOnTheDisk() throws Exception {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> GuestRehearsal.inFolderOfItsOwn(disk))
                .isInstanceOfAny(InterruptedException.class, StoreException.class);

        Thread.interrupted();
        assertThat(disk).isEmptyDirectory();
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

            assertThat(GuestRehearsal.inFolderOfItsOwn(rehearsals)).isEqualTo(GuestRehearsal.GUESTS);

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

    private static final class NobodyPasses extends SilentView {
        @Override
        public void reading(EntryId scan) {
            throw new IllegalStateException("A guest of the rehearsal is shown.");
        }
    }
}
