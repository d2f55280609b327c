package org.einlass.server.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.einlass.contract.admission.Repetition;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.server.database.Condition;
import org.einlass.server.database.Databases;
import org.einlass.server.database.StoreUnavailable;
import org.einlass.server.database.Wiring;
import org.einlass.server.database.WriteKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Every error at every statement of a batch: nothing acknowledged is lost, nothing unacknowledged is told as done. */
final class DiskFaultTest {
    private final Random chance = new Random(5);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void losesNothingWhateverStatementFails(Databases database) {
        Fault fault = new Fault(database);
        try (Congress congress = new Congress(database, folder, Repetition.ONCE, new Wiring(fault))) {
            int tried = 0;
            assertThat(survives(congress, fault, Kind.DISK_AFTER_COMMIT, "commit", 1))
                    .isTrue();
            for (Kind kind : List.of(Kind.FULL, Kind.DISK, Kind.INTERRUPTED, Kind.CONSTRAINT)) {
                int statement = 1;
                while (survives(congress, fault, kind, "", statement)) {
                    statement++;
                    tried++;
                }
            }
            assertThat(tried).as("faults injected").isGreaterThan(100);
            Collection<String> differences =
                    congress.read(handle -> new Recomputation(congress.seal()).differences(handle, Congress.EVENT));
            assertThat(differences).isEmpty();
        }
    }

    /** Runs a batch whose n-th statement fails; false where it has fewer statements. */
    private boolean survives(Congress congress, Fault fault, Kind kind, String only, int statement) {
        congress.forgetEverything();
        Machine one = new Machine("kiosk-1", congress, chance);
        Machine two = new Machine("kiosk-2", congress, chance);
        List<Congress.Guest> guests = congress.guests(2);
        JournalEntry entry = two.admitAlone(Congress.FRONT, guests.get(1).ticket());
        Map<EntryId, CompletableFuture<ScanAnswer>> asked = new HashMap<>();
        List<ScanQuestion> questions = new ArrayList<>();
        CountDownLatch held = hold(congress);
        for (DoorId door : List.of(Congress.NORTH, Congress.SOUTH)) {
            ScanQuestion question =
                    new ScanQuestion(one.nextId(), door, guests.get(0).ticket().text(), one.time());
            questions.add(question);
            asked.put(question.id(), ask(congress, one, question));
        }
        CompletableFuture<JournalReceipt> reported = congress.doorkeeper()
                .report(Congress.EVENT, two.id, JournalJson.mapper().valueToTree(two.report(two.journal)))
                .toCompletableFuture();
        fault.arm(kind, only, statement);
        held.countDown();
        String where = kind + " at statement " + statement;

        asked.forEach((id, answer) -> check(congress, id, answer, where));
        if (done(reported)) {
            assertThat(congress.count("select count(*) from facts")).as(where).isEqualTo(1);
        }
        boolean fired = fault.disarm();
        List<ScanAnswer> again = questions.stream()
                .map(question -> eventually(congress, one, question))
                .toList();
        again.forEach(answer -> sameAsBefore(asked.get(answer.id()), answer, where));
        two.deliver(List.of(entry));
        assertThat(congress.count("select count(*) from answers")).as(where).isEqualTo(2);
        assertThat(congress.count("select count(*) from facts")).as(where).isEqualTo(1);
        assertThat(again.stream().filter(answer -> answer.refusal() == null))
                .as(where)
                .hasSize(1);
        assertThat(congress.store().condition()).as(where).isEqualTo(Condition.WELL);
        return fired;
    }

    private static CompletableFuture<ScanAnswer> ask(Congress congress, Machine machine, ScanQuestion question) {
        return congress.doorkeeper().ask(Congress.EVENT, machine.id, question).toCompletableFuture();
    }

    private static void check(Congress congress, EntryId id, CompletableFuture<ScanAnswer> answer, String where) {
        if (done(answer)) {
            assertThat(congress.count("select count(*) from answers where id = '" + id + "'"))
                    .as(where)
                    .isEqualTo(1);
        }
    }

    private static void sameAsBefore(CompletableFuture<ScanAnswer> first, ScanAnswer again, String where) {
        if (done(first)) {
            assertThat(again.verdict()).as(where).isEqualTo(first.join().verdict());
        }
    }

    /** Asks until the store has mended itself. */
    private static ScanAnswer eventually(Congress congress, Machine machine, ScanQuestion question) {
        for (int attempt = 0; attempt < 50; attempt++) {
            CompletableFuture<ScanAnswer> answer = ask(congress, machine, question);
            if (done(answer)) {
                return answer.join();
            }
        }
        throw new IllegalStateException("The store never mended itself.");
    }

    private static boolean done(CompletableFuture<?> stage) {
        try {
            stage.get(20, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CountDownLatch hold(Congress congress) {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        congress.store().write(WriteKey.of(Congress.EVENT), transaction -> {
            begun.countDown();
            return waitFor(held);
        });
        waitFor(begun);
        return held;
    }

    private static boolean waitFor(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsOnAndSaysSoWhileTheDiskIsFull(Databases database) {
        Fault fault = new Fault(database);
        try (Congress congress = new Congress(database, folder, Repetition.ONCE, new Wiring(fault))) {
            Machine kiosk = new Machine("kiosk-1", congress, chance);
            Congress.Guest guest = congress.guest();
            kiosk.scan(Congress.NORTH, guest.ticket());
            fault.armForEver(Kind.FULL, "insert");

            assertThatThrownBy(() -> kiosk.deliverAll())
                    .hasCauseInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("disk is full");
            assertThat(congress.store().condition()).isEqualTo(Condition.FULL);
            assertThat(congress.count("select count(*) from answers")).isEqualTo(1);

            fault.disarm();
            kiosk.deliverAll();
            assertThat(congress.store().condition()).isEqualTo(Condition.WELL);
        }
    }

    @Test
    void answersNothingAfterAFailedCommitUntilTheFileIsRewritten() {
        Fault fault = new Fault(Databases.SQLITE);
        try (Congress congress = new Congress(Databases.SQLITE, folder, Repetition.ONCE, new Wiring(fault))) {
            Machine kiosk = new Machine("kiosk-1", congress, chance);
            Congress.Guest guest = congress.guest();
            ScanQuestion question = new ScanQuestion(
                    kiosk.nextId(), Congress.NORTH, guest.ticket().text(), kiosk.time());
            fault.armForEver(Kind.DISK_AFTER_COMMIT, "commit");

            assertThatThrownBy(() -> Congress.await(congress.doorkeeper().ask(Congress.EVENT, kiosk.id, question)))
                    .hasCauseInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("being checked after a disk error");
            fault.disarm();

            assertThat(eventually(congress, kiosk, question).refusal()).isNull();
            assertThat(congress.count("select count(*) from claims")).isEqualTo(1);
            assertThat(congress.store().condition()).isEqualTo(Condition.WELL);
        }
    }

    @Test
    void losesNothingWhenSqliteItselfRunsOutOfPages() {
        Pages pages = new Pages();
        try (Congress congress = new Congress(Databases.SQLITE, folder, Repetition.ONCE, new Wiring(pages))) {
            Machine kiosk = new Machine("kiosk-1", congress, chance);
            List<Congress.Guest> guests = congress.guests(300);
            pages.limited = true;
            List<EntryId> acknowledged = new ArrayList<>();
            int refused = 0;
            for (int from = 0; from < guests.size(); from += 20) {
                Map<EntryId, CompletableFuture<ScanAnswer>> asked = new HashMap<>();
                for (Congress.Guest guest : guests.subList(from, from + 20)) {
                    ScanQuestion question = new ScanQuestion(
                            kiosk.nextId(), Congress.NORTH, guest.ticket().text(), kiosk.time());
                    asked.put(question.id(), ask(congress, kiosk, question));
                }
                for (Map.Entry<EntryId, CompletableFuture<ScanAnswer>> answer : asked.entrySet()) {
                    if (done(answer.getValue())) {
                        acknowledged.add(answer.getKey());
                    } else {
                        refused++;
                    }
                }
            }

            assertThat(refused).as("refused for want of room").isPositive();
            assertThat(congress.store().condition()).isEqualTo(Condition.FULL);
            assertThat(congress.count("select count(*) from answers")).isEqualTo(acknowledged.size());
            assertThat(congress.count("select count(*) from claims")).isEqualTo(acknowledged.size());
        }
    }

    /** Lets SQLite grow by a few pages only. */
    private static final class Pages implements Wiring.Tap {
        private volatile boolean limited;
        private int limit;

        @Override
        public void before(String sql, Connection real) throws SQLException {
            if (limited && limit == 0 && sql.startsWith("begin")) {
                try (Statement statement = real.createStatement();
                        var row = statement.executeQuery("pragma page_count")) {
                    row.next();
                    limit = row.getInt(1) + 8;
                }
            }
            if (limited && sql.startsWith("begin")) {
                try (Statement statement = real.createStatement()) {
                    statement.execute("pragma max_page_count = " + limit);
                }
            }
        }
    }

    /** What may go wrong. */
    private enum Kind {
        FULL(SQLiteErrorCode.SQLITE_FULL, "53100"),
        DISK(SQLiteErrorCode.SQLITE_IOERR_WRITE, "58030"),
        /** Like DISK; of a commit, after the database has done it. */
        DISK_AFTER_COMMIT(SQLiteErrorCode.SQLITE_IOERR_FSYNC, "58030"),
        INTERRUPTED(SQLiteErrorCode.SQLITE_INTERRUPT, "57014"),
        CONSTRAINT(SQLiteErrorCode.SQLITE_CONSTRAINT, "23505");

        private final SQLiteErrorCode code;
        private final String state;

        Kind(SQLiteErrorCode code, String state) {
            this.code = code;
            this.state = state;
        }
    }

    /** Fails a statement as the real database would: SQLite rolls back everything, PostgreSQL takes no more. */
    private static final class Fault implements Wiring.Tap {
        private final Databases database;
        private Kind kind = Kind.FULL;
        private String only = "";
        private int left;
        private boolean forEver;
        private boolean fired;
        private String state = "";

        private Fault(Databases database) {
            this.database = database;
        }

        private synchronized void arm(Kind what, String beginning, int statement) {
            kind = what;
            only = beginning;
            left = statement + 1;
            forEver = false;
            fired = false;
        }

        private synchronized void armForEver(Kind what, String beginning) {
            kind = what;
            only = beginning;
            left = 1;
            forEver = true;
            fired = false;
        }

        private synchronized boolean disarm() {
            left = 0;
            forEver = false;
            return fired;
        }

        @Override
        public synchronized void before(String sql, Connection real) throws SQLException {
            boolean late = kind == Kind.DISK_AFTER_COMMIT && sql.equals("commit");
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
            if (left > 0 && kind == Kind.DISK_AFTER_COMMIT && sql.equals("commit")) {
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
                if (kind != Kind.CONSTRAINT) {
                    quietly(real, "rollback");
                }
                throw new SQLiteException("injected", kind.code);
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
    }
}
