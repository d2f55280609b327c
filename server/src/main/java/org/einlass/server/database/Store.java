package org.einlass.server.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.einlass.sqlite.SqliteFile;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * Everything the server keeps, in an SQLite file or a PostgreSQL database.
 *
 * <p>Any thread may read, each reading from one snapshot. Writings are queued, written by one thread,
 * committed together and answered after the commit. The queue is bounded: where it is full, a writing fails
 * at once with {@link StoreUnavailable}.
 */
public final class Store implements AutoCloseable {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final int ANSWERING_THREADS = 2;

    /** How many writings may wait where nobody says otherwise: a second or two of work. */
    public static final int QUEUE = 2_048;

    /** How many waiting writings are committed together where nobody says otherwise, and at most. */
    public static final int TOGETHER = 64;

    private final Database database;
    private final Readers readers;
    private final Health health;
    private final ExecutorService answers;
    private final Writer writer;
    private final List<Consumer<List<FeedChange>>> listeners = new CopyOnWriteArrayList<>();

    private Store(Database database, Tuning tuning) {
        this.database = database;
        readers = new Readers(database);
        health = new Health(database, readers);
        answers = Executors.newFixedThreadPool(ANSWERING_THREADS, Store::answeringThread);
        WriterConnection connection = new WriterConnection(database, tuning.wiring());
        GroupCommit commits = new GroupCommit(connection, health, answers, this::announce);
        writer = new Writer(commits, answers, tuning.queue(), tuning.batch(), tuning.nanos());
    }

    /** How a store is run; only tests and benchmarks have a reason for other values. */
    record Tuning(int queue, int batch, UnaryOperator<Connection> wiring, LongSupplier nanos) {
        Tuning(int queue, int batch, UnaryOperator<Connection> wiring) {
            this(queue, batch, wiring, System::nanoTime);
        }
    }

    private static Thread answeringThread(Runnable work) {
        Thread thread = new Thread(work, "einlass-answers");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Opens the store and brings its tables up to date.
     *
     * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql:...} with user and password
     * @throws StoreUnusable with one sentence for the operator
     */
    public static Store open(String url) {
        return open(url, QUEUE, TOGETHER);
    }

    /**
     * The same, with bounds.
     *
     * @param queue how many writings may wait, at least 1; more than those are refused at once
     * @param together how many are committed together, from 1 to {@value #TOGETHER}
     */
    public static Store open(String url, int queue, int together) {
        return open(url, new Tuning(queue, together, UnaryOperator.identity()));
    }

    static Store open(String url, Tuning tuning) {
        Database database = database(url);
        database.prepare();
        return new Store(database, tuning);
    }

    private static Database database(String url) {
        if (url.startsWith(SQLITE)) {
            return new SqliteDatabase(Path.of(url.substring(SQLITE.length())));
        }
        if (url.startsWith(POSTGRESQL)) {
            return new PostgresDatabase(url);
        }
        throw new StoreUnusable(
                "The address of the database begins neither with " + SQLITE + " nor with " + POSTGRESQL
                        + ". Correct it in the server's configuration.",
                null);
    }

    /** Reads from one snapshot, on the caller's thread. Writing statements fail. */
    public <T, X extends Exception> T read(HandleCallback<T, X> reading) throws X {
        if (!health.isTrusted()) {
            throw new StoreUnavailable(StoreUnavailable.Reason.SUSPECT);
        }
        try {
            return readers.read(reading);
        } catch (RuntimeException failed) {
            throw health.sawReading(failed).<RuntimeException>map(said -> said).orElse(failed);
        }
    }

    /**
     * Copies all of it, as it is committed at one moment, into a new SQLite file while others go on, and looks at that copy.
     * Takes as long as the disk needs for it; on the caller's thread.
     *
     * @param file does not exist; private to this user, checked and on the disk afterwards. Where this fails, what was
     *     written of it is left to the caller
     * @param look gets the copy, read only, and the number of its newest migration
     */
    public <T> T copyTo(Path file, CopyLook<T> look) throws SQLException {
        if (!health.isTrusted()) {
            throw new StoreUnavailable(StoreUnavailable.Reason.SUSPECT);
        }
        readers.whileOpen(() -> database.copyTo(file));
        Jdbi copy = Jdbi.create(new SqliteFile(file)::openReadOnly);
        SqlErrorRedaction.keep(copy);
        return copy.withHandle(handle -> look.at(handle, Migrations.newest(handle)));
    }

    /**
     * Takes over all rows of an SQLite file, such as a restored one, in place of its own, before anything is read or
     * written. Only a PostgreSQL database without events does. Asked again after a power cut, it does nothing where all
     * rows are there.
     *
     * @param begun a file that is made before the first row, and tells a later call that the database was empty then;
     *     the caller deletes it, once {@code file} is gone
     * @throws StoreUnusable with one sentence where that is not possible
     */
    public void takeOver(Path file, Path begun) {
        try {
            readers.whileOpen(() -> database.takeOver(file, begun));
        } catch (SQLException e) {
            throw new StoreUnusable(
                    "The restored data cannot be put into the PostgreSQL database (SQL state " + e.getSQLState()
                            + "). Nothing was changed there. Name an empty database of the server's own user.",
                    e);
        }
    }

    /**
     * Leaves no byte of deleted rows in the files of this database. Writings wait meanwhile, about a second for each 100
     * MB; on the caller's thread.
     *
     * @throws SQLException where it is not possible now; it may be tried again
     */
    public void overwriteDeleted() throws SQLException {
        readers.whileOpen(database::overwriteDeleted);
    }

    /** What is to be read from a copy. */
    @FunctionalInterface
    public interface CopyLook<T> {
        /** Reads it; {@code schema} is the number of the newest migration. */
        T at(Handle copy, int schema);
    }

    /**
     * Writes, together with others in one commit.
     *
     * @return completed after the commit, on a thread of the store; exceptionally with {@link
     *     StoreUnavailable} or with what the writing itself threw, which then left nothing behind
     */
    public <T> CompletionStage<T> write(WriteKey key, Write<T> writing) {
        return writer.submit(new QueuedWrite<>(key, false, oneByOne(), writing));
    }

    /**
     * Writes as above, together with waiting questions that the same object writes.
     *
     * @param writing one object for all questions of its kind
     */
    public <Q, A> CompletionStage<A> write(WriteKey key, BatchWrite<Q, A> writing, Q question) {
        return writer.submit(new QueuedWrite<>(key, false, writing, question));
    }

    /**
     * Writes as above what came from a device, in its turn among all devices.
     *
     * @param units how much of a batch it is, from 1: a question and each entry count one
     */
    public <Q, A> CompletionStage<A> write(
            WriteKey key, WriteLane lane, int units, BatchWrite<Q, A> writing, Q question) {
        return writer.submit(new QueuedWrite<>(key, false, lane, units, writing, question));
    }

    /** Writes something long, such as an import, in a transaction of its own. Answered as {@link #write}. */
    public <T> CompletionStage<T> writeAlone(WriteKey key, Write<T> writing) {
        return writer.submit(new QueuedWrite<>(key, true, oneByOne(), writing));
    }

    /** Writings that know nothing of each other. */
    private static <T> BatchWrite<Write<T>, T> oneByOne() {
        return (transaction, writings) ->
                writings.stream().map(writing -> writing.in(transaction)).toList();
    }

    /** Calls {@code listener} after each commit that changed something, on a thread of the store. */
    public void onCommit(Consumer<List<FeedChange>> listener) {
        listeners.add(listener);
    }

    /** Hears the calls of other servers on the same database; to be closed before this store. */
    public ClusterNotifier calls(ClusterNotifier.Listener ear) {
        return database.calls(ear);
    }

    private void announce(List<FeedChange> changes) {
        if (!changes.isEmpty() && !listeners.isEmpty()) {
            answers.execute(() -> listeners.forEach(listener -> listener.accept(changes)));
        }
    }

    /**
     * For how long the batch is being written that is written now; zero where none is. Any thread may ask.
     */
    public Duration lag() {
        return writer.lag();
    }

    /** Whether all of it is a file of the data folder, and not a database elsewhere. */
    public boolean isFile() {
        return database instanceof SqliteDatabase;
    }

    /** How many writings wait at this moment. */
    public int waiting() {
        return writer.waiting();
    }

    /** Whether a device has asked for a guest within the last {@code time}. */
    public boolean askedWithin(Duration time) {
        return writer.askedWithin(time);
    }

    /** How many may wait; one more is refused. */
    public int queue() {
        return writer.capacity();
    }

    public Condition condition() {
        return health.condition();
    }

    /** Ends the batch that is being written; whoever still waits gets {@link StoreUnavailable}. */
    @Override
    public void close() {
        try {
            writer.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The writer's connection could not be closed.", e);
        }
        answers.shutdown();
        readers.close();
    }
}
