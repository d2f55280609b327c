package org.einlass.story;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.einlass.demo.DemoCongress;
import org.einlass.demo.MorningPictures;

/**
 * What the stories of a lost disk share: a backup of the running server, its data folder, and a new box that the operator's
 * command makes of the backup.
 */
final class RestoreDrill {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final Path data;
    private final ObjectMapper json = new ObjectMapper();

    /** @param folder holds everything of the drill, the server's data folder among it */
    RestoreDrill(Path folder) {
        this.folder = folder;
        this.data = folder.resolve("server");
    }

    /** The server's data folder. */
    Path data() {
        return data;
    }

    /** Takes the recovery key away, as somebody who prints it does. @return the file that holds it now */
    Path paper() throws IOException {
        return Files.move(data.resolve("recovery.key"), folder.resolve("paper.txt"));
    }

    /** Has the running server make a backup. @return its file in the data folder */
    Path backUp(RunningHouse house) {
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

    /** The disk of a server that runs no more is lost with everything on it. @return where the backup is now */
    Path loseDisk(Path backup) throws IOException {
        Path stick = Files.move(backup, folder.resolve("stick.einlass-backup"));
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        return stick;
    }

    /** By the operator's own command, in a program of its own. @return its sentence where it refuses, else nothing */
    String restore(Path backup, String... recovery) throws IOException, InterruptedException {
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

    /** The ids of all facts that the server has. */
    Set<String> facts() {
        return ids(data.resolve("einlass.db"), "select id from facts");
    }

    /** The ids of all entries in the journal of a device. */
    static Set<String> journal(Path store) {
        return ids(store.resolve("journal.db"), "select id from entry");
    }

    /** Those that the server has acknowledged. */
    static Set<String> acknowledged(Path store) {
        return ids(store.resolve("journal.db"), "select id from entry where fate is not null");
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

    /** Pictures of the tickets of the first {@code most} confirmed guests. */
    List<Path> photographs(DemoCongress congress, int most) throws Exception {
        Path pictures = folder.resolve("pictures");
        MorningPictures camera = new MorningPictures(pictures);
        congress.organiser().registrations().stream()
                .filter(guest -> guest.get("particulars").get("status").asText().equals("CONFIRMED"))
                .limit(most)
                .forEach(guest -> camera.ticket(congress.organiser().ticket(guest), "ticket"));
        try (Stream<Path> files = Files.list(pictures)) {
            return files.sorted().toList();
        }
    }

    /** Waits for three minutes at most. */
    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for three minutes").isLessThan(end);
            LockSupport.parkNanos(100_000_000);
        }
    }
}
