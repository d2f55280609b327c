package org.einlass.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.einlass.sqlite.SqliteErrorKind;
import org.einlass.sqlite.SqliteFile;
import org.jspecify.annotations.Nullable;

/** The server's one SQLite file, with the tables of this program's version. */
final class SqliteDatabase implements Database {
    private static final int MOST_READERS = 4;
    private static final int CACHE_MEBIBYTES = 64;
    private static final String BY_KEY = "without rowid";

    private final SqliteFile file;

    SqliteDatabase(Path path) {
        this.file = new SqliteFile(path, CACHE_MEBIBYTES);
    }

    @Override
    public void prepare() {
        prepareFile();
        try {
            openWriter().close();
        } catch (SQLException e) {
            throw new StoreUnusable(sentenceFor(e), e);
        }
        new Migrations(file.writable(), BY_KEY).run();
        writeStatistics();
    }

    private void prepareFile() {
        try {
            file.prepare();
        } catch (IOException e) {
            throw unwritable(e);
        }
        boolean writable = Files.isWritable(folder()) && Files.isWritable(file.path());
        if (!writable) {
            throw unwritable(null);
        }
    }

    /** The log lies beside the file: a folder that takes no file lets nothing be written. */
    @Override
    public boolean isReadOnly() {
        try {
            Files.delete(Files.createTempFile(folder(), "writable", ".tmp"));
            return false;
        } catch (IOException unwritable) {
            return true;
        }
    }

    private Path folder() {
        return Objects.requireNonNull(file.path().getParent(), "a file lies in a folder");
    }

    private StoreUnusable unwritable(@Nullable IOException cause) {
        return new StoreUnusable(
                "The data folder " + folder() + " cannot be written. Give the server's user the right to write there,"
                        + " or name another folder.",
                cause);
    }

    private void writeStatistics() {
        try (Connection connection = openWriter()) {
            SqliteStatistics.write(connection);
        } catch (SQLException e) {
            throw new StoreUnusable(sentenceFor(e), e);
        }
    }

    private String sentenceFor(SQLException e) {
        if (SqliteErrorKind.behind(e).filter(SqliteErrorKind.CORRUPT::equals).isPresent()) {
            return "The file " + file.path() + " is no database of Einlass, or is damaged. Restore a backup, or move"
                    + " the file away to begin with an empty one.";
        }
        return "The database " + file.path() + " cannot be opened (" + e.getMessage() + "). Check the disk and the"
                + " rights of the folder.";
    }

    @Override
    public Connection openWriter() throws SQLException {
        return file.open();
    }

    /** The launcher lets one server only have a data folder. */
    @Override
    public ClusterNotifier calls(ClusterNotifier.Listener ear) {
        return ClusterNotifier.NONE;
    }

    @Override
    public DataSource openReaders() {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("einlass-readers");
        pool.setDataSource(file.queryOnly());
        pool.setMaximumPoolSize(MOST_READERS);
        return new HikariDataSource(pool);
    }

    @Override
    public String list() {
        return "json_each(?) asked";
    }

    @Override
    public String begin() {
        return "begin immediate";
    }

    /** An error that SQLite did not name itself could hide any of its own. */
    @Override
    public boolean isSuspectAfter(RuntimeException failedCommit) {
        return SqliteErrorKind.behind(failedCommit)
                .map(SqliteErrorKind::leavesCommitInDoubt)
                .orElse(true);
    }

    @Override
    public void rewrite() throws SQLException {
        file.rewrite();
    }

    @Override
    public void copyTo(Path copy) throws SQLException {
        file.copyTo(copy);
    }

    @Override
    public void takeOver(Path other, Path begun) {
        throw new StoreUnusable("A database in a file is restored by putting the file in its place.", null);
    }

    /** A file of an older or this version, with the tables of this one. */
    static SqliteFile upToDate(Path path) {
        SqliteDatabase database = new SqliteDatabase(path);
        database.prepare();
        return database.file;
    }

    @Override
    public void overwriteDeleted() throws SQLException {
        file.overwriteDeleted();
    }

    /** A new file with all tables of this version and no rows, for rows from elsewhere. */
    static SqliteFile withTables(Path path) throws IOException {
        SqliteFile file = new SqliteFile(path, CACHE_MEBIBYTES);
        file.prepare();
        new Migrations(file.writable(), BY_KEY).run();
        return file;
    }
}
