package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.einlass.contract.id.BootId;
import org.einlass.kiosk.gate.DeviceClock;
import org.einlass.kiosk.gate.MachineCount;
import org.einlass.kiosk.gate.Sample;
import org.junit.jupiter.api.Test;

/** A machine that was suspended and woke up again. */
class SuspendAwareCountTest {
    private static final BootId BOOT = new BootId(new UUID(1, 1));
    private static final Duration NIGHT = Duration.ofHours(9);
    private static final Instant SERVER = Instant.parse("2022-07-04T07:00:00Z");

    private long wall = 1_000_000_000_000L;
    private long running = 50_000_000_000L;
    private long sinceBoot = 50_000_000_000L;

    private final MachineCount count =
            new SuspendAwareCount(BOOT, () -> wall, () -> running, () -> OptionalLong.of(sinceBoot));
    private final DeviceClock clock = new DeviceClock(() -> Instant.EPOCH.plusNanos(wall), count);

    private void pass(Duration time) {
        running += time.toNanos();
        sleep(time);
    }

    private void sleep(Duration time) {
        wall += time.toNanos();
        sinceBoot += time.toNanos();
    }

    private boolean isSure() {
        return clock.moment(Sample.sheet().calendar()).sure();
    }

    @Test
    void theTimeAsleepCountsWhereTheMachineTellsIt() {
        clock.contact(SERVER);
        pass(Duration.ofSeconds(10));

        sleep(NIGHT);

        assertThat(clock.now()).isEqualTo(SERVER.plusSeconds(10).plus(NIGHT));
        assertThat(isSure()).isTrue();
        assertThat(clock.stamp().boot()).isEqualTo(BOOT);
    }

    @Test
    void aWallClockThatIsSetChangesNothingWhereTheMachineTellsTheTimeSinceItsBoot() {
        clock.contact(SERVER);

        wall += Duration.ofDays(1).toNanos();

        assertThat(clock.now()).isEqualTo(SERVER);
        assertThat(isSure()).isTrue();
    }

    @Test
    void theClockIsUnsureUntilTheNextContactWhereTheMachineTellsNothing() {
        MachineCount silent = new SuspendAwareCount(BOOT, () -> wall, () -> running, OptionalLong::empty);
        DeviceClock other = new DeviceClock(() -> Instant.EPOCH.plusNanos(wall), silent);
        other.contact(SERVER);
        assertThat(other.moment(Sample.sheet().calendar()).sure()).isTrue();

        sleep(NIGHT);

        assertThat(other.moment(Sample.sheet().calendar()).sure()).isFalse();
        assertThat(other.stamp().serverOffset()).isNull();
        assertThat(other.stamp().boot()).isNotEqualTo(BOOT);
        other.contact(SERVER.plus(NIGHT));
        assertThat(other.moment(Sample.sheet().calendar()).sure()).isTrue();
    }

    @Test
    void aSmallCorrectionOfTheWallClockIsNoSleep() {
        MachineCount silent = new SuspendAwareCount(BOOT, () -> wall, () -> running, OptionalLong::empty);

        wall += Duration.ofSeconds(3).toNanos();
        assertThat(silent.now()).isEqualTo(new MachineCount.Moment(BOOT, running));
        wall -= Duration.ofDays(1).toNanos();

        assertThat(silent.now().boot()).isEqualTo(BOOT);
    }

    @Test
    void thisMachinesOwnCountGoesForward() {
        DeviceClock real = SystemClocks.clock();
        long before = real.nanos();

        assertThat(real.nanos()).isGreaterThanOrEqualTo(before);
        assertThat(real.stamp().boot()).isEqualTo(real.stamp().boot());
    }
}
