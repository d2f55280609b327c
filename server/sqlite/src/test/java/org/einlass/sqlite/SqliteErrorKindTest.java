package org.einlass.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Every error but the one of the disk itself is made by SQLite here. */
final class SqliteErrorKindTest {
    @TempDir
    private Path folder;

    private Path file;
    private Connection connection;
    private Statement statement;

    @BeforeEach
    void open() throws SQLException {
        file = folder.resolve("some.db");
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        statement = connection.createStatement();
        statement.execute("create table some (n integer primary key, text text)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void aViolatedConstraintIsOneAlsoInABatch() throws SQLException {
        statement.execute("insert into some values (1, '')");

        assertThat(kindOf(() -> statement.execute("insert into some values (1, '')")))
                .isEqualTo(SqliteErrorKind.CONSTRAINT);
        assertThat(kindOf(this::insertTheSameTwiceInABatch)).isEqualTo(SqliteErrorKind.CONSTRAINT);
    }

    private void insertTheSameTwiceInABatch() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into some values (7, '')")) {
            insert.addBatch();
            insert.addBatch();
            insert.executeBatch();
        }
    }

    @Test
    void aFileThatMayNotGrowIsFull() throws SQLException {
        statement.execute("pragma max_page_count = 2");

        assertThat(kindOf(() -> statement.execute("insert into some values (1, zeroblob(100000))")))
                .isEqualTo(SqliteErrorKind.FULL);
    }

    @Test
    void aLockOfAnotherConnectionIsALock() throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=0")) {
            statement.execute("begin immediate");

            assertThat(kindOf(() -> other.createStatement().execute("begin immediate")))
                    .isEqualTo(SqliteErrorKind.LOCKED);
        }
    }

    @Test
    void aFileThatCannotBeOpenedIsAnInputOutputError() {
        assertThat(kindOf(() -> DriverManager.getConnection("jdbc:sqlite:" + folder)))
                .isEqualTo(SqliteErrorKind.INPUT_OUTPUT);
    }

    @Test
    void theDisksExactErrorIsAnInputOutputErrorBehindWhateverWrapsIt() {
        SQLiteException fsync = new SQLiteException("disk I/O error", SQLiteErrorCode.SQLITE_IOERR_FSYNC);

        assertThat(SqliteErrorKind.behind(new IllegalStateException(new SQLException("no state", fsync))))
                .contains(SqliteErrorKind.INPUT_OUTPUT);
    }

    @Test
    void aTextFileAndATornFileAreCorrupt() throws Exception {
        Path text = Files.writeString(folder.resolve("text.db"), "Dear diary, ".repeat(500));
        statement.execute("insert into some values (1, 'x')");
        connection.close();
        overwriteSecondPage();

        assertThat(kindOf(() -> read(text))).isEqualTo(SqliteErrorKind.CORRUPT);
        assertThat(kindOf(() -> read(file))).isEqualTo(SqliteErrorKind.CORRUPT);
    }

    private static void read(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.executeQuery("select count(*) from some");
        }
    }

    private void overwriteSecondPage() throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] nonsense = new byte[4096];
            Arrays.fill(nonsense, (byte) 0x5a);
            bytes.seek(4096);
            bytes.write(nonsense);
        }
    }

    @Test
    void aStatementThatSqliteDoesNotUnderstandIsOfNoKindThatMatters() {
        assertThat(kindOf(() -> statement.execute("nonsense"))).isEqualTo(SqliteErrorKind.OTHER);
    }

    @Test
    void whatIsNoErrorOfSqliteHasNoKind() {
        assertThat(SqliteErrorKind.behind(new SQLException("from elsewhere", "58030", 10)))
                .isEmpty();
        assertThat(SqliteErrorKind.behind(new IllegalStateException())).isEmpty();
    }

    @Test
    void aCommitIsSurelyUndoneAfterThreeKindsOfErrorOnly() {
        assertThat(Arrays.stream(SqliteErrorKind.values()).filter(kind -> !kind.leavesCommitInDoubt()))
                .containsExactly(SqliteErrorKind.CONSTRAINT, SqliteErrorKind.FULL, SqliteErrorKind.LOCKED);
    }

    private static SqliteErrorKind kindOf(ThrowingCallable failing) {
        return SqliteErrorKind.behind(catchThrowable(failing)).orElseThrow();
    }
}
