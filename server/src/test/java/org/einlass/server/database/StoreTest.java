package org.einlass.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StoreTest {
    private static final EventId EVENT = new EventId("probe");
    private static final WriteKey KEY = WriteKey.of(EVENT);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void keepsWhatItAcknowledgedOverARestart(Databases database) {
        String url = database.fresh(folder);
        try (Store store = Store.open(url)) {
            await(store.write(KEY, StoreTest::insertEvent));
        }

        try (Store store = Store.open(url)) {
            assertThat(events(store)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void undoesARefusedWritingAndNoOther(Databases database) throws InterruptedException {
        try (Store store = Store.open(database.fresh(folder))) {
            CountDownLatch queued = holdTheWriter(store);
            var first = store.write(KEY, StoreTest::insertEvent).toCompletableFuture();
            var twice = store.write(KEY, StoreTest::insertEvent).toCompletableFuture();
            var refused = store.write(KEY, transaction -> {
                        insertEvent(transaction, "other");
                        throw new IllegalStateException("no");
                    })
                    .toCompletableFuture();
            queued.countDown();

            await(first);
            assertThatThrownBy(() -> await(twice)).hasRootCauseInstanceOf(java.sql.SQLException.class);
            assertThatThrownBy(() -> await(refused)).hasMessageContaining("no");
            assertThat(events(store)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesQuestionsOfOneKindAsOneAndARefusedOneByItself(Databases database) throws InterruptedException {
        try (Store store = Store.open(database.fresh(folder))) {
            List<Integer> sizes = new ArrayList<>();
            BatchWrite<String, String> events = (transaction, ids) -> {
                sizes.add(ids.size());
                ids.forEach(id -> insertEvent(transaction, id));
                return ids.stream().map(id -> "wrote " + id).toList();
            };

            assertThat(writeTogether(store, events, "one", "two", "three"))
                    .containsExactly("wrote one", "wrote two", "wrote three");
            assertThat(sizes).containsExactly(3);
            sizes.clear();
            assertThat(writeTogether(store, events, "four", "two", "five"))
                    .containsExactly("wrote four", "refused", "wrote five");
            assertThat(sizes).containsExactly(3, 1, 1, 1);
            assertThat(events(store)).isEqualTo(5);
        }
    }

    private static List<String> writeTogether(Store store, BatchWrite<String, String> writing, String... questions)
            throws InterruptedException {
        CountDownLatch queued = holdTheWriter(store);
        List<CompletionStage<String>> answers = new ArrayList<>();
        for (String question : questions) {
            answers.add(store.write(KEY, writing, question).exceptionally(refused -> "refused"));
        }
        queued.countDown();
        return answers.stream().map(StoreTest::await).toList();
    }

    @ParameterizedTest
    @EnumSource
    void writesOnAfterTheProgramItselfBrokeInAWriting(Databases database) throws InterruptedException {
        try (Store store = Store.open(database.fresh(folder))) {
            CountDownLatch queued = holdTheWriter(store);
            var broken = store.write(KEY, transaction -> {
                        insertEvent(transaction, "other");
                        throw new NoClassDefFoundError("Somewhere");
                    })
                    .toCompletableFuture();
            var beside = store.write(KEY, StoreTest::insertEvent).toCompletableFuture();
            queued.countDown();

            assertThatThrownBy(() -> await(broken)).hasRootCauseInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> await(beside)).hasRootCauseInstanceOf(StoreUnavailable.class);
            await(store.write(KEY, StoreTest::insertEvent));
            assertThat(events(store)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbersChangesInTheOrderOfTheirCommitsAndKeepsTheNewestOfEachKey(Databases database) {
        try (Store store = Store.open(database.fresh(folder))) {
            List<FeedChange> heard = new CopyOnWriteArrayList<>();
            CountDownLatch all = new CountDownLatch(3);
            store.onCommit(changes -> {
                heard.addAll(changes);
                all.countDown();
            });
            await(store.write(KEY, StoreTest::insertEvent));
            await(store.write(KEY, transaction -> changed(transaction, "one", 1)));
            await(store.write(KEY, transaction -> changed(transaction, "two", 1)));
            await(store.write(KEY, transaction -> changed(transaction, "one", 2)));

            var rows = store.read(handle -> handle.createQuery("select key, number, version from feed order by number")
                    .map((row, context) -> row.getString(1) + " " + row.getLong(2) + " " + row.getLong(3))
                    .list());

            assertThat(rows).containsExactly("two 2 1", "one 3 2");
            assertThat(waitFor(all)).isTrue();
            assertThat(heard).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAtOnceWhenTooManyWait(Databases database) throws InterruptedException {
        try (Store store = Databases.open(database.fresh(folder), 6, Store.TOGETHER)) {
            CountDownLatch queued = holdTheWriter(store);
            List<CompletableFuture<Integer>> waiting = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                String id = "event-" + i;
                waiting.add(store.write(KEY, transaction -> insertEvent(transaction, id))
                        .toCompletableFuture());
            }
            var tooMany = store.write(KEY, StoreTest::insertEvent).toCompletableFuture();

            assertThatThrownBy(() -> await(tooMany))
                    .hasCauseInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("more requests than it can answer");
            queued.countDown();
            waiting.forEach(StoreTest::await);
            assertThat(events(store)).isEqualTo(3);
        }
    }

    @Test
    void tellsForHowLongABatchIsBeingWritten() throws InterruptedException {
        AtomicLong nanos = new AtomicLong();
        String url = Databases.SQLITE.fresh(folder);
        try (Store store = Store.open(url, new Store.Tuning(9, 9, UnaryOperator.identity(), nanos::get))) {
            CountDownLatch held = holdTheWriter(store);

            nanos.addAndGet(Duration.ofSeconds(3).toNanos());
            assertThat(store.lag()).isEqualTo(Duration.ofSeconds(3));

            held.countDown();
            await(store.write(KEY, StoreTest::insertEvent));
            nanos.addAndGet(Duration.ofSeconds(3).toNanos());
            await(store.write(KEY, transaction -> 0));
            assertThat(store.lag()).isLessThan(Duration.ofSeconds(3));
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsNobodyWriteWhoOnlyReads(Databases database) {
        try (Store store = Store.open(database.fresh(folder))) {
            assertThatThrownBy(() -> store.read(handle -> handle.execute("delete from events")))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesTablesOfANewerProgram(Databases database) {
        String url = database.fresh(folder);
        Store.open(url).close();
        bringUpToDateByANewerProgram(url);

        assertThatThrownBy(() -> Store.open(url))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("written by a newer Einlass");
    }

    private static void bringUpToDateByANewerProgram(String url) {
        Jdbi.create(url).useHandle(handle -> handle.execute("""
                insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                    installed_by, execution_time, success)
                values (9999, '99999', 'future', 'SQL', 'V99999__future.sql', 1, 'newer', 1, true)
                """));
    }

    /** Another server of the same database may have been updated first. */
    @Test
    void copiesNoTablesOfANewerProgramWhichItWouldCopyInPart() {
        String url = Databases.POSTGRESQL.furnished(folder);
        try (Store store = Store.open(url)) {
            bringUpToDateByANewerProgram(url);
            Path copy = folder.resolve("copy.db");

            assertThatThrownBy(() -> store.copyTo(copy, (handle, schema) -> schema))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Update this server, too");
            assertThat(copy).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aStatementIsPreparedOnceForManyWritings(Databases database) {
        AtomicInteger prepared = new AtomicInteger();
        StatementTap counting = new StatementTap(new StatementTap.Tap() {
            @Override
            public String rewrite(String sql) {
                prepared.addAndGet(sql.startsWith("select number from feed") ? 1 : 0);
                return sql;
            }
        });
        try (Store store = Databases.open(database.furnished(folder), counting)) {
            for (String event : List.of("one", "two", "three")) {
                List<Long> numbers = store.write(
                                KEY,
                                transaction -> transaction
                                        .handle()
                                        .createQuery("select number from feed where event = :event")
                                        .bind("event", event)
                                        .mapTo(Long.class)
                                        .list())
                        .toCompletableFuture()
                        .join();
                assertThat(numbers).isEmpty();
            }
        }

        assertThat(prepared).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aFailedStatementRepeatsNoneOfItsValues(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            CompletionStage<Integer> writing = store.write(
                    KEY,
                    transaction -> transaction
                            .handle()
                            .createUpdate("insert into feed_counters (event, number) values (:event, 1)")
                            .bind("event", "Geheimrat Müller")
                            .execute());

            assertThatThrownBy(() -> writing.toCompletableFuture().get(1, TimeUnit.MINUTES))
                    .satisfies(failure -> assertThat(trace(failure))
                            .contains("UnableToExecuteStatementException")
                            .doesNotContain("Geheimrat"));
            assertThatThrownBy(
                            () -> store.read(handle -> handle.createQuery("select nothing from feed where key = :key")
                                    .bind("key", "Geheimrat Müller")
                                    .mapTo(String.class)
                                    .list()))
                    .satisfies(failure -> assertThat(trace(failure)).doesNotContain("Geheimrat"));
        }
    }

    @Test
    void saysThatAFileIsNoDatabase() throws IOException {
        Path file = Files.writeString(folder.resolve("einlass.db"), "Dear diary, ".repeat(500));

        assertThatThrownBy(() -> Store.open("jdbc:sqlite:" + file))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("is no database of Einlass")
                .hasMessageContaining(file.toString());
    }

    @Test
    void saysThatTheDataFolderCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("occupied"), "");

        assertThatThrownBy(() -> Store.open("jdbc:sqlite:" + file.resolve("einlass.db")))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void saysThatAnAddressIsOfNoKindItKnows() {
        assertThatThrownBy(() -> Store.open("jdbc:oracle:thin"))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("jdbc:sqlite:");
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }

    /** Keeps the writer busy until the latch is counted down, so that the next writings make one batch. */
    private static CountDownLatch holdTheWriter(Store store) throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        store.write(KEY, transaction -> {
            begun.countDown();
            return waitFor(held);
        });
        begun.await();
        return held;
    }

    private static boolean waitFor(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int insertEvent(Transaction transaction) {
        return insertEvent(transaction, EVENT.text());
    }

    private static int insertEvent(Transaction transaction, String id) {
        transaction.handle().execute("""
                insert into events (id, title_german, title_english, zone, salt, incarnation)
                values (?, 'Probe', 'Probe', 'Europe/Berlin', '00', 'one')
                """, id);
        return transaction.handle().execute("insert into feed_counters (event) values (?)", id);
    }

    private static int changed(Transaction transaction, String key, long version) {
        transaction.changed(EVENT, "probe", key, version);
        return 1;
    }

    private static int events(Store store) {
        return store.read(handle -> handle.createQuery("select count(*) from events")
                .mapTo(Integer.class)
                .one());
    }

    private static <T> T await(java.util.concurrent.CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(1, TimeUnit.MINUTES);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
