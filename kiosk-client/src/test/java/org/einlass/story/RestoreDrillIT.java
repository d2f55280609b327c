package org.einlass.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.einlass.contract.code.RecoveryKey;
import org.einlass.demo.DemoCongress;
import org.einlass.demo.MorningPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The drill with three devices under load. The backup is from before the third one was enrolled and before the second
 * one's token was renewed; then the server is killed and its disk is lost. A cut file, a wrong recovery key and none are
 * tried on the way to the new box.
 */
final class RestoreDrillIT {
    private static final int GUESTS_AT_A_KIOSK = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path data;
    private List<Path> tickets;
    private int shown;

    @Test
    void threeDevicesLoseNothingWithTheServersDisk() throws Exception {
        data = folder.resolve("server");
        try (RunningHouse house = RunningHouse.open(data)) {
            DemoCongress congress = DemoCongress.on(house.server(), house.organiserToken());
            congress.inviteGuests();
            tickets = photographs(congress);
            Path key = Files.move(data.resolve("recovery.key"), folder.resolve("paper.txt"));
            try (Entrance first = new Entrance(congress, "kiosk-1", folder);
                    Entrance renewed = Entrance.byQrCode(congress, "kiosk-2", folder)) {
                List<Entrance> two = List.of(first, renewed);
                assertThat(two).allMatch(Entrance::knowsItsGuests);
                guestsCome(two);
                assertThat(two).allMatch(Entrance::delivers);
                CompletableFuture<Path> backup = CompletableFuture.supplyAsync(() -> backUp(house));
                guestsCome(two);
                Path taken = backup.get(2, TimeUnit.MINUTES);

                String before = token(renewed);
                renewed.restarts();
                await(() -> !token(renewed).equals(before));
                try (Entrance late = new Entrance(congress, "kiosk-3", folder)) {
                    List<Entrance> all = List.of(first, renewed, late);
                    assertThat(all).allMatch(Entrance::knowsItsGuests);
                    guestsCome(all);
                    assertThat(all).allMatch(Entrance::delivers);
                    Set<String> acknowledged = new TreeSet<>();
                    for (Entrance one : all) {
                        acknowledged.addAll(
                                ids(one.store().resolve("journal.db"), "select id from entry where fate is not null"));
                    }
                    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(7 * GUESTS_AT_A_KIOSK);
                    assertThat(facts()).containsAll(acknowledged);

                    house.losesPower();
                    Path stick = Files.move(taken, folder.resolve("stick.einlass-backup"));
                    deleteTree(data);
                    long lost = System.nanoTime();
                    refusals(stick, key);
                    assertThat(restore(stick, "--recovery-key-file", key.toString()))
                            .isEmpty();
                    Set<String> saved = facts();
                    assertThat(acknowledged).as("the backup lacks some").anyMatch(entry -> !saved.contains(entry));

                    house.powerReturns();
                    JsonNode confirmed = congress.organiser().confirmRestored();
                    assertThat(confirmed.toString())
                            .contains("kiosk-1", "kiosk-2")
                            .doesNotContain("kiosk-3");
                    late.restartsWith(congress.organiser()
                            .enrol("kiosk-3", "{\"kind\": \"KIOSK\", \"doors\": [\"" + DemoCongress.ENTRANCE + "\"]}"));
                    await(() -> facts().containsAll(acknowledged));

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

        assertThat(restore(cut, "--recovery-key-file", key.toString())).contains("ends too early");
        assertThat(restore(backup, "--recovery-key-file", anothers.toString())).contains("another backup");
        assertThat(restore(backup)).contains("--recovery-key-file");
        assertThat(data)
                .satisfiesAnyOf(
                        none -> assertThat(none).doesNotExist(),
                        empty -> assertThat(empty).isEmptyDirectory());
    }

    /** By the operator's own command, in a program of its own. @return its sentence where it refuses, else nothing */
    private String restore(Path backup, String... recovery) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=en",
                "-cp",
                System.getProperty("java.class.path"),
                "org.einlass.launcher.Launcher",
                "restore",
                "--data",
                data.toString(),
                "--backup",
                backup.toString(),
                "--home",
                RunningHouse.HOME.toString()));
        command.addAll(List.of(recovery));
        Process launcher = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(launcher.getErrorStream().readAllBytes(), UTF_8).strip();
        assertThat(launcher.waitFor()).as(said).isEqualTo(said.isEmpty() ? 0 : 1);
        assertThat(said.lines().count()).as(said).isLessThanOrEqualTo(1);
        return said;
    }

    private Path backUp(RunningHouse house) {
        try {
            HttpRequest request = HttpRequest.newBuilder(house.server().uri().resolve("api/v1/backups"))
                    .header(
                            "Authorization",
                            "Bearer " + Files.readString(house.organiserToken()).strip())
                    .timeout(PATIENCE)
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

    private String token(Entrance kiosk) {
        try {
            return json.readTree(Files.readString(kiosk.store().resolve("enrolment.json")))
                    .path("token")
                    .asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for three minutes").isLessThan(end);
            LockSupport.parkNanos(100_000_000);
        }
    }

    private Set<String> facts() {
        return ids(data.resolve("einlass.db"), "select id from facts");
    }

    private static Set<String> ids(Path database, String query) {
        Set<String> ids = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database + "?busy_timeout=60000");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return ids;
    }

    private List<Path> photographs(DemoCongress congress) throws Exception {
        Path pictures = folder.resolve("pictures");
        MorningPictures camera = new MorningPictures(pictures);
        congress.organiser().registrations().stream()
                .filter(guest -> guest.get("particulars").get("status").asText().equals("CONFIRMED"))
                .limit(10 * GUESTS_AT_A_KIOSK)
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
