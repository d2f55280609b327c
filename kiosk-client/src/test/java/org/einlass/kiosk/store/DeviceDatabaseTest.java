package org.einlass.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.einlass.sqlite.SqliteFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;

final class DeviceDatabaseTest {
    @TempDir
    private Path folder;

    private DeviceDatabase deviceDatabase;

    @BeforeEach
    void open() {
        deviceDatabase = database(SqliteFile::open);
    }

    @AfterEach
    void close() {
        deviceDatabase.close();
    }

    @Test
    void leavesNoTransactionOpenAfterAProgrammingErrorInIt() throws SQLException {
        assertThatThrownBy(() -> deviceDatabase.transact(open -> {
                    insert(open);
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);

        deviceDatabase.use(DeviceDatabaseTest::insert);

        assertThat(seenFromOutside()).isEqualTo(1);
    }

    @Test
    void leavesNoTransactionOpenAfterAnErrorOfThePlatformInIt() throws SQLException {
        assertThatThrownBy(() -> deviceDatabase.transact(open -> {
                    insert(open);
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);

        deviceDatabase.use(DeviceDatabaseTest::insert);

        assertThat(seenFromOutside()).isEqualTo(1);
    }

    @Test
    void writesTheFileAnewAfterAnInputOutputErrorWhetherTheCommitWasDoneOrNot() throws Exception {
        for (boolean done : new boolean[] {true, false}) {
            BreakingDisk disk = new BreakingDisk();
            try (DeviceDatabase broken = database(disk)) {
                broken.transact(DeviceDatabaseTest::insert);
                Object old = fileKey();
                long before = count(broken);

                disk.breaks = true;
                disk.doneAllTheSame = done;
                assertThatThrownBy(() -> broken.transact(DeviceDatabaseTest::insert))
                        .isInstanceOf(SQLException.class);
                disk.breaks = false;

                assertThat(count(broken)).isEqualTo(before + (done ? 1 : 0));
                assertThat(fileKey()).isNotEqualTo(old);
                broken.transact(DeviceDatabaseTest::insert);
                assertThat(count(broken)).isEqualTo(before + (done ? 2 : 1));
                assertThat(integrity()).isEqualTo("ok");
            }
        }
    }

    @Test
    void keepsTheFileAfterAnyOtherError() throws Exception {
        deviceDatabase.transact(DeviceDatabaseTest::insert);
        Object old = fileKey();

        assertThatThrownBy(() -> deviceDatabase.use(open -> open.prepareStatement("nonsense")))
                .isInstanceOf(SQLException.class);
        deviceDatabase.transact(DeviceDatabaseTest::insert);

        assertThat(fileKey()).isEqualTo(old);
    }

    @Test
    void isUsedForNothingUntilTheFileCouldBeWrittenAnew() throws Exception {
        BreakingDisk disk = new BreakingDisk();
        try (DeviceDatabase broken = database(disk)) {
            disk.breaks = true;
            assertThatThrownBy(() -> broken.transact(DeviceDatabaseTest::insert))
                    .isInstanceOf(SQLException.class);
            disk.breaks = false;
            Path obstacle = Files.createDirectories(folder.resolve("some.db.draft/full"));

            assertThatThrownBy(() -> broken.transact(DeviceDatabaseTest::insert))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> count(broken)).isInstanceOf(SQLException.class);

            Files.delete(obstacle);
            Files.delete(folder.resolve("some.db.draft"));
            broken.transact(DeviceDatabaseTest::insert);
            assertThat(count(broken)).isEqualTo(1);
        }
    }

    @Test
    void rewritesTheFileAfterACommitOfWhichNobodyKnowsWhetherItWasDone() throws Exception {
        assertThat(rewritesAfter(SQLiteErrorCode.SQLITE_CANTOPEN)).isTrue();
        assertThat(rewritesAfter(SQLiteErrorCode.SQLITE_CORRUPT)).isTrue();
        assertThat(rewritesAfter(SQLiteErrorCode.SQLITE_INTERRUPT)).isTrue();
        assertThat(rewritesAfter(SQLiteErrorCode.SQLITE_FULL)).isFalse();
        assertThat(rewritesAfter(SQLiteErrorCode.SQLITE_BUSY)).isFalse();
    }

    private boolean rewritesAfter(SQLiteErrorCode error) throws Exception {
        BreakingDisk disk = new BreakingDisk();
        disk.says = error;
        try (DeviceDatabase broken = database(disk)) {
            broken.transact(DeviceDatabaseTest::insert);
            Object old = fileKey();
            disk.breaks = true;
            assertThatThrownBy(() -> broken.transact(DeviceDatabaseTest::insert))
                    .isInstanceOf(SQLException.class);
            disk.breaks = false;
            broken.transact(DeviceDatabaseTest::insert);
            return !fileKey().equals(old);
        }
    }

    @Test
    void readsTheFileOnlyAfterAnInterruptedRewriteWasCompleted() throws Exception {
        deviceDatabase.transact(DeviceDatabaseTest::insert);
        deviceDatabase.close();
        Files.move(folder.resolve("some.db"), folder.resolve("some.db.ready"));
        Files.writeString(folder.resolve("some.db"), "a file that nobody can believe");

        try (DeviceDatabase again = database(SqliteFile::open)) {
            assertThat(count(again)).isEqualTo(1);
        }
    }

    private DeviceDatabase database(DeviceDatabase.Opener opener) {
        return new DeviceDatabase(
                folder.resolve("some.db"), List.of("create table if not exists some (n integer)"), opener);
    }

    private Object fileKey() throws IOException {
        return Files.readAttributes(folder.resolve("some.db"), BasicFileAttributes.class)
                .fileKey();
    }

    private static long count(DeviceDatabase deviceDatabase) throws SQLException {
        return deviceDatabase.use(open -> {
            try (Statement query = open.createStatement()) {
                return query.executeQuery("select count(*) from some").getLong(1);
            }
        });
    }

    private String integrity() throws SQLException {
        try (Connection beside = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("some.db"));
                Statement check = beside.createStatement()) {
            return check.executeQuery("pragma integrity_check").getString(1);
        }
    }

    private static boolean insert(Connection open) throws SQLException {
        DeviceDatabase.execute(open, "insert into some values (1)");
        return true;
    }

    private int seenFromOutside() throws SQLException {
        try (Connection beside = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("some.db"))) {
            return beside.createStatement()
                    .executeQuery("select count(*) from some")
                    .getInt(1);
        }
    }
}
