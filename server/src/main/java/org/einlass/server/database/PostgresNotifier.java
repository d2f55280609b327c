package org.einlass.server.database;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.einlass.contract.id.EventId;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Calls by PostgreSQL's {@code LISTEN} and {@code NOTIFY}, on one connection of their own. Where it breaks, a
 * new one is tried after 1 s, 2 s, 4 s, up to 30 s.
 */
final class PostgresNotifier implements ClusterNotifier {
    private static final System.Logger LOG = System.getLogger(PostgresNotifier.class.getName());
    private static final String CHANNEL = "einlass_feed";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** How long a call waits at most for the connection, which hears meanwhile. */
    private static final int HEARS_MILLIS = 100;

    private final PostgresDatabase database;
    private final Listener listener;
    private final String self = UUID.randomUUID().toString();
    private final Set<EventId> toCall = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    PostgresNotifier(PostgresDatabase database, Listener listener) {
        this.database = database;
        this.listener = listener;
        this.thread = new Thread(this::work, "einlass-calls");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public boolean hasOthers() {
        return true;
    }

    @Override
    public void grown(Set<EventId> events) {
        toCall.addAll(events);
    }

    private void work() {
        Duration pause = FIRST_PAUSE;
        while (!isClosed(Duration.ZERO)) {
            try (Connection connection = database.openListener()) {
                listen(connection);
                pause = FIRST_PAUSE;
                listener.lost();
                call(connection);
            } catch (SQLException | RuntimeException e) {
                String state = e instanceof SQLException sql
                        ? sql.getSQLState()
                        : e.getClass().getSimpleName();
                LOG.log(Level.WARNING, "No calls from other servers ({0}); trying again in {1}.", state, pause);
                if (isClosed(pause)) {
                    return;
                }
                pause = longer(pause);
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private static void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
    }

    private void call(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (!isClosed(Duration.ZERO)) {
            notifyOthers(connection);
            for (PGNotification call : postgres.getNotifications(HEARS_MILLIS)) {
                hear(call.getParameter());
            }
        }
    }

    /** An event's name leaves the set before it is called, so that a change in between is called again. */
    private void notifyOthers(Connection connection) throws SQLException {
        for (EventId event : Set.copyOf(toCall)) {
            toCall.remove(event);
            try (PreparedStatement statement = connection.prepareStatement("select pg_notify(?, ?)")) {
                statement.setString(1, CHANNEL);
                statement.setString(2, self + " " + event.text());
                statement.execute();
            }
        }
    }

    private void hear(String call) {
        int blank = call.indexOf(' ');
        if (blank > 0 && !call.substring(0, blank).equals(self)) {
            listener.grown(new EventId(call.substring(blank + 1)));
        }
    }

    private boolean isClosed(Duration wait) {
        try {
            return closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
