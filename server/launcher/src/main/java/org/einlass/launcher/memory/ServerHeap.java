package org.einlass.launcher.memory;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The most memory that the server's objects get: a quarter of the machine's, from {@value #LEAST} to {@value #MOST} MiB.
 * A small heap has the collector that needs least beside it; a larger one has the one that gives back what is idle.
 *
 * @param mebibytes the most
 * @param machine what the machine has, in MiB
 */
public record ServerHeap(long mebibytes, long machine) {
    static final long LEAST = 256;
    static final long MOST = 2048;

    /** Up to here one thread collects in short enough a pause. */
    private static final long SERIAL_UP_TO = 512;

    private static final int SHIFT_TO_MEBIBYTES = 20;
    private static final String MILLIS_BETWEEN_IDLE_COLLECTIONS = "60000";
    private static final List<String> FREE = List.of("-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=25");

    /** The heap for this machine; empty where {@code javaOptions} say one. */
    public static Optional<ServerHeap> beside(List<String> javaOptions) {
        boolean said = javaOptions.stream()
                .anyMatch(option -> option.startsWith("-Xmx")
                        || option.startsWith("-XX:MaxHeapSize")
                        || option.startsWith("-XX:MaxRAMPercentage"));
        return said ? Optional.empty() : Optional.of(of(memory()));
    }

    /** The memory of this machine, or of the container that this program may use, in MiB. */
    public static long machineMebibytes() {
        return memory() >> SHIFT_TO_MEBIBYTES;
    }

    static ServerHeap of(long machineBytes) {
        long machine = machineBytes >> SHIFT_TO_MEBIBYTES;
        return new ServerHeap(Math.max(LEAST, Math.min(MOST, machine / 4)), machine);
    }

    /** Of the machine, or of the container that this program may use. */
    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    /** Options of the server's Java, beside {@code javaOptions}, which may name a collector of their own. */
    public List<String> options(List<String> javaOptions) {
        String most = "-Xmx" + mebibytes + "m";
        boolean said = javaOptions.stream().anyMatch(option -> option.matches("-XX:\\+Use[A-Za-z]*GC"));
        if (said) {
            return shrinking(List.of(most));
        }
        return shrinking(
                isSerial()
                        ? List.of(most, "-XX:+UseSerialGC")
                        : List.of(most, "-XX:+UseG1GC", "-XX:G1PeriodicGCInterval=" + MILLIS_BETWEEN_IDLE_COLLECTIONS));
    }

    /** After each collection of the whole heap no more is kept free than a quarter of it. */
    private static List<String> shrinking(List<String> options) {
        return Stream.concat(options.stream(), FREE.stream()).toList();
    }

    private boolean isSerial() {
        return mebibytes <= SERIAL_UP_TO;
    }
}
