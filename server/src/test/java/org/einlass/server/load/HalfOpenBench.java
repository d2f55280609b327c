package org.einlass.server.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.einlass.launcher.ServerHome;
import org.einlass.server.database.Databases;

/**
 * Measures what scans wait while thousands of connections stand half open, against the same server without
 * them. Needs twice as many descriptors as connections, in this process and in the server's.
 */
final class HalfOpenBench {
    private static final int CONNECTIONS = Integer.getInteger("bench.connections", 10_000);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 60);
    private static final int KIOSKS = 4;
    private static final int SCANS_A_SECOND = Integer.getInteger("bench.rate", 20);
    private static final int GUESTS = Integer.getInteger("bench.guests", 5_000);
    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);

    private HalfOpenBench() {}

    public static void main(String[] arguments) throws Exception {
        ServerHome home = new ServerHome(Path.of(System.getProperty("einlass.server.home", "target/server")));
        try (LoadedServer server = LoadedServer.open(Databases.SQLITE, home, GUESTS)) {
            server.checkIns().open(KIOSKS, SCANS_A_SECOND, Duration.ofSeconds(SECONDS / 3));
            OUT.println(
                    "| connections half open | ended by the server | scans | wrong or none | p50 | p99 | longest |");
            OUT.println("|---|---|---|---|---|---|---|");
            row(0, 0, server.checkIns().open(KIOSKS, SCANS_A_SECOND, Duration.ofSeconds(SECONDS)));
            try (HalfOpenConnections hostile = new HalfOpenConnections(server.uri(), CONNECTIONS)) {
                while (hostile.open() < CONNECTIONS) {
                    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                }
                Load.Measured measured = server.checkIns().open(KIOSKS, SCANS_A_SECOND, Duration.ofSeconds(SECONDS));
                row(hostile.open(), hostile.ended(), measured);
            }
            OUT.println("descriptors: " + descriptors());
            OUT.println("most memory of the server: " + server.memory());
        }
        System.exit(0);
    }

    /** How many this process may open, and the server's likewise. */
    private static String descriptors() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? String.valueOf(unix.getMaxFileDescriptorCount())
                : "unknown";
    }

    private static void row(long open, long ended, Load.Measured measured) {
        OUT.println(String.format(
                Locale.ROOT,
                "| %d | %d | %d | %d | %.1f ms | %.1f ms | %.1f ms |",
                open,
                ended,
                measured.waits().getTotalCount(),
                measured.wrong(),
                measured.millis(50),
                measured.millis(99),
                measured.millis(100)));
    }
}
