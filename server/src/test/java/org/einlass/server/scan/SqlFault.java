package org.einlass.server.scan;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.einlass.server.database.Databases;
import org.einlass.server.database.StatementTap;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Fails a statement as the real database would: SQLite rolls back everything, PostgreSQL takes no more. */
final class SqlFault implements StatementTap.Tap {
    private final Databases database;
    private Kind kind = Kind.FULL;
    private String only = "";
    private int left;
    private boolean forEver;
    private boolean fired;
    private String state = "";

    SqlFault(Databases database) {
        this.database = database;
    }

    synchronized void arm(Kind what, String beginning, int statement) {
        kind = what;
        only = beginning;
        left = statement + 1;
        forEver = false;
        fired = false;
    }

    synchronized void armForEver(Kind what, String beginning) {
        kind = what;
        only = beginning;
        left = 1;
        forEver = true;
        fired = false;
    }

    synchronized boolean disarm() {
        left = 0;
        forEver = false;
        return fired;
    }

    @Override
    public synchronized void before(String sql, Connection real) throws SQLException {
        boolean late = kind.comesLate() && sql.equals("commit");
        if (late || left == 0 || !sql.startsWith(only) || sql.equals("rollback")) {
            return;
        }
        left--;
        if (left == 0) {
            fail(real);
        }
    }

    @Override
    public synchronized void after(String sql, Connection real) throws SQLException {
        if (left > 0 && kind.comesLate() && sql.equals("commit")) {
            left--;
            if (left == 0) {
                fail(real);
            }
        }
    }

    private void fail(Connection real) throws SQLException {
        fired = true;
        left = forEver ? 1 : 0;
        if (database == Databases.SQLITE) {
            if (kind.rollsBack()) {
                quietly(real, "rollback");
            }
            throw new SQLiteException("injected", kind.code);
        }
        if (kind.losesConnection()) {
            real.close();
            throw new SQLException("injected", kind.state);
        }
        quietly(real, "select 1 / 0");
        throw new SQLException("injected after " + state, kind.state);
    }

    private void quietly(Connection real, String sql) {
        try (Statement statement = real.createStatement()) {
            statement.execute(sql);
        } catch (SQLException expected) {
            state = expected.getSQLState();
        }
    }

    /** What may go wrong. */
    enum Kind {
        FULL(SQLiteErrorCode.SQLITE_FULL, "53100"),
        DISK(SQLiteErrorCode.SQLITE_IOERR_WRITE, "58030"),
        /** Like DISK; of a commit, after the database has done it. */
        DISK_AFTER_COMMIT(SQLiteErrorCode.SQLITE_IOERR_FSYNC, "58030"),
        INTERRUPTED(SQLiteErrorCode.SQLITE_INTERRUPT, "57014"),
        CONSTRAINT(SQLiteErrorCode.SQLITE_CONSTRAINT, "23505"),
        LOCKED(SQLiteErrorCode.SQLITE_BUSY, "55P03"),
        DEADLOCK(null, "40P01"),
        SERIALIZATION(null, "40001"),
        CONNECTION_LOST(null, "08006"),
        /** Like CONNECTION_LOST; of a commit, after the database has done it. */
        CONNECTION_LOST_AFTER_COMMIT(null, "08006");

        private final @Nullable SQLiteErrorCode code;
        private final String state;

        Kind(@Nullable SQLiteErrorCode code, String state) {
            this.code = code;
            this.state = state;
        }

        static List<Kind> before(Databases database) {
            return all(database).filter(kind -> !kind.comesLate()).toList();
        }

        static List<Kind> afterCommit(Databases database) {
            return all(database).filter(Kind::comesLate).toList();
        }

        private static Stream<Kind> all(Databases database) {
            return Arrays.stream(values()).filter(kind -> database != Databases.SQLITE || kind.code != null);
        }

        private boolean comesLate() {
            return this == DISK_AFTER_COMMIT || this == CONNECTION_LOST_AFTER_COMMIT;
        }

        private boolean losesConnection() {
            return this == CONNECTION_LOST || this == CONNECTION_LOST_AFTER_COMMIT;
        }

        /** Whether SQLite may have rolled back the whole transaction. */
        private boolean rollsBack() {
            return this != CONSTRAINT && this != LOCKED;
        }
    }
}
