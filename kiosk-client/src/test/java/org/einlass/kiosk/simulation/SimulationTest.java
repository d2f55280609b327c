package org.einlass.kiosk.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.einlass.kiosk.simulation.SimWorld.Findings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Hundreds of bad mornings; thousands by the profile {@code long}. A failing one tells its seed and its story; {@code -Dsimulation.seed=N} plays it
 * again, {@code -Dsimulation.runs=N} plays more.
 */
final class SimulationTest {
    private static final Logger GATE = Logger.getLogger("org.einlass.kiosk.gate");
    private static final SimTown TOWN = new SimTown();

    @BeforeAll
    static void keepQuiet() {
        GATE.setLevel(Level.OFF);
    }

    @AfterAll
    static void tearDown() {
        GATE.setLevel(null);
        TOWN.close();
    }

    private static Stream<Findings> mornings(LongStream seeds, Mistake mistake) {
        return seeds.parallel().mapToObj(seed -> TOWN.play(seed, mistake));
    }

    @Test
    void keepsEveryPromiseOnEveryBadMorning() {
        Long seed = Long.getLong("simulation.seed");
        long runs = Long.getLong("simulation.runs", 300);
        LongStream seeds = seed == null ? LongStream.rangeClosed(1, runs) : LongStream.of(seed);

        List<Findings> broken = mornings(seeds, Mistake.NONE)
                .filter(findings -> !findings.broken().isEmpty())
                .limit(1)
                .toList();

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DISK_LIES, P1",
        "NO_CLAIM, P2",
        "ARRIVAL_ORDER, P3",
        "BLIND_EYE, P4",
        "DROPS_REJECTED, P5",
        "TRUSTS_WALL, P6",
        "WAITS_FOREVER, P7",
        "COUNTS_ONCE, P13",
    })
    void seesEachRuleBroken(Mistake mistake, String promise) {
        assertThat(mornings(LongStream.rangeClosed(1, 300), mistake).anyMatch(findings -> findings.breaks(promise)))
                .isTrue();
    }

    @Test
    void tellsTheSameStoryForTheSameSeed() {
        assertThat(TOWN.play(42, Mistake.NONE)).isEqualTo(TOWN.play(42, Mistake.NONE));
    }

    @Test
    void isBusyEnoughToMeanSomething() {
        assertThat(mornings(LongStream.rangeClosed(1, 20), Mistake.NONE)
                        .mapToInt(Findings::verdicts)
                        .sum())
                .isGreaterThan(500);
    }
}
