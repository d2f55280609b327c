package org.einlass.server.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.einlass.contract.admission.Repetition;
import org.einlass.server.database.Databases;
import org.einlass.server.database.Wiring;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rehearses congress mornings of chance on the real core and checks P1-P6 and P13 after each; {@code einlass.seeds} says
 * how many. Each checker must also notice a core that was broken on purpose.
 */
final class PromisesTest {
    private static final int SEEDS = Integer.getInteger("einlass.seeds", 5);
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

    @ParameterizedTest
    @EnumSource
    void noticesACoreThatBreaksAPromise(Mutant mutant) {
        Breaker breaker = new Breaker(mutant);
        try (Congress congress = new Congress(Databases.SQLITE, folder, Repetition.ONCE, new Wiring(breaker))) {
            breaker.prepare(congress);
            boolean noticed = false;
            for (long seed = 1; seed <= MOST_SEEDS_TO_NOTICE && !noticed; seed++) {
                breaker.broken = true;
                noticed = play(congress, seed).stream().anyMatch(line -> line.startsWith(mutant.promise + " "));
                breaker.broken = false;
            }
            assertThat(noticed).as(mutant + " breaks " + mutant.promise).isTrue();
        }
    }

    private static List<String> play(Congress congress, long seed) {
        congress.forgetEverything();
        Rehearsal rehearsal = new Rehearsal(congress, seed);
        rehearsal.play(STEPS);
        return new Promises(rehearsal).broken();
    }

    /** A core that is wrong in one place. */
    enum Mutant {
        FORGETS_COMMITS("P1"),
        CLAIMS_BESIDE_EACH_OTHER("P2"),
        TIMES_BY_ARRIVAL("P3"),
        HIDES_CONFLICTS("P4"),
        DROPS_FACTS("P5"),
        SHIFTS_CLOCKS("P6"),
        COUNTS_WRONG("P13");

        private final String promise;

        Mutant(String promise) {
            this.promise = promise;
        }
    }

    /** Makes a mutant of the core by changing its statements on their way to the database. */
    private static final class Breaker implements Wiring.Tap {
        private final Mutant mutant;
        private final Random chance = new Random(3);
        private volatile boolean broken;

        private Breaker(Mutant mutant) {
            this.mutant = mutant;
        }

        private void prepare(Congress congress) {
            congress.execute("create table lost as select * from conflicts where 1 = 0");
            congress.execute("create table dropped as select * from facts where 1 = 0");
        }

        @Override
        public String rewrite(String sql) {
            if (!broken) {
                return sql;
            }
            return switch (mutant) {
                case FORGETS_COMMITS -> sql.equals("commit") && chance.nextInt(6) == 0 ? "rollback" : sql;
                case CLAIMS_BESIDE_EACH_OTHER ->
                    sql.replace(
                            "values (?, ?, ?, ?, ?, ?, ?)\non conflict do nothing",
                            "values (?, ?, ?, ?, ? || random(), ?, ?)\non conflict do nothing");
                case TIMES_BY_ARRIVAL -> sql.replace("set at = ? + monotonic", "set at = at + 0 * ?");
                case HIDES_CONFLICTS -> sql.replace("insert into conflicts", "insert into lost");
                case DROPS_FACTS ->
                    chance.nextInt(4) == 0 ? sql.replace("insert into facts", "insert into dropped") : sql;
                case SHIFTS_CLOCKS ->
                    sql.startsWith("insert into boots")
                            ? sql.replace("values (?, ?, ?, ?,", "values (?, ?, ?, ? - 3600000,")
                            : sql;
                case COUNTS_WRONG ->
                    sql.replace("people = head_counts.people + excluded.people", "people = excluded.people");
            };
        }
    }
}
