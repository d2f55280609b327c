package org.einlass.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.einlass.contract.code.RecoveryKey;
import org.einlass.demo.DemoCongress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The drill with three devices under load. The backup is from before the third one was enrolled and before the second
 * one's token was renewed; then the server is killed and its disk is lost. A cut file, a wrong recovery key and none are
 * tried on the way to the new box.
 */
final class RestoreDrillIT {
    private static final int GUESTS_AT_A_KIOSK = 4;
    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    private RestoreDrill drill;
    private List<Path> tickets;
    private int shown;

    @Test
    void threeDevicesLoseNothingWithTheServersDisk() throws Exception {
        drill = new RestoreDrill(folder);
        try (RunningHouse house = RunningHouse.open(drill.data())) {
            DemoCongress congress = DemoCongress.on(house.server(), house.organiserToken());
            congress.inviteGuests();
            tickets = drill.photographs(congress, 10 * GUESTS_AT_A_KIOSK);
            Path key = drill.paper();
            try (Entrance first = new Entrance(congress, "kiosk-1", folder);
                    Entrance renewed = Entrance.byQrCode(congress, "kiosk-2", folder)) {
                List<Entrance> two = List.of(first, renewed);
                assertThat(two).allMatch(Entrance::knowsItsGuests);
                guestsCome(two);
                assertThat(two).allMatch(Entrance::delivers);
                CompletableFuture<Path> backup = CompletableFuture.supplyAsync(() -> drill.backUp(house));
                guestsCome(two);
                Path taken = backup.get(2, TimeUnit.MINUTES);

                String before = token(renewed);
                renewed.restarts();
                RestoreDrill.await(() -> !token(renewed).equals(before));
                try (Entrance late = new Entrance(congress, "kiosk-3", folder)) {
                    List<Entrance> all = List.of(first, renewed, late);
                    assertThat(all).allMatch(Entrance::knowsItsGuests);
                    guestsCome(all);
                    assertThat(all).allMatch(Entrance::delivers);
                    Set<String> acknowledged = new TreeSet<>();
                    for (Entrance one : all) {
                        acknowledged.addAll(RestoreDrill.acknowledged(one.store()));
                    }
                    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(7 * GUESTS_AT_A_KIOSK);
                    assertThat(drill.facts()).containsAll(acknowledged);

                    house.losesPower();
                    Path stick = drill.loseDisk(taken);
                    long lost = System.nanoTime();
                    refusals(stick, key);
                    assertThat(drill.restore(stick, "--recovery-key-file", key.toString()))
                            .isEmpty();
                    Set<String> saved = drill.facts();
                    assertThat(acknowledged).as("the backup lacks some").anyMatch(entry -> !saved.contains(entry));

                    house.powerReturns();
                    JsonNode confirmed = congress.organiser().confirmRestored();
                    assertThat(confirmed.toString())
                            .contains("kiosk-1", "kiosk-2")
                            .doesNotContain("kiosk-3");
                    late.restartsWith(congress.organiser()
                            .enrol("kiosk-3", "{\"kind\": \"KIOSK\", \"doors\": [\"" + DemoCongress.ENTRANCE + "\"]}"));
                    RestoreDrill.await(() -> drill.facts().containsAll(acknowledged));

                    System.out.printf(
                            "restore drill with three devices: %d entries acknowledged, %d of them in the backup, 0 lost;"
                                    + " %.1f s from the empty disk to the last entry%n",
                            acknowledged.size(),
                            acknowledged.stream().filter(saved::contains).count(),
                            (System.nanoTime() - lost) / 1e9);
                    guestsCome(all);
                    assertThat(all).as("nobody is locked out").allMatch(Entrance::delivers);
                }
            }
        }
    }

    /** At each kiosk one guest after the other, at all kiosks at once. */
    private void guestsCome(List<Entrance> kiosks) {
        List<CompletableFuture<Void>> queues = new ArrayList<>();
        for (Entrance kiosk : kiosks) {
            List<Path> queue = tickets.subList(shown, shown + GUESTS_AT_A_KIOSK);
            shown += GUESTS_AT_A_KIOSK;
            queues.add(CompletableFuture.runAsync(() -> {
                try {
                    for (Path ticket : queue) {
                        kiosk.shows(ticket);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        queues.forEach(CompletableFuture::join);
    }

    /** Each is one sentence, and leaves nothing behind. */
    private void refusals(Path backup, Path key) throws IOException, InterruptedException {
        byte[] whole = Files.readAllBytes(backup);
        Path cut = Files.write(folder.resolve("cut.einlass-backup"), Arrays.copyOf(whole, whole.length * 2 / 3));
        Path anothers = Files.writeString(
                folder.resolve("another.txt"), RecoveryKey.next(new Random(7)).grouped());

        assertThat(drill.restore(cut, "--recovery-key-file", key.toString())).contains("ends too early");
        assertThat(drill.restore(backup, "--recovery-key-file", anothers.toString()))
                .contains("another backup");
        assertThat(drill.restore(backup)).contains("--recovery-key-file");
        assertThat(drill.data())
                .satisfiesAnyOf(
                        none -> assertThat(none).doesNotExist(),
                        empty -> assertThat(empty).isEmptyDirectory());
    }

    private String token(Entrance kiosk) {
        try {
            return json.readTree(Files.readString(kiosk.store().resolve("enrolment.json")))
                    .path("token")
                    .asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
