package org.einlass.server.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.einlass.launcher.DataFolder;
import org.einlass.launcher.Launcher;
import org.einlass.launcher.ObstacleException;
import org.einlass.launcher.ServerPlan;
import org.einlass.launcher.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LauncherIT {
    @TempDir
    private Path folder;

    @Test
    void theCommandStartsAServerSaysWhereItIsAndTakesItAlong() throws IOException, InterruptedException {
        Path data =
                Files.createDirectories(folder.resolve("data").resolve("log")).getParent();
        Files.createFile(data.resolve("log").resolve("old.log"));
        openToAll(data);
        // Without a second server behind it, which is told by another test.
        Process launcher = launch("start", "--data", data.toString(), "--port", "0", "--java-option=-Xshare:auto");
        List<ProcessHandle> servers;
        try (BufferedReader said = said(launcher)) {
            Optional<String> running = said.lines()
                    .filter(line -> line.contains("http://127.0.0.1:"))
                    .findFirst();
            assertThat(running).isPresent();
            servers = launcher.descendants().toList();
            assertThat(servers).hasSize(1);
            assertThat(Files.getPosixFilePermissions(data.resolve("organiser.token")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertPrivate(data);
            assertMakesABackup(data, running.get().replaceAll(".*127\\.0\\.0\\.1:([0-9]+).*", "$1"));

            launcher.destroy();

            assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(servers.get(0).onExit()).succeedsWithin(60, TimeUnit.SECONDS);
        assertRefusedWithoutItsKey(data);
        assertRefusedOnTheDataOfANewerProgram(data);
    }

    private static void openToAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList()) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxrwxrwx"));
            }
        }
    }

    /** Whatever was there before; what the server writes meanwhile lies in folders that nobody else opens. */
    private static void assertPrivate(Path data) throws IOException {
        assertThat(Files.getPosixFilePermissions(data)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(data.resolve("log")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(data.resolve("log").resolve("old.log")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private static void assertMakesABackup(Path data, String port) throws IOException, InterruptedException {
        Process backup = launch("backup", "--data", data.toString(), "--port", port);
        assertThat(new String(backup.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .matches("The backup einlass-.*\\.einlass-backup is made and checked\\.\\R");
        assertThat(backup.waitFor()).isZero();
        try (Stream<Path> made = Files.list(data.resolve("backups"))) {
            assertThat(made).hasSize(1);
        }
    }

    /** On data whose key still lies where earlier versions had it. */
    private static void assertRefusedOnTheDataOfANewerProgram(Path data) throws IOException, InterruptedException {
        Files.move(data.resolve("kept.key"), data.resolve("einlass.key"));
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("einlass.db"));
                Statement statement = database.createStatement()) {
            statement.execute("""
                    insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                        installed_by, installed_on, execution_time, success)
                    values (9999, '9999', 'of a later year', 'SQL', 'V9999__of_a_later_year.sql', 1, '',
                        '2099-01-01 00:00:00.000', 1, 1)
                    """);
        } catch (SQLException e) {
            throw new IOException(e);
        }

        assertOneSentence(launch("start", "--data", data.toString(), "--port", "0"), "a newer Einlass");
        assertOneSentence(
                launch("backup", "--data", data.toString(), "--port", "" + ServerPlan.freePort()),
                "does not answer on port");
    }

    /** On the data of a server that has run. */
    private static void assertRefusedWithoutItsKey(Path data) throws IOException, InterruptedException {
        Path key = data.resolve("keys").resolve("einlass.key");
        Files.move(key, data.resolve("kept.key"));

        assertOneSentence(launch("start", "--data", data.toString(), "--port", "0"), "is missing");
        assertThat(key).doesNotExist();
    }

    @Test
    void aPortInUseIsSaidInOneSentence() throws IOException, InterruptedException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process launcher =
                    launch("start", "--data", folder.resolve("data").toString(), "--port", "" + other.getLocalPort());

            assertOneSentence(launcher, "Port " + other.getLocalPort());
        }
    }

    @Test
    void anUnwritableDataFolderIsSaidInOneSentence() throws IOException, InterruptedException {
        Path file = Files.createFile(folder.resolve("file"));

        assertOneSentence(launch("start", "--data", file.resolve("data").toString(), "--port", "0"), "file/data");
    }

    @Test
    void classesAreKeptReadyWhileAServerRunsAndReadByTheNextStart() throws IOException, InterruptedException {
        DataFolder data = new DataFolder(folder.resolve("data"));
        ServerPlan plan = RunningServer.plan(data).archived();
        System.setProperty("einlass.classes.nice", "0");

        try (ServerProcess first = ServerProcess.start(plan)) {
            assertThat(mappedArchives(first)).isEmpty();
            first.awaitClasses();
            assertThat(ProcessHandle.of(first.pid()).orElseThrow().isAlive()).isTrue();
        }
        assertThat(data.folder().resolve("cache"))
                .isDirectoryContaining("glob:**/classes-*.jsa")
                .isDirectoryNotContaining("glob:**/second-server");
        try (ServerProcess second = ServerProcess.start(plan)) {
            assertThat(mappedArchives(second)).isNotEmpty();
        }
    }

    /** What of the archive lies in the memory of a server. */
    private static List<String> mappedArchives(ServerProcess server) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(server.pid()), "maps")).stream()
                .filter(line -> line.contains("/cache/classes-"))
                .toList();
    }

    @Test
    void missingMemoryIsSaidInOneSentenceAndWithMoreItStarts() throws IOException, InterruptedException {
        Path data = folder.resolve("data");

        assertOneSentence(
                launch("start", "--data", data.toString(), "--port", "0", "--java-option=-Xmx24m"), "lacks memory");

        try (ServerProcess server = RunningServer.start(new DataFolder(data))) {
            assertThat(server.pid()).isPositive();
        }
    }

    @Test
    void aDatabaseThatIsNoneIsSaidInOneSentenceAndNoServerIsLeft() throws IOException {
        DataFolder data = new DataFolder(Files.createDirectory(folder.resolve("data")));
        Files.writeString(data.folder().resolve("einlass.db"), "This is a letter. ".repeat(500));
        ServerPlan plan = RunningServer.plan(data);

        assertThatThrownBy(() -> ServerProcess.start(plan))
                .isInstanceOf(ObstacleException.class)
                .hasMessageContaining("einlass.db");
        assertThat(ProcessHandle.current().descendants().map(ProcessHandle::info))
                .noneMatch(info ->
                        info.commandLine().orElse("").contains(data.folder().toString()));
    }

    @Test
    void twoServersNeverShareADataFolder() throws InterruptedException {
        RunningServer.organiser();

        assertThatThrownBy(() -> ServerProcess.start(RunningServer.plan(new DataFolder(RunningServer.data()))))
                .isInstanceOf(ObstacleException.class)
                .hasMessageContaining("Another server");
    }

    private static void assertOneSentence(Process launcher, String what) throws IOException, InterruptedException {
        try (BufferedReader said = said(launcher)) {
            List<String> lines =
                    said.lines().filter(line -> !line.contains("...")).toList();

            assertThat(lines).hasSize(1);
            assertThat(lines.get(0)).contains(what).doesNotContain("Exception");
        }
        assertThat(launcher.waitFor()).isEqualTo(1);
    }

    private static BufferedReader said(Process launcher) {
        return new BufferedReader(new InputStreamReader(launcher.getInputStream(), StandardCharsets.UTF_8));
    }

    private static Process launch(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=en",
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of(arguments));
        if (!arguments[0].equals("backup")) {
            command.addAll(List.of("--home", RunningServer.home().folder().toString()));
        }
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
