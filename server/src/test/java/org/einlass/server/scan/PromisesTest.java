package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.server.database.Databases;
import org.einlass.server.database.StatementTap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rehearses congress mornings of chance on the real core and checks P1-P6 and P13 after each; {@code
 * einlass.seeds} says how many. Each checker must also notice a core that was broken on purpose.
 */
final class PromisesTest {
    private static final int SEEDS = Integer.getInteger("einlass.seeds", 8);
    private static final int STEPS = 70;
    private static final int MOST_SEEDS_TO_NOTICE = 8;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void keepsEveryPromiseWhateverHappens(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            for (long seed = 1; seed <= SEEDS; seed++) {
                assertThat(play(congress, seed))
                        .as("seed " + seed + " on " + database)
                        .isEmpty();
            }
        }
    }

    static Stream<Arguments> brokenCores() {
        return Arrays.stream(Databases.values())
                .flatMap(database -> Arrays.stream(Mutant.values()).map(mutant -> Arguments.of(database, mutant)));
    }

    @ParameterizedTest
    @MethodSource("brokenCores")
    void noticesACoreThatBreaksAPromise(Databases database, Mutant mutant) {
        Breaker breaker = new Breaker(mutant);
        try (Congress congress = new Congress(database, folder, ReuseRule.ONCE, new StatementTap(breaker))) {
            breaker.prepare(congress);
            Set<String> unnoticed = new HashSet<>(mutant.complaints);
            for (long seed = 1; seed <= MOST_SEEDS_TO_NOTICE && !unnoticed.isEmpty(); seed++) {
                breaker.broken = true;
                List<String> broken = play(congress, seed);
                unnoticed.removeIf(complaint -> broken.stream().anyMatch(line -> line.startsWith(complaint)));
                breaker.broken = false;
            }
            assertThat(unnoticed)
                    .as("what nobody noticed of a core that " + mutant)
                    .isEmpty();
        }
    }

    private static List<String> play(Congress congress, long seed) {
        congress.forgetEverything();
        ScanMorning scanMorning = new ScanMorning(congress, seed);
        scanMorning.play(STEPS);
        return new AdmissionPromises(scanMorning).broken();
    }

    /** A core that is wrong in one place, with what the checkers must complain of, each in its own words. */
    enum Mutant {
        FORGETS_COMMITS("P1 the answer", "P1 the acknowledged entry"),
        CHANGES_ANSWERS("P1 the answer"),
        CLAIMS_BESIDE_EACH_OTHER("P2 "),
        TIMES_BY_ARRIVAL("P3 ", "P6 "),
        HIDES_CONFLICTS("P4 not visible"),
        KEEPS_CONFLICTS("P4 false"),
        DROPS_FACTS("P5 dropped"),
        SHIFTS_CLOCKS("P6 "),
        CLAIMS_FOR_EVERYBODY("P6 a new guest is locked out"),
        COUNTS_WRONG("P13 people", "P13 missing count", "P13 wrong count"),
        FORGETS_STANDINGS("P13 missing standing");

        private final List<String> complaints;

        Mutant(String... complaints) {
            this.complaints = List.of(complaints);
        }
    }

    /** Makes a mutant of the core by changing its statements on their way to the database. */
    private static final class Breaker implements StatementTap.Tap {
        private static final String CLAIM = "select ?, ?, ?, ?, ?, ?, ? where";
        private static final String TURNED =
                "a.registration, case a.verdict when 'ADMITTED' then 'REFUSED' else 'ADMITTED' end as verdict, a.refusal,";

        private final Mutant mutant;
        private final Random chance = new Random(3);
        private volatile boolean broken;

        private Breaker(Mutant mutant) {
            this.mutant = mutant;
        }

        private void prepare(Congress congress) {
            congress.execute("create table lost as select * from conflicts where 1 = 0");
            congress.execute("create table forgotten as select * from standings where 1 = 0");
            congress.execute("create table dropped as select * from facts where 1 = 0");
        }

        private static String claiming(String sql, String claim) {
            return sql.startsWith("insert into claims") ? sql.replace(CLAIM, claim) : sql;
        }

        @Override
        public boolean lasts() {
            return false;
        }

        @Override
        public String rewrite(String sql) {
            if (!broken) {
                return sql;
            }
            return switch (mutant) {
                case FORGETS_COMMITS -> sql.equals("commit") && chance.nextInt(6) == 0 ? "rollback" : sql;
                case CHANGES_ANSWERS -> sql.replace("a.registration, a.verdict, a.refusal,", TURNED);
                case CLAIMS_BESIDE_EACH_OTHER -> claiming(sql, "select ?, ?, ?, ?, ? || random(), ?, ? where");
                case CLAIMS_FOR_EVERYBODY -> claiming(sql, "select ?, ?, substr(?, 1, 0), ?, ?, ?, ? where");
                case TIMES_BY_ARRIVAL -> sql.replace("set at = ? + monotonic", "set at = at + 0 * ?");
                case HIDES_CONFLICTS -> sql.replace("insert into conflicts", "insert into lost");
                case KEEPS_CONFLICTS ->
                    sql.startsWith("insert into conflicts")
                            ? sql + " on conflict do nothing"
                            : sql.replace("delete from conflicts where", "delete from lost where");
                case DROPS_FACTS ->
                    chance.nextInt(4) == 0 ? sql.replace("insert into facts", "insert into dropped") : sql;
                case SHIFTS_CLOCKS ->
                    sql.startsWith("insert into boots")
                            ? sql.replace("values (?, ?, ?, ?,", "values (?, ?, ?, ? - 3600000,")
                            : sql;
                case COUNTS_WRONG ->
                    sql.replace("people = head_counts.people + excluded.people", "people = excluded.people");
                case FORGETS_STANDINGS ->
                    sql.startsWith("insert into standings")
                            ? sql.substring(0, sql.indexOf("on conflict"))
                                    .replace("insert into standings", "insert into forgotten")
                            : sql;
            };
        }
    }
}
