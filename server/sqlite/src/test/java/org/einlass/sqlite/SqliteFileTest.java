package org.einlass.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class SqliteFileTest {
    @TempDir
    private Path folder;

    private SqliteFile file;

    @BeforeEach
    void prepare() throws IOException {
        file = new SqliteFile(folder.resolve("new/data/some.db"));
        file.prepare();
    }

    @Test
    void everyConnectionThatMayWriteIsDurable() throws SQLException {
        try (Connection connection = file.open()) {
            assertThat(setting(connection, "journal_mode")).isEqualTo("wal");
            assertThat(setting(connection, "synchronous")).isEqualTo("2");
            assertThat(setting(connection, "foreign_keys")).isEqualTo("1");
            assertThat(setting(connection, "secure_delete")).isEqualTo("1");
            assertThat(setting(connection, "busy_timeout")).isEqualTo("10000");
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @Test
    void aSettingThatSqliteIgnoredIsFoundOut() throws SQLException {
        try (Connection withoutLog = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            assertThatThrownBy(() -> SqliteFile.readBack(withoutLog))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("journal_mode = memory instead of wal");
        }
        try (Connection careless = file.open()) {
            execute(careless, "pragma synchronous = normal");

            assertThatThrownBy(() -> SqliteFile.readBack(careless))
                    .hasMessageContaining("synchronous = 1 instead of 2");
        }
    }

    @Test
    void theMemoryForPagesIsWhatTheOwnerOfTheFileAllows() throws SQLException {
        try (Connection device = file.open();
                Connection server = new SqliteFile(file.path(), 64).open()) {
            assertThat(setting(device, "cache_size")).isEqualTo("-2048");
            assertThat(setting(server, "cache_size")).isEqualTo("-65536");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void folderFileAndLogAreOfNobodyElse() throws Exception {
        try (Connection connection = file.open()) {
            execute(connection, "create table some (n integer)");

            assertThat(rights(file.path().getParent())).isEqualTo("rwx------");
            assertThat(rights(file.path())).isEqualTo("rw-------");
            assertThat(rights(beside("-wal"))).isEqualTo("rw-------");
            assertThat(rights(beside("-shm"))).isEqualTo("rw-------");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileOfAnEarlierProgramIsClosedToOthersAndItsFolderLeftAlone() throws IOException {
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(Files.createFile(beside("-wal")), PosixFilePermissions.fromString("rw-rw-r--"));
        Files.setPosixFilePermissions(file.path().getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));

        file.prepare();

        assertThat(rights(file.path())).isEqualTo("rw-------");
        assertThat(rights(beside("-wal"))).isEqualTo("rw-------");
        assertThat(rights(file.path().getParent())).isEqualTo("rwxr-xr-x");
    }

    @Test
    void aFolderWhereAFileLiesIsRefused() throws IOException {
        Path occupied = Files.writeString(folder.resolve("occupied"), "");

        assertThatThrownBy(() -> new SqliteFile(occupied.resolve("some.db")).prepare())
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void whoOnlyReadsCannotWriteAndSeesWhatWasCommitted() throws SQLException {
        try (Connection writer = file.open();
                Connection reader = file.queryOnly().getConnection();
                Connection visitor = file.openReadOnly()) {
            execute(writer, "create table some (n integer)");
            execute(writer, "insert into some values (1)");

            assertThat(count(reader)).isEqualTo(1);
            assertThat(count(visitor)).isEqualTo(1);
            assertThatThrownBy(() -> execute(reader, "delete from some")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> execute(visitor, "delete from some")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aVisitorLeavesTheLogOfAProgramThatWasKilled() throws Exception {
        Path copy = folder.resolve("killed.db");
        try (Connection writer = file.open()) {
            execute(writer, "create table some (n integer)");
            execute(writer, "insert into some values (1)");
            Files.copy(file.path(), copy);
            Files.copy(beside("-wal"), folder.resolve("killed.db-wal"));
        }
        byte[] log = Files.readAllBytes(folder.resolve("killed.db-wal"));

        try (Connection visitor = new SqliteFile(copy).openReadOnly()) {
            assertThat(count(visitor)).isEqualTo(1);
        }

        assertThat(folder.resolve("killed.db-wal")).hasBinaryContent(log);
    }

    @Test
    void aVisitorMakesNoFile() {
        Path absent = folder.resolve("absent.db");

        assertThatThrownBy(() -> new SqliteFile(absent).openReadOnly()).isInstanceOf(SQLException.class);
        assertThat(absent).doesNotExist();
    }

    private Path beside(String ending) {
        return file.path().resolveSibling(file.path().getFileName() + ending);
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeQuery("pragma " + name).getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeQuery("select count(*) from some").getLong(1);
        }
    }
}
