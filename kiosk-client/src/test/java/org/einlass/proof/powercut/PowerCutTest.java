package org.einlass.proof.powercut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.einlass.quality.NeedsProgram;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A third of all moments is tried, in step with nothing that the store does; {@code
 * -Deinlass.powercut.every=1} tries each. The third start of the careful kiosk is long enough for SQLite's
 * own checkpoints.
 */
@NeedsProgram("strace")
class PowerCutTest {
    private static final int EVERY = Integer.getInteger("einlass.powercut.every", 3);
    private static final System.Logger LOG = System.getLogger(PowerCutTest.class.getName());

    @TempDir(factory = MemoryDisk.class)
    Path room;

    @BeforeAll
    static void needsLeaveToTrace() throws Exception {
        boolean required = Boolean.getBoolean("einlass.require.real.parts");
        assumeTrue(required || Recorder.works(), "No power is cut here: strace may not trace.");
    }

    @Test
    void noAcknowledgedEntryIsLostWhereverThePowerGoes() throws Exception {
        List<DiskCall> calls = Recorder.record(room, "careful", "40", "40", "300");

        PowerCuts.Toll toll = new PowerCuts(room, EVERY).after(calls);

        LOG.log(System.Logger.Level.INFO, "Power cuts with synchronous=FULL: {0}", toll);
        assertThat(toll.states()).isGreaterThanOrEqualTo(2_000);
        assertThat(toll.statesWithLosses()).isZero();
    }

    @Test
    void aStoreThatDoesNotSyncEachEntryLosesSomeAndTheCutsShowIt() throws Exception {
        List<DiskCall> calls = Recorder.record(room, "careless", "30");

        PowerCuts.Toll toll = new PowerCuts(room, EVERY).after(calls);

        LOG.log(System.Logger.Level.INFO, "Power cuts with synchronous=NORMAL: {0}", toll);
        assertThat(toll.statesWithLosses()).isPositive();
    }
}
