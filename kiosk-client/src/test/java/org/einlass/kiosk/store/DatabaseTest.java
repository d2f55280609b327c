package org.einlass.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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
