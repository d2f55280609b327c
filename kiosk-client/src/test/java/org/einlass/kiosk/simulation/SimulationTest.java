package org.einlass.kiosk.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.einlass.kiosk.simulation.SimWorld.Findings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Thousands of bad mornings. A failing one tells its seed and its story; {@code -Dsimulation.seed=N} plays it again,
 * {@code -Dsimulation.runs=N} plays more.
 */
final class SimulationTest {
    private static final Logger GATE = Logger.getLogger("org.einlass.kiosk.gate");

    @BeforeAll
    static void keepQuiet() {
        GATE.setLevel(Level.OFF);
    }

    @Test
    void keepsEveryPromiseOnEveryBadMorning() {
        Long seed = Long.getLong("simulation.seed");
        long runs = Long.getLong("simulation.runs", 2000);
        LongStream seeds = seed == null ? LongStream.rangeClosed(1, runs) : LongStream.of(seed);

        List<Findings> broken = seeds.mapToObj(each -> SimWorld.play(each, Mistake.NONE))
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
    })
    void seesEachRuleBroken(Mistake mistake, String promise) {
        assertThat(LongStream.rangeClosed(1, 300).mapToObj(seed -> SimWorld.play(seed, mistake)))
                .anyMatch(findings -> findings.breaks(promise));
    }

    @Test
    void tellsTheSameStoryForTheSameSeed() {
        assertThat(SimWorld.play(42, Mistake.NONE)).isEqualTo(SimWorld.play(42, Mistake.NONE));
    }

    @Test
    void isBusyEnoughToMeanSomething() {
        assertThat(LongStream.rangeClosed(1, 20)
                        .mapToObj(seed -> SimWorld.play(seed, Mistake.NONE))
                        .mapToInt(Findings::verdicts)
                        .sum())
                .isGreaterThan(500);
    }
}
