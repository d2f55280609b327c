package org.einlass.server.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.einlass.contract.backup.BackupManifest;
import org.einlass.contract.backup.BackupReader;
import org.einlass.contract.code.RecoveryKey;
import org.einlass.server.backup.Backup;
import org.einlass.server.backup.BackupObstacle;
import org.einlass.server.backup.BackupService;
import org.einlass.server.backup.BackupSettings;
import org.einlass.server.backup.BackupState;
import org.einlass.server.database.Databases;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Backups of a congress on both databases, opened again by the recovery key. */
final class BackupServiceTest {
    private static final Executor AT_ONCE = Runnable::run;

    @TempDir
    Path folder;

    private final RecoveryKey recovery = RecoveryKey.next(new Random(5));
    private Path data;
    private Path stick;
    private Congress congress;

    @BeforeEach
    void furnish() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        stick = Files.createDirectories(folder.resolve("stick"));
        Files.createDirectories(data.resolve("keys"));
        Files.writeString(
                data.resolve("keys/recovery.pub"), recovery.publicKey().base64() + "\n");
        Files.writeString(data.resolve("keys/event-ca.pem"), "the event's CA");
        Files.writeString(data.resolve("keys/event.p12"), "made anew at each start");
        Files.writeString(data.resolve("keys/server.properties"), "made anew at each start");
        Files.writeString(data.resolve("keys/einlass.key"), "the key of the database");
    }

    @AfterEach
    void close() {
        if (congress != null) {
            congress.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsTheDatabaseAndTheKeysForTheOwnerOfTheRecoveryKey(Databases database) throws Exception {
        congress = new Congress(database, folder);
        congress.guests(30);
        congress.machine("desk").scan(Congress.NORTH, congress.guest().ticket());

        Backup made = Congress.await(service(congress, Duration.ofHours(6), 5).make());

        Map<String, Path> content = opened(made);
        assertThat(content)
                .containsOnlyKeys(
                        BackupManifest.ENTRY,
                        "einlass.db",
                        "keys/einlass.key",
                        "keys/event-ca.pem",
                        "keys/recovery.pub");
        assertThat(content.get("keys/event-ca.pem")).hasContent("the event's CA");
        assertThat(manifest(content)).returns(1L, BackupManifest::events).returns(31L, BackupManifest::registrations);
        for (String table : new String[] {"registrations", "codes", "answers", "claims", "feed", "devices", "facts"}) {
            assertThat(rows(content.get("einlass.db"), table))
                    .as(table)
                    .isEqualTo(congress.count("select count(*) from " + table));
        }
        assertThat(congress.rows("select action, author, subject from audit_entries where action = 'BACKUP_MADE'"))
                .containsExactly(Map.of("action", "BACKUP_MADE", "author", "server", "subject", made.name()));
    }

    @Test
    void leavesNothingButTheEncryptedFileWhichIsForItsOwnerOnly() throws Exception {
        congress = new Congress(Databases.SQLITE, folder);
        congress.guest();

        Backup made = Congress.await(service(congress, Duration.ofHours(6), 5).make());

        assertThat(names(stick)).containsExactly(made.name());
        assertThat(names(data.resolve("server/backup"))).isEmpty();
        Path file = stick.resolve(made.name());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file, ISO_8859_1))
                .startsWith("EINLASSB")
                .doesNotContain("Muster", "SQLite", "manifest", "the key of the database");
    }

    @ParameterizedTest
    @EnumSource
    void isOneMomentOfADatabaseThatIsWritten(Databases database) throws Exception {
        congress = new Congress(database, folder);
        AtomicBoolean ended = new AtomicBoolean();
        List<Congress.Guest> guests = congress.guests(400);
        SimulatedDevice desk = congress.machine("desk");
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> guests.stream()
                .takeWhile(guest -> !ended.get())
                .forEach(guest -> desk.scan(Congress.NORTH, guest.ticket())));
        try {
            for (int i = 0; i < 3; i++) {
                congress.after(Duration.ofMinutes(1));
                long before = congress.count("select count(*) from answers");
                Backup made =
                        Congress.await(service(congress, Duration.ofHours(6), 5).make());
                long after = congress.count("select count(*) from answers");

                Path copy = opened(made).get("einlass.db");
                assertThat(rows(copy, "answers")).isBetween(before, after);
                assertThat(rows(copy, "answers")).as("an answer and its claim").isEqualTo(rows(copy, "claims"));
            }
        } finally {
            ended.set(true);
            load.join();
        }
    }

    @Test
    void saysWhatStandsInTheWayAndLeavesNothing() throws Exception {
        congress = new Congress(Databases.SQLITE, folder);
        BackupService service = service(congress, Duration.ofHours(6), 5);
        Files.delete(data.resolve("keys/recovery.pub"));
        refused(service, BackupObstacle.NO_RECOVERY_KEY);

        Files.writeString(data.resolve("keys/recovery.pub"), "no key");
        refused(service, BackupObstacle.NO_RECOVERY_KEY);

        Files.writeString(
                data.resolve("keys/recovery.pub"), recovery.publicKey().base64());
        Files.move(stick, folder.resolve("pulled-out"));
        refused(service, BackupObstacle.NO_FOLDER);
        assertThat(service.state().reachable()).isFalse();
        assertThat(stick).as("no folder in the stick's place").doesNotExist();

        Files.move(folder.resolve("pulled-out"), stick);
        Backup made = Congress.await(service.make());
        assertThat(service.state().obstacle()).isNull();
        assertThat(names(stick)).containsExactly(made.name());
    }

    @Test
    void refusesACopyThatDoesNotFitItsFeed() throws Exception {
        congress = new Congress(Databases.SQLITE, folder);
        congress.guests(2);
        congress.execute(
                "insert into feed (event, kind, key, number, version) values (?, 'area', 'hall', 99, 1)",
                Congress.EVENT.text());

        refused(service(congress, Duration.ofHours(6), 5), BackupObstacle.NOT_COPIED);

        assertThat(names(stick)).isEmpty();
        assertThat(names(data.resolve("server/backup"))).isEmpty();
    }

    @Test
    void makesOneAtATime() {
        congress = new Congress(Databases.SQLITE, folder);
        Executor never = work -> {};
        BackupService service =
                new BackupService(congress.store(), settings(Duration.ofHours(6), 5), never, congress.clock);
        service.make();

        assertThat(service.state().running()).isTrue();
        assertThatThrownBy(service::make)
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.sentence()).isEqualTo(BackupObstacle.RUNNING.sentence()));
    }

    @Test
    void keepsTheNewestAndRemovesWhatAPowerCutLeft() throws Exception {
        congress = new Congress(Databases.SQLITE, folder);
        BackupService service = service(congress, Duration.ofHours(6), 2);
        Files.writeString(stick.resolve("einlass-2022-01-01T00-00-00Z.einlass-backup.draft"), "cut");
        Files.writeString(stick.resolve("holiday.jpg"), "not ours");
        Backup first = Congress.await(service.make());
        congress.after(Duration.ofHours(6));
        Backup second = Congress.await(service.make());
        congress.after(Duration.ofHours(6));
        Backup third = Congress.await(service.make());

        assertThat(names(stick)).containsExactlyInAnyOrder("holiday.jpg", second.name(), third.name());
        assertThat(service.state().kept()).containsExactly(third, second).doesNotContain(first);
    }

    @Test
    void aClockBehindNeverRemovesTheBackupJustMade() throws Exception {
        congress = new Congress(Databases.SQLITE, folder);
        BackupService service = service(congress, Duration.ofHours(6), 1);
        Congress.await(service.make());
        congress.after(Duration.ofDays(-9000));

        Backup made = Congress.await(service.make());

        assertThat(names(stick)).contains(made.name());
    }

    @Test
    void warnsWhereThereIsNoneOrNoneForTwiceTheUsualTime() {
        congress = new Congress(Databases.SQLITE, folder);
        BackupService service = service(congress, Duration.ofHours(6), 5);
        assertThat(service.state().isOverdue(Congress.NINE)).isTrue();

        Congress.await(service.make());

        BackupState state = service.state();
        assertThat(state.isOverdue(Congress.NINE.plus(Duration.ofHours(12)))).isFalse();
        assertThat(state.isOverdue(Congress.NINE.plus(Duration.ofHours(13)))).isTrue();
        assertThat(state.isOverdue(Congress.NINE.minus(Duration.ofHours(1))))
                .as("a backup from the future is no comfort")
                .isTrue();
    }

    private void refused(BackupService service, BackupObstacle why) {
        assertThatThrownBy(() -> Congress.await(service.make()))
                .hasCauseInstanceOf(Rejected.class)
                .cause()
                .isInstanceOfSatisfying(Rejected.class, e -> {
                    assertThat(e.reason()).isEqualTo(RejectionReason.BACKUP_IMPOSSIBLE);
                    assertThat(e.sentence()).isEqualTo(why.sentence());
                });
        assertThat(service.state().obstacle()).isEqualTo(why);
        assertThat(service.state().running()).isFalse();
    }

    private BackupSettings settings(Duration every, int keep) {
        return new BackupSettings(data, stick, every, keep);
    }

    private BackupService service(Congress of, Duration every, int keep) {
        return new BackupService(of.store(), settings(every, keep), AT_ONCE, of.clock);
    }

    private Map<String, Path> opened(Backup backup) throws IOException {
        Path target = Files.createTempDirectory(folder, "opened");
        Map<String, Path> content = new TreeMap<>();
        try (InputStream file = Files.newInputStream(stick.resolve(backup.name()));
                ZipInputStream zip = new ZipInputStream(BackupReader.open(file, recovery))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path place = target.resolve(entry.getName().replace('/', '_'));
                Files.copy(zip, place, StandardCopyOption.REPLACE_EXISTING);
                content.put(entry.getName(), place);
            }
        }
        return content;
    }

    private static BackupManifest manifest(Map<String, Path> content) throws IOException {
        try (InputStream in = Files.newInputStream(content.get(BackupManifest.ENTRY))) {
            return BackupManifest.read(in);
        }
    }

    private static long rows(Path database, String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            return row.getLong(1);
        }
    }

    private static List<String> names(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
