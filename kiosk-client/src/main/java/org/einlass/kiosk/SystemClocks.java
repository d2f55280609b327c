package org.einlass.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.einlass.contract.id.BootId;
import org.einlass.kiosk.gate.DeviceClock;

/** The machine that the kiosk runs on: its clocks and its boot. */
final class SystemClocks {
    private static final Path LINUX_BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    private SystemClocks() {}

    static DeviceClock clock() {
        return new DeviceClock(Clock.systemUTC(), System::nanoTime, boot());
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
