package org.einlass.kiosk;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.einlass.contract.id.BootId;
import org.einlass.kiosk.gate.DeviceClock;

/** The machine that the kiosk runs on: its clocks and its boot. */
final class SystemClocks {
    private static final Path LINUX_BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path LINUX_UPTIME = Path.of("/proc/uptime");

    private SystemClocks() {}

    static DeviceClock clock() {
        Clock wall = Clock.systemUTC();
        return new DeviceClock(
                wall,
                new SuspendAwareCount(
                        boot(),
                        () -> TimeUnit.MILLISECONDS.toNanos(wall.millis()),
                        System::nanoTime,
                        SystemClocks::sinceBoot));
    }

    /** Linux tells seconds with two digits behind the point, and counts suspensions in. */
    private static OptionalLong sinceBoot() {
        try {
            String seconds = Files.readString(LINUX_UPTIME).split(" ", 2)[0];
            return OptionalLong.of(new BigDecimal(seconds).movePointRight(9).longValueExact());
        } catch (IOException | ArithmeticException | NumberFormatException untold) {
            return OptionalLong.empty();
        }
    }

    /**
     * Linux names its boots, and nanoTime counts from the boot there; elsewhere each start counts as a boot.
     */
    private static BootId boot() {
        try {
            return BootId.of(Files.readString(LINUX_BOOT_ID).strip());
        } catch (IOException | IllegalArgumentException nameless) {
            return new BootId(UUID.randomUUID());
        }
    }
}
