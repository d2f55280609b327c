package org.einlass.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.einlass.contract.code.UnlockCard;
import org.einlass.demo.DemoCongress;
import org.einlass.demo.MorningPictures;
import org.einlass.kiosk.Kiosk;
import org.einlass.kiosk.KioskFactory;
import org.einlass.kiosk.KioskSettings;
import org.einlass.kiosk.PictureRun;
import org.einlass.kiosk.PictureRun.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An organiser wipes one kiosk and withdraws another, and a desk hears that its key is another one; all of it
 * real.
 */
final class WithdrawnDevicesIT {
    @TempDir
    private Path folder;

    @Test
    void anOrganiserTakesDevicesBack() throws Exception {
        try (RunningHouse runningHouse = RunningHouse.open(folder.resolve("server"))) {
            DemoCongress congress = DemoCongress.on(runningHouse.server(), runningHouse.organiserToken());
            congress.inviteGuests();
            Path photograph = photograph(congress);
            try (Entrance north = new Entrance(congress, "kiosk-north", folder);
                    Entrance south = new Entrance(congress, "kiosk-south", folder);
                    Kiosk desk = desk(congress)) {
                assertThat(north.knowsItsGuests()).isTrue();
                assertThat(south.knowsItsGuests()).isTrue();
                assertThat(north.shows(photograph).finding()).isEqualTo(Finding.ADMITTED);
                await(() -> guests(desk) == 500);
                UnlockCard card = desk.issueUnlockCard().orElseThrow();

                congress.organiser().wipe("kiosk-north");
                await(() -> device(congress, "kiosk-north").at("/wipe").has("wipedAt"));
                assertThat(device(congress, "kiosk-north").at("/wipe/destroyed").toString())
                        .contains("roster", "door-sheet", "data-key");
                assertThat(device(congress, "kiosk-north").at("/wipe/kept").toString())
                        .isEqualTo("[\"badge-folder\",\"settings-token\"]");
                assertThat(rosters(north.store())).isZero();
                assertThat(north.shows(photograph).finding()).isEqualTo(Finding.UNABLE);
                assertThat(north.delivers()).isTrue();
                assertThat(device(congress, "kiosk-north").at("/heartbeat/kind").asText())
                        .isEqualTo("KIOSK");

                congress.organiser().revoke("kiosk-south");
                await(() -> rosters(south.store()) == 0);
                assertThat(south.shows(photograph).finding()).isEqualTo(Finding.UNABLE);

                assertThat(desk.unlock(card).get(1, TimeUnit.MINUTES)).isTrue();
                assertThat(guests(desk)).isEqualTo(500);
            }
        }
    }

    private Kiosk desk(DemoCongress congress) throws Exception {
        Path store = folder.resolve("desk-store");
        return KioskFactory.of(
                KioskSettings.read(congress.enrolDeskWithNames("desk-1", folder.resolve("desk"), store), Map.of()),
                new PictureRun());
    }

    private static long guests(Kiosk desk) {
        long[] count = new long[1];
        desk.guests().each(card -> count[0]++);
        return count[0];
    }

    private static JsonNode device(DemoCongress congress, String id) {
        for (JsonNode device : congress.organiser().devices()) {
            if (device.get("device").asText().equals(id)) {
                return device;
            }
        }
        throw new AssertionError("There is no device " + id + ".");
    }

    private static long rosters(Path store) {
        try (Stream<Path> files = Files.list(store)) {
            return files.filter(file -> file.getFileName().toString().startsWith("roster-"))
                    .count();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private Path photograph(DemoCongress congress) throws Exception {
        Path pictures = folder.resolve("pictures");
        MorningPictures camera = new MorningPictures(pictures);
        JsonNode guest = congress.organiser().registrations().stream()
                .filter(one -> one.at("/particulars/status").asText().equals("CONFIRMED"))
                .findFirst()
                .orElseThrow();
        camera.ticket(congress.organiser().ticket(guest), "ticket");
        try (Stream<Path> files = Files.list(pictures)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for three minutes").isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }
}
