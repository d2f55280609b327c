package org.einlass.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.demo.DemoCongress;
import org.einlass.kiosk.Kiosk;
import org.einlass.kiosk.KioskFactory;
import org.einlass.kiosk.KioskSettings;
import org.einlass.kiosk.PictureRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The drill: a backup while guests come, more guests, then the server is killed and its disk is lost. On a new
 * box, restored by the launcher's command, the kiosk waits until the organiser confirms it, admits guests by itself
 * meanwhile, and then brings what the backup lacks.
 */
final class RestoredServerIT {
    private static final int GUESTS = 24;
    private static final int BACKED_UP_AT = 6;

    @TempDir
    private Path folder;

    @Test
    void nothingThatWasAcknowledgedIsLostWithTheDisk() throws Exception {
        RestoreDrill drill = new RestoreDrill(folder);
        try (RunningHouse house = RunningHouse.open(drill.data())) {
            DemoCongress congress = DemoCongress.on(house.server(), house.organiserToken());
            congress.inviteGuests();
            List<Path> tickets = drill.photographs(congress, GUESTS + 1);
            String key = drill.paper().toString();

            try (Entrance kiosk = new Entrance(congress, "kiosk-1", folder)) {
                assertThat(kiosk.knowsItsGuests()).isTrue();
                CompletableFuture<Path> backup = new CompletableFuture<>();
                for (int guest = 0; guest < GUESTS; guest++) {
                    if (guest == BACKED_UP_AT) {
                        backup = CompletableFuture.supplyAsync(() -> drill.backUp(house));
                    }
                    kiosk.shows(tickets.get(guest));
                }
                Path taken = backup.get(2, TimeUnit.MINUTES);
                assertThat(kiosk.delivers()).isTrue();
                Set<String> acknowledged = RestoreDrill.acknowledged(kiosk.store());
                assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(GUESTS);
                assertThat(drill.facts()).containsAll(acknowledged);

                house.losesPower();
                Path stick = drill.loseDisk(taken);
                long lost = System.nanoTime();
                assertThat(drill.restore(stick, "--recovery-key-file", key)).isEmpty();
                Set<String> saved = drill.facts();
                assertThat(saved).isNotEmpty();
                assertThat(acknowledged).as("the backup lacks some").anyMatch(entry -> !saved.contains(entry));
                house.powerReturns();
                awaitHeartbeat(congress);
                assertThat(congress.organiser()
                                .devices()
                                .get(0)
                                .path("pendingSince")
                                .asText())
                        .startsWith("20");
                assertThat(kiosk.shows(tickets.get(GUESTS)).finding())
                        .as("nobody has confirmed the kiosk, so it decides alone")
                        .isEqualTo(PictureRun.Finding.ADMITTED);
                assertThat(drill.facts())
                        .as("an unconfirmed device adds nothing")
                        .isEqualTo(saved);
                assertThat(congress.organiser().confirmRestored()).hasSize(1);
                acknowledged.addAll(RestoreDrill.journal(kiosk.store()));
                RestoreDrill.await(() -> drill.facts().containsAll(acknowledged));

                System.out.printf(
                        "restore drill: %d entries acknowledged, %d of them in the backup, 0 lost; %.1f s from the empty disk"
                                + " to the last entry%n",
                        acknowledged.size(),
                        acknowledged.stream().filter(saved::contains).count(),
                        (System.nanoTime() - lost) / 1e9);
                assertThat(drill.data().resolve("restored.properties")).doesNotExist();
            }
        }
    }

    /** The restored server knows neither the kiosk, which enrolled itself after the backup, nor what it reported. */
    @Test
    void aKioskThatTheRestoredServerDoesNotKnowEnrolsAgainAndItsJournalArrives() throws Exception {
        RestoreDrill drill = new RestoreDrill(folder);
        try (RunningHouse house = RunningHouse.open(drill.data())) {
            DemoCongress congress = DemoCongress.on(house.server(), house.organiserToken());
            congress.inviteGuests();
            List<Path> tickets = drill.photographs(congress, GUESTS + 1);
            String key = drill.paper().toString();
            Path backup = drill.backUp(house);
            Path store = folder.resolve("store");
            Path settings = congress.enrolByQrCode("kiosk-1", folder, store, folder.resolve("badges"));
            PictureRun guests = new PictureRun();
            try (Kiosk kiosk = open(settings, guests)) {
                kiosk.ready().get(3, TimeUnit.MINUTES);
                RestoreDrill.await(() -> kiosk.roster().isPresent());
                assertThat(guests.step(kiosk, tickets.get(0)).finding()).isEqualTo(PictureRun.Finding.ADMITTED);
                assertThat(kiosk.awaitDelivered(Duration.ofMinutes(3))).isTrue();
                house.losesPower();
                Path stick = drill.loseDisk(backup);
                assertThat(drill.restore(stick, "--recovery-key-file", key)).isEmpty();
                house.powerReturns();

                RestoreDrill.await(() -> kiosk.signs().stream()
                        .anyMatch(sign -> sign.words().english().contains("enrol the device anew")));
                assertThat(guests.step(kiosk, tickets.get(1)).finding())
                        .as("it goes on alone")
                        .isEqualTo(PictureRun.Finding.ADMITTED);
                assertThat(drill.facts()).isEmpty();
            }

            congress.enrolByQrCode("kiosk-1", folder, store, folder.resolve("badges"));

            try (Kiosk again = open(settings, guests)) {
                Set<String> entries = RestoreDrill.journal(store);
                RestoreDrill.await(() -> drill.facts().containsAll(entries));
                RestoreDrill.await(() -> again.signs().stream().noneMatch(sign -> sign.fault() == DeviceFault.SERVER));
            }
        }
    }

    private static Kiosk open(Path settings, PictureRun guests) {
        return KioskFactory.of(KioskSettings.read(settings, Map.of("deadline", "10000")), guests);
    }

    private static void awaitHeartbeat(DemoCongress congress) {
        String before = congress.organiser().devices().get(0).path("seenAt").asText();
        RestoreDrill.await(() ->
                !congress.organiser().devices().get(0).path("seenAt").asText().equals(before));
    }
}
