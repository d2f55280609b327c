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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {
    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = new Database(
                folder.resolve("some.db"),
                Database.Durability.FULL,
                List.of("create table if not exists some (n integer)"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void leavesNoTransactionOpenAfterAProgrammingErrorInIt() throws SQLException {
        assertThatThrownBy(() -> database.transact(open -> {
                    insert(open);
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);

        database.use(DatabaseTest::insert);

        assertThat(seenFromOutside()).isEqualTo(1);
    }

    @Test
    void leavesNoTransactionOpenAfterAnErrorOfThePlatformInIt() throws SQLException {
        assertThatThrownBy(() -> database.transact(open -> {
                    insert(open);
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);

        database.use(DatabaseTest::insert);

        assertThat(seenFromOutside()).isEqualTo(1);
    }

    @Test
    void writesTheFileAnewAfterAnInputOutputErrorWhetherTheCommitWasDoneOrNot() throws Exception {
        for (boolean done : new boolean[] {true, false}) {
            BreakingDisk disk = new BreakingDisk();
            try (Database broken = database(disk)) {
                broken.transact(DatabaseTest::insert);
                Object old = fileKey();
                long before = count(broken);

                disk.breaks = true;
                disk.doneAllTheSame = done;
                assertThatThrownBy(() -> broken.transact(DatabaseTest::insert)).isInstanceOf(SQLException.class);
                disk.breaks = false;

                assertThat(count(broken)).isEqualTo(before + (done ? 1 : 0));
                assertThat(fileKey()).isNotEqualTo(old);
                broken.transact(DatabaseTest::insert);
                assertThat(count(broken)).isEqualTo(before + (done ? 2 : 1));
                assertThat(integrity()).isEqualTo("ok");
            }
        }
    }

    @Test
    void keepsTheFileAfterAnyOtherError() throws Exception {
        database.transact(DatabaseTest::insert);
        Object old = fileKey();

        assertThatThrownBy(() -> database.use(open -> open.prepareStatement("nonsense")))
                .isInstanceOf(SQLException.class);
        database.transact(DatabaseTest::insert);

        assertThat(fileKey()).isEqualTo(old);
    }

    @Test
    void isUsedForNothingUntilTheFileCouldBeWrittenAnew() throws Exception {
        BreakingDisk disk = new BreakingDisk();
        try (Database broken = database(disk)) {
            disk.breaks = true;
            assertThatThrownBy(() -> broken.transact(DatabaseTest::insert)).isInstanceOf(SQLException.class);
            disk.breaks = false;
            Path obstacle = Files.createDirectories(folder.resolve("some.db.draft/full"));

            assertThatThrownBy(() -> broken.transact(DatabaseTest::insert)).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> count(broken)).isInstanceOf(SQLException.class);

            Files.delete(obstacle);
            Files.delete(folder.resolve("some.db.draft"));
            broken.transact(DatabaseTest::insert);
            assertThat(count(broken)).isEqualTo(1);
        }
    }

    @Test
    void endsARewritingThatAPowerCutBrokeInto() throws Exception {
        database.transact(DatabaseTest::insert);
        database.close();
        Files.move(folder.resolve("some.db"), folder.resolve("some.db.ready"));
        Files.writeString(folder.resolve("some.db"), "a file that nobody can believe");
        Files.writeString(folder.resolve("some.db-wal"), "its log");

        try (Database again = database(DriverManager::getConnection)) {
            assertThat(count(again)).isEqualTo(1);
        }
        assertThat(folder.resolve("some.db.ready")).doesNotExist();
    }

    private Database database(Database.Opener opener) {
        return new Database(
                folder.resolve("some.db"),
                Database.Durability.FULL,
                List.of("create table if not exists some (n integer)"),
                opener,
                true);
    }

    private Object fileKey() throws IOException {
        return Files.readAttributes(folder.resolve("some.db"), BasicFileAttributes.class)
                .fileKey();
    }

    private static long count(Database database) throws SQLException {
        return database.use(open -> {
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
        Database.execute(open, "insert into some values (1)");
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
