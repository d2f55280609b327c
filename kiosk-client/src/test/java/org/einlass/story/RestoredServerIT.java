package org.einlass.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.demo.DemoCongress;
import org.einlass.demo.MorningPictures;
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

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path data;

    @Test
    void nothingThatWasAcknowledgedIsLostWithTheDisk() throws Exception {
        data = folder.resolve("server");
        try (RunningHouse house = RunningHouse.open(data)) {
            DemoCongress congress = DemoCongress.on(house.server(), house.organiserToken());
            congress.inviteGuests();
            List<Path> tickets = photographs(congress);
            Path key = Files.move(data.resolve("recovery.key"), folder.resolve("paper.txt"));

            try (Entrance kiosk = new Entrance(congress, "kiosk-1", folder)) {
                assertThat(kiosk.knowsItsGuests()).isTrue();
                CompletableFuture<Path> backup = new CompletableFuture<>();
                for (int guest = 0; guest < GUESTS; guest++) {
                    if (guest == BACKED_UP_AT) {
                        backup = CompletableFuture.supplyAsync(() -> backUp(house));
                    }
                    kiosk.shows(tickets.get(guest));
                }
                Path taken = backup.get(2, TimeUnit.MINUTES);
                assertThat(kiosk.delivers()).isTrue();
                Set<String> acknowledged =
                        ids(kiosk.store().resolve("journal.db"), "select id from entry where fate is not null");
                assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(GUESTS);
                assertThat(facts()).containsAll(acknowledged);

                house.losesPower();
                Path stick = Files.move(taken, folder.resolve("stick.einlass-backup"));
                deleteTree(data);
                long lost = System.nanoTime();
                restore(stick, key);
                Set<String> saved = facts();
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
                assertThat(facts()).as("an unconfirmed device adds nothing").isEqualTo(saved);
                assertThat(congress.organiser().confirmRestored()).hasSize(1);
                acknowledged.addAll(ids(kiosk.store().resolve("journal.db"), "select id from entry"));
                awaitFacts(acknowledged);

                System.out.printf(
                        "restore drill: %d entries acknowledged, %d of them in the backup, 0 lost; %.1f s from the empty disk"
                                + " to the last entry%n",
                        acknowledged.size(),
                        acknowledged.stream().filter(saved::contains).count(),
                        (System.nanoTime() - lost) / 1e9);
                assertThat(data.resolve("restored.properties")).doesNotExist();
            }
        }
    }

    /** The restored server knows neither the kiosk, which enrolled itself after the backup, nor what it reported. */
    @Test
    void aKioskThatTheRestoredServerDoesNotKnowEnrolsAgainAndItsJournalArrives() throws Exception {
        data = folder.resolve("server");
        try (RunningHouse house = RunningHouse.open(data)) {
            DemoCongress congress = DemoCongress.on(house.server(), house.organiserToken());
            congress.inviteGuests();
            List<Path> tickets = photographs(congress);
            Path key = Files.move(data.resolve("recovery.key"), folder.resolve("paper.txt"));
            Path stick = Files.move(backUp(house), folder.resolve("stick.einlass-backup"));
            Path store = folder.resolve("store");
            Path settings = congress.enrolByQrCode("kiosk-1", folder, store, folder.resolve("badges"));
            PictureRun guests = new PictureRun();
            try (Kiosk kiosk = open(settings, guests)) {
                kiosk.ready().get(3, TimeUnit.MINUTES);
                await(() -> kiosk.roster().isPresent());
                assertThat(guests.step(kiosk, tickets.get(0)).finding()).isEqualTo(PictureRun.Finding.ADMITTED);
                assertThat(kiosk.awaitDelivered(Duration.ofMinutes(3))).isTrue();
                house.losesPower();
                deleteTree(data);
                restore(stick, key);
                house.powerReturns();

                await(() -> kiosk.signs().stream()
                        .anyMatch(sign -> sign.words().english().contains("enrol the device anew")));
                assertThat(guests.step(kiosk, tickets.get(1)).finding())
                        .as("it goes on alone")
                        .isEqualTo(PictureRun.Finding.ADMITTED);
                assertThat(facts()).isEmpty();
            }

            congress.enrolByQrCode("kiosk-1", folder, store, folder.resolve("badges"));

            try (Kiosk again = open(settings, guests)) {
                awaitFacts(ids(store.resolve("journal.db"), "select id from entry"));
                await(() -> again.signs().stream().noneMatch(sign -> sign.fault() == DeviceFault.SERVER));
            }
        }
    }

    private static Kiosk open(Path settings, PictureRun guests) {
        return KioskFactory.of(KioskSettings.read(settings, Map.of("deadline", "10000")), guests);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for three minutes").isLessThan(end);
            LockSupport.parkNanos(100_000_000);
        }
    }

    private Path backUp(RunningHouse house) {
        try {
            HttpRequest request = HttpRequest.newBuilder(house.server().uri().resolve("api/v1/backups"))
                    .header(
                            "Authorization",
                            "Bearer " + Files.readString(house.organiserToken()).strip())
                    .timeout(Duration.ofMinutes(2))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return data.resolve("backups")
                    .resolve(json.readTree(answer.body()).get("name").asText());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** By the operator's own command, in a program of its own. */
    private void restore(Path backup, Path key) throws IOException, InterruptedException {
        Process launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.einlass.launcher.Launcher",
                        "restore",
                        "--data",
                        data.toString(),
                        "--backup",
                        backup.toString(),
                        "--home",
                        RunningHouse.HOME.toString(),
                        "--recovery-key-file",
                        key.toString())
                .inheritIO()
                .start();

        assertThat(launcher.waitFor()).isZero();
    }

    private static void awaitHeartbeat(DemoCongress congress) {
        String before = congress.organiser().devices().get(0).path("seenAt").asText();
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (congress.organiser().devices().get(0).path("seenAt").asText().equals(before)) {
            assertThat(System.nanoTime()).as("waited for three minutes").isLessThan(end);
            LockSupport.parkNanos(100_000_000);
        }
    }

    private void awaitFacts(Set<String> acknowledged) throws SQLException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!facts().containsAll(acknowledged)) {
            assertThat(System.nanoTime()).as("waited for three minutes").isLessThan(end);
            LockSupport.parkNanos(100_000_000);
        }
    }

    private Set<String> facts() throws SQLException {
        return ids(data.resolve("einlass.db"), "select id from facts");
    }

    private static Set<String> ids(Path database, String query) throws SQLException {
        Set<String> ids = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database + "?busy_timeout=60000");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private List<Path> photographs(DemoCongress congress) throws Exception {
        Path pictures = folder.resolve("pictures");
        MorningPictures camera = new MorningPictures(pictures);
        congress.organiser().registrations().stream()
                .filter(guest -> guest.get("particulars").get("status").asText().equals("CONFIRMED"))
                .limit(GUESTS + 1)
                .forEach(guest -> camera.ticket(congress.organiser().ticket(guest), "ticket"));
        try (Stream<Path> files = Files.list(pictures)) {
            return files.sorted().toList();
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
