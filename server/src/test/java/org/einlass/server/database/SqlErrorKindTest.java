package org.einlass.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the states of PostgreSQL mean for what happens next. */
final class SqlErrorKindTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "08006, DISCONNECTED",
        "08003, DISCONNECTED",
        "57P01, DISCONNECTED",
        "25006, DISCONNECTED",
        "53100, FULL",
        "58030, INPUT_OUTPUT",
        "23505, CONSTRAINT",
        "40P01, LOCKED",
        "XX001, CORRUPT",
        "42601, OTHER"
    })
    void followsFromTheState(String state, SqlErrorKind kind) {
        assertThat(SqlErrorKind.behind(new IllegalStateException(new SQLException("x", state))))
                .contains(kind);
    }

    @Test
    void whatThePoolSaysHasNoState() {
        assertThat(SqlErrorKind.behind(new SQLNonTransientConnectionException("gone")))
                .contains(SqlErrorKind.DISCONNECTED);
        assertThat(SqlErrorKind.behind(new SQLTransientConnectionException("no connection in time")))
                .contains(SqlErrorKind.DISCONNECTED);
        assertThat(SqlErrorKind.behind(new IllegalStateException("no database")))
                .isEmpty();
    }

    @Test
    void aFaultOfTheProgramIsNoOutage() {
        assertThat(SqlErrorKind.behind(new SQLException("No parameter 7 in this statement")))
                .contains(SqlErrorKind.OTHER);
    }

    /** In the words of the pool itself. */
    @Test
    void aClosedConnectionAndAClosedPoolAreGone() throws SQLException {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:sqlite:" + folder.resolve("any.db"));
        Connection connection = pool.getConnection();
        connection.close();
        Throwable ofConnection = catchThrowable(connection::createStatement);
        pool.close();
        Throwable ofPool = catchThrowable(pool::getConnection);

        assertThat(SqlErrorKind.behind(ofConnection)).contains(SqlErrorKind.DISCONNECTED);
        assertThat(SqlErrorKind.behind(ofPool)).contains(SqlErrorKind.DISCONNECTED);
    }

    /** As when a standby is promoted: readers are told to come again, not that something broke. */
    @Test
    void whoReadsWhileTheDatabaseGoesIsToldToTryAgain() {
        try (Store store = Store.open(Databases.POSTGRESQL.fresh(folder))) {
            assertThat(catchThrowable(() ->
                            store.read(handle -> handle.execute("select pg_terminate_backend(pg_backend_pid())"))))
                    .isInstanceOfSatisfying(
                            StoreUnavailable.class,
                            said -> assertThat(said.reason()).isEqualTo(StoreUnavailable.Reason.BROKEN));
            assertThat(store.<Integer, RuntimeException>read(handle ->
                            handle.createQuery("select 1").mapTo(Integer.class).one()))
                    .as("the next reading has a connection of its own")
                    .isEqualTo(1);
        }
    }
}
