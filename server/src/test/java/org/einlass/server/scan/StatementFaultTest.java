package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.einlass.server.scan.ScanningDevice.isDone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.server.database.Condition;
import org.einlass.server.database.Databases;
import org.einlass.server.database.StatementTap;
import org.einlass.server.database.WriteKey;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.scan.SqlFault.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every error at every statement of a batch: nothing acknowledged is lost, nothing unacknowledged is told as
 * done.
 */
final class StatementFaultTest {
    private final Random chance = new Random(5);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void losesNothingWhateverStatementFails(Databases database) {
        SqlFault sqlFault = new SqlFault(database);
        try (Congress congress = new Congress(database, folder, ReuseRule.ONCE, new StatementTap(sqlFault))) {
            for (Kind kind : Kind.afterCommit(database)) {
                assertThat(survives(congress, sqlFault, kind, "commit", 1)).isTrue();
            }
            Map<Kind, Integer> tried = new EnumMap<>(Kind.class);
            for (Kind kind : Kind.before(database)) {
                int statement = 1;
                while (survives(congress, sqlFault, kind, "", statement)) {
                    statement++;
                }
                tried.put(kind, statement - 1);
            }
            assertThat(new HashSet<>(tried.values()))
                    .as("every error at every statement, as many each: " + tried)
                    .hasSize(1)
                    .allSatisfy(statements -> assertThat(statements).isGreaterThan(25));
            assertThat(congress.differences()).isEmpty();
        }
    }

    /** Runs a batch whose n-th statement fails; false where it has fewer statements. */
    private boolean survives(Congress congress, SqlFault sqlFault, Kind kind, String only, int statement) {
        congress.forgetEverything();
        ScanningDevice one = new ScanningDevice(congress, new SimulatedDevice("kiosk-1", congress, chance));
        SimulatedDevice two = new SimulatedDevice("kiosk-2", congress, chance);
        List<Congress.Guest> guests = congress.guests(2);
        JournalEntry entry = two.admitAlone(Congress.FRONT, guests.get(1).ticket());
        Map<EntryId, CompletableFuture<ScanAnswer>> asked = new HashMap<>();
        List<ScanQuestion> questions = new ArrayList<>();
        CountDownLatch held = hold(congress);
        for (DoorId door : List.of(Congress.NORTH, Congress.SOUTH)) {
            ScanQuestion question = one.question(door, guests.get(0).ticket());
            questions.add(question);
            asked.put(question.id(), one.ask(question));
        }
        CompletableFuture<JournalReceipt> reported = congress.services()
                .journals()
                .report(Congress.EVENT, two.id, false, JournalJson.mapper().valueToTree(two.report(two.journal)))
                .toCompletableFuture();
        sqlFault.arm(kind, only, statement);
        held.countDown();
        String where = kind + " at statement " + statement;

        asked.forEach((id, answer) -> check(congress, id, answer, where));
        if (isDone(reported)) {
            assertThat(congress.count("select count(*) from facts")).as(where).isEqualTo(1);
        }
        boolean fired = sqlFault.disarm();
        List<ScanAnswer> again = questions.stream().map(one::askUntilAnswered).toList();
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

    private static void check(Congress congress, EntryId id, CompletableFuture<ScanAnswer> answer, String where) {
        if (isDone(answer)) {
            assertThat(congress.count("select count(*) from answers where id = '" + id + "'"))
                    .as(where)
                    .isEqualTo(1);
        }
    }

    private static void sameAsBefore(CompletableFuture<ScanAnswer> first, ScanAnswer again, String where) {
        if (isDone(first)) {
            assertThat(again.verdict()).as(where).isEqualTo(first.join().verdict());
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
}
