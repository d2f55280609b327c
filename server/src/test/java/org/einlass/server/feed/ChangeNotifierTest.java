package org.einlass.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.ClusterNotifier;
import org.einlass.server.database.Databases;
import org.einlass.server.database.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who listens hears of changes, on the server that makes them and on another one. */
final class ChangeNotifierTest {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final String CUT = """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where datname = current_database() and application_name = 'einlass-listener'
            """;
    private static final String LISTENERS = """
            select count(*) from pg_stat_activity
            where datname = current_database() and application_name = 'einlass-listener'
                and (query like 'listen %' or query like '%pg_notify%')
            """;

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private static boolean heard(Semaphore changeNotifier) throws InterruptedException {
        return changeNotifier.tryAcquire(60, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource
    void nudgeTheListenersOfTheEventUntilTheyLeave(Databases database) throws InterruptedException {
        Semaphore mine = new Semaphore(0);
        Semaphore others = new Semaphore(0);
        try (Store store = Store.open(database.furnished(folder));
                ChangeNotifier changeNotifier = new ChangeNotifier(store, executor, NEVER, ear -> new Deaf())) {
            FeedFixture.build(store);
            try (ChangeNotifier.Subscription subscription = changeNotifier.listen(FeedFixture.EVENT, mine::release);
                    ChangeNotifier.Subscription other = changeNotifier.listen(FeedFixture.OTHER, others::release)) {
                assertThat(subscription).isNotEqualTo(other);
                FeedFixture.change(store, FeedFixture.EVENT);

                assertThat(heard(mine)).isTrue();
                assertThat(others.availablePermits()).isZero();
            }
            mine.drainPermits();

            FeedFixture.change(store, FeedFixture.EVENT);
            try (ChangeNotifier.Subscription last = changeNotifier.listen(FeedFixture.OTHER, others::release)) {
                FeedFixture.change(store, FeedFixture.OTHER);
                assertThat(heard(others)).isTrue();
                assertThat(last).isNotNull();
            }
            assertThat(mine.availablePermits()).isZero();
        }
    }

    @Test
    void hearThroughNotifyWhatAnotherServerChanges() throws InterruptedException {
        try (TwoServers servers = new TwoServers()) {
            for (int change = 0; change < 5; change++) {
                servers.mine.drainPermits();
                FeedFixture.change(servers.here, FeedFixture.EVENT);
                assertThat(heard(servers.mine)).isTrue();
            }
        }
    }

    @Test
    void hearAgainAfterTheListeningConnectionWasCut() throws InterruptedException {
        try (TwoServers servers = new TwoServers()) {
            servers.mine.drainPermits();

            assertThat(count(servers.here, CUT)).isEqualTo(2);
            FeedFixture.change(servers.here, FeedFixture.EVENT);
            assertThat(heard(servers.mine)).as("what happened meanwhile").isTrue();
            settle(servers.here, 2);
            servers.mine.drainPermits();

            FeedFixture.change(servers.here, FeedFixture.EVENT);
            assertThat(heard(servers.mine)).as("what happens from now on").isTrue();
        }
    }

    @Test
    void hearByPollingWhereNoCallComesThrough() throws InterruptedException {
        String url = Databases.POSTGRESQL.furnished(folder);
        try (Store here = Store.open(url);
                Store there = Store.open(url);
                ChangeNotifier far = new ChangeNotifier(there, executor, Duration.ofMillis(20), ear -> new Deaf())) {
            FeedFixture.build(here);
            Semaphore mine = new Semaphore(0);
            Semaphore others = new Semaphore(0);
            listen(far, mine, others);
            assertThat(heard(mine) && heard(others)).as("the first look").isTrue();

            FeedFixture.change(here, FeedFixture.EVENT);

            assertThat(heard(mine)).isTrue();
            assertThat(others.availablePermits()).isZero();
        }
    }

    private static void listen(ChangeNotifier changeNotifier, Semaphore mine, Semaphore others) {
        changeNotifier.listen(FeedFixture.EVENT, mine::release);
        changeNotifier.listen(FeedFixture.OTHER, others::release);
    }

    /** Two servers on one database, of which the far one has a listener and only calls bring news. */
    private final class TwoServers implements AutoCloseable {
        private final Semaphore mine = new Semaphore(0);
        private final Store here;
        private final Store there;
        private final ChangeNotifier near;
        private final ChangeNotifier far;

        private TwoServers() {
            String url = Databases.POSTGRESQL.furnished(folder);
            here = Store.open(url);
            there = Store.open(url);
            near = new ChangeNotifier(here, executor, NEVER);
            far = new ChangeNotifier(there, executor, NEVER);
            FeedFixture.build(here);
            listen(far, mine, new Semaphore(0));
            settle(here, 2);
        }

        @Override
        public void close() {
            far.close();
            near.close();
            there.close();
            here.close();
        }
    }

    /** Waits until that many servers listen. */
    private static void settle(Store store, int servers) {
        while (count(store, LISTENERS) < servers) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static long count(Store store, String query) {
        return store.read(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    /** A line between servers over which nothing ever comes. */
    private static final class Deaf implements ClusterNotifier {
        @Override
        public boolean hasOthers() {
            return true;
        }

        @Override
        public void grown(Set<EventId> events) {}

        @Override
        public void close() {}
    }
}
