package org.einlass.kiosk;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.einlass.contract.id.BootId;
import org.einlass.kiosk.gate.MachineCount;

/**
 * Goes on counting while the machine is suspended, when {@link System#nanoTime} stands still. The wall clock, which a
 * machine sets forward when it wakes, gives the hint; the time since the boot says by how much. Where a machine does
 * not tell that time, its count begins a new boot: whatever was known of the server's time is not sure any more.
 */
final class SuspendAwareCount implements MachineCount {
    /** Wall clock and count drift apart by less in a long day. */
    private static final long HINT = Duration.ofMillis(500).toNanos();

    /** A wall clock that is set forward by less was corrected, and the machine did not sleep. */
    private static final long SLEPT = Duration.ofSeconds(5).toNanos();

    private static final long PRECISION = Duration.ofMillis(100).toNanos();

    private final LongSupplier wallNanos;
    private final LongSupplier running;
    private final Supplier<OptionalLong> sinceBoot;
    private BootId boot;
    private long slept;
    private long apart;

    /**
     * @param wallNanos the wall clock, in nanoseconds
     * @param running a count that stands still while the machine is suspended
     * @param sinceBoot nanoseconds since the boot, suspensions included; empty where the machine does not tell
     */
    SuspendAwareCount(BootId boot, LongSupplier wallNanos, LongSupplier running, Supplier<OptionalLong> sinceBoot) {
        this.boot = boot;
        this.wallNanos = wallNanos;
        this.running = running;
        this.sinceBoot = sinceBoot;
        long count = running.getAsLong();
        apart = wallNanos.getAsLong() - count;
        measure(count);
    }

    @Override
    public synchronized Moment now() {
        long count = running.getAsLong();
        long gap = wallNanos.getAsLong() - count - apart;
        if (Math.abs(gap) > HINT) {
            apart += gap;
            if (!measure(count) && gap > SLEPT) {
                boot = new BootId(UUID.randomUUID());
            }
        }
        return new Moment(boot, count + slept);
    }

    /** @return whether the machine tells how long it slept */
    private boolean measure(long count) {
        OptionalLong all = sinceBoot.get();
        if (all.isPresent()) {
            long now = all.getAsLong() - count;
            slept = Math.abs(now - slept) > PRECISION ? now : slept;
        }
        return all.isPresent();
    }
}
