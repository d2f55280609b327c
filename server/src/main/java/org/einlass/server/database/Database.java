package org.einlass.server.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One kind of database behind the store: how it is opened, begun and mended. */
interface Database {

    /** The name under which a connection's configuration holds {@link #list()}. */
    String LIST_ATTRIBUTE = "list";

    /**
     * Checks that the place can be used and brings its tables up to date.
     *
     * @throws StoreUnusable with one sentence
     */
    void prepare();

    /** A new connection for the writer, in autocommit; begin and commit are executed as statements. */
    Connection openWriter() throws SQLException;

    /** A new pool of connections that only read. */
    DataSource openReaders();

    /** The statement that begins a writing transaction. */
    String begin();

    /** Hears about how many rows were committed. */
    default void wrote(int rows) {}

    /** A table of the rows of one parameter, a JSON array of arrays, in a column called {@code value}. */
    String list();

    /** The same for the writer, whose lists are short. */
    default String writersList() {
        return list();
    }

    /** Whether its files cannot be written at this moment, as far as this program can find out. */
    default boolean isReadOnly() {
        return false;
    }

    /**
     * Whether a failed commit leaves the database in doubt, so that it must be rewritten before it is
     * believed.
     */
    boolean isSuspectAfter(RuntimeException failedCommit);

    /** Hears other servers of the same database, until it is closed. */
    ClusterNotifier calls(ClusterNotifier.Listener ear);

    /** Rewrites the database from what can be read of it; nobody holds a connection meanwhile. */
    void rewrite() throws SQLException;

    /**
     * Takes over all rows of an SQLite file in place of its own; does nothing where it has done so before.
     *
     * @param begun a file that is made as soon as this database was found to be empty
     * @throws StoreUnusable with one sentence, where this database holds other data already, or is a file itself
     */
    void takeOver(Path file, Path begun) throws SQLException;

    /**
     * Leaves no byte of deleted rows in the files that the database keeps its rows in.
     *
     * @throws SQLException where that is not possible now; it may be tried again
     */
    void overwriteDeleted() throws SQLException;

    /**
     * Writes what is committed at one moment into a new SQLite file, while others read and write: private to this user,
     * checked, and on the disk.
     */
    void copyTo(Path file) throws SQLException;
}
