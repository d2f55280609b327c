package org.einlass.server.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.einlass.launcher.ServerHome;
import org.einlass.server.database.Databases;

/**
 * Measures, on a fresh server each time, how long the first scan takes against the median of scans 91 to 110
 * of the same server. One start before them all warms up the client.
 */
final class FirstScanBench {
    private static final int STARTS = Integer.getInteger("bench.starts", 10);
    private static final int GUESTS = Integer.getInteger("bench.guests", 2_000);
    private static final String OPTIONS = System.getProperty("bench.server", "");
    private static final int FROM = 91;
    private static final int TO = 110;
    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);

    private FirstScanBench() {}

    /** What one server needed. */
    private record Start(double readyAfter, double first, double hundredth) {
        double ratio() {
            return first / hundredth;
        }
    }

    public static void main(String[] arguments) throws Exception {
        ServerHome home = new ServerHome(Path.of(System.getProperty("einlass.server.home", "target/server")));
        measure(home);
        OUT.println("| fresh start | start to ready | first scan | median of scans 91-110 | ratio | load average |");
        OUT.println("|---|---|---|---|---|---|");
        List<Start> starts = new ArrayList<>();
        for (int start = 1; start <= STARTS; start++) {
            Start measured = measure(home);
            starts.add(measured);
            row(String.valueOf(start), measured);
        }
        row(
                "median",
                new Start(
                        median(starts.stream().mapToDouble(Start::readyAfter).toArray()),
                        median(starts.stream().mapToDouble(Start::first).toArray()),
                        median(starts.stream().mapToDouble(Start::hundredth).toArray())));
        print(
                "median of the ratios: %.2f",
                median(starts.stream().mapToDouble(Start::ratio).toArray()));
        System.exit(0);
    }

    private static Start measure(ServerHome home) throws Exception {
        long launched = System.nanoTime();
        String[] options = OPTIONS.isEmpty() ? new String[0] : OPTIONS.split(" ", -1);
        try (LoadedServer server = LoadedServer.open(Databases.SQLITE, home, GUESTS, options);
                PlainConnection connection = new PlainConnection(server.uri())) {
            double ready = (System.nanoTime() - launched) / 1e9;
            double[] millis = new double[TO];
            for (int scan = 0; scan < TO; scan++) {
                byte[] question = server.checkIn();
                long asked = System.nanoTime();
                connection.send(question);
                millis[scan] = (System.nanoTime() - asked) / 1e6;
                check(connection.body());
            }
            return new Start(ready, millis[0], median(Arrays.copyOfRange(millis, FROM - 1, TO)));
        }
    }

    private static void check(String answer) throws IOException {
        if (!answer.contains("\"ADMITTED\"")) {
            throw new IOException("A guest was not admitted: " + answer);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static void row(String name, Start start) {
        print(
                "| %s | %.1f s | %.1f ms | %.1f ms | %.2f | %.1f |",
                name,
                start.readyAfter(),
                start.first(),
                start.hundredth(),
                start.ratio(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static void print(String format, Object... values) {
        OUT.println(String.format(Locale.ROOT, format, values));
    }
}
