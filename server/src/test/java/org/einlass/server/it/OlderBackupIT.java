package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.einlass.contract.backup.BackupManifest;
import org.einlass.contract.backup.BackupWriter;
import org.einlass.contract.code.RecoveryKey;
import org.einlass.launcher.DataFolder;
import org.einlass.launcher.Launcher;
import org.einlass.launcher.ServerProcess;
import org.einlass.server.database.OlderDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that an older program made is restored by this one; one of a newer program is refused. */
final class OlderBackupIT {
    private static final int NEWER_THAN_ANY = 99_999;

    private final RecoveryKey recovery = RecoveryKey.next(new Random(4));

    @TempDir
    private Path folder;

    private Path database;
    private Path paper;
    private Path data;

    @BeforeEach
    void aMorningOfAnOlderProgram() throws Exception {
        database = folder.resolve("older.db");
        data = folder.resolve("new-box");
        paper = Files.writeString(folder.resolve("paper.txt"), recovery.grouped());
        OlderDatabase.make("jdbc:sqlite:" + database);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into feed_counters (event) select id from events"
                    + " where id not in (select event from feed_counters)");
        }
    }

    @Test
    void theFirstStartBringsItUpToDateAndKeepsItsPeople() throws Exception {
        assertThat(restore(backup(OlderDatabase.SCHEMA))).isEmpty();

        DataFolder restored = new DataFolder(data);
        try (ServerProcess server = RunningServer.start(restored)) {
            ApiClient organiser = RunningServer.organiser(server, restored);
            assertThat(organiser.get("audit?action=RESTORED").expect(200).text())
                    .contains("2026-11-29T09:15:00Z");
            assertThat(organiser.get("events/dt22").expect(200).text())
                    .as("what the older program did not know yet")
                    .contains("2000-01-01", "FREE");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("einlass.db"));
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from registrations where family_name = 'Beispiel'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(1);
        }
        assertThat(data.resolve(BackupManifest.RESTORED)).doesNotExist();
    }

    @Test
    void aNewerOneIsRefusedInOneSentence() throws Exception {
        assertThat(restore(backup(NEWER_THAN_ANY))).contains("newer Einlass").hasLineCount(1);
        assertThat(data.resolve("einlass.db")).doesNotExist();
    }

    private Path backup(int schema) throws IOException {
        Path file = folder.resolve("einlass-2026-11-29T09-15-00Z.einlass-backup");
        byte[] key = new byte[32];
        new Random(9).nextBytes(key);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(new BackupWriter(out, recovery.publicKey(), new Random(6)))) {
            zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
            new BackupManifest(Instant.parse("2026-11-29T09:15:00Z"), schema, 1, 1).write(zip);
            zip.putNextEntry(new ZipEntry(BackupManifest.DATABASE));
            Files.copy(database, zip);
            zip.putNextEntry(new ZipEntry("einlass.key"));
            zip.write(key);
        }
        return file;
    }

    /** By the operator's own command. @return its sentence where it refuses, else nothing */
    private String restore(Path backup) throws IOException, InterruptedException {
        Process launcher = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=en",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        "restore",
                        "--data",
                        data.toString(),
                        "--backup",
                        backup.toString(),
                        "--home",
                        RunningServer.home().folder().toString(),
                        "--recovery-key-file",
                        paper.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(launcher.getErrorStream().readAllBytes(), UTF_8)
                .lines()
                .filter(line -> !line.contains("SLF4J"))
                .reduce("", (all, line) -> all.isEmpty() ? line : all + "\n" + line);
        assertThat(launcher.waitFor()).as(said).isEqualTo(said.isEmpty() ? 0 : 1);
        return said;
    }
}
