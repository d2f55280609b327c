package org.einlass.server.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.einlass.launcher.ServerHome;
import org.einlass.server.database.Databases;

/**
 * Measures check-ins a second of 1, 2, 3 and 4 servers on one PostgreSQL, with as many connections each time, divided
 * among the servers. Client, servers and database share this machine's processors.
 */
final class NodesBench {
    private static final int MOST_NODES = Integer.getInteger("bench.nodes", 4);
    private static final int LINES = Integer.getInteger("bench.lines", 48);
    private static final int GUESTS = Integer.getInteger("bench.guests", 20_000);
    private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("bench.warm.seconds", 20));
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 10));
    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);

    private NodesBench() {}

    public static void main(String[] arguments) throws Exception {
        ServerHome home = new ServerHome(Path.of(System.getProperty("einlass.server.home", "target/server")));
        print("%d processors, %d connections", Runtime.getRuntime().availableProcessors(), LINES);
        OUT.println("| servers | check-ins | wrong answers | servers' processor time each | load average |");
        OUT.println("|---|---|---|---|---|");
        for (int count = 1; count <= MOST_NODES; count++) {
            measure(home, count);
        }
        System.exit(0);
    }

    private static void measure(ServerHome home, int count) throws Exception {
        List<LoadedServer> nodes = new ArrayList<>();
        try {
            nodes.add(LoadedServer.open(Databases.POSTGRESQL, home, GUESTS));
            while (nodes.size() < count) {
                nodes.add(nodes.get(0).node(home));
            }
            together(nodes, WARM);
            Duration before = processorTime(nodes);
            List<Load.Measured> measured = together(nodes, ROUND);
            Duration used = processorTime(nodes).minus(before);
            double rate = measured.stream().mapToDouble(Load.Measured::rate).sum();
            long answers = measured.stream()
                    .mapToLong(one -> one.waits().getTotalCount())
                    .sum();
            print(
                    "| %d | %.0f/s | %d | %.0f µs | %.1f |",
                    count,
                    rate,
                    measured.stream().mapToLong(Load.Measured::wrong).sum(),
                    used.toNanos() / 1e3 / answers,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        } finally {
            close(nodes);
        }
    }

    private static List<Load.Measured> together(List<LoadedServer> nodes, Duration time) {
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        try {
            List<CompletableFuture<Load.Measured>> runs = IntStream.range(0, nodes.size())
                    .mapToObj(node -> CompletableFuture.supplyAsync(
                            () -> nodes.get(node).checkIns().closed(share(node, nodes.size()), time), threads))
                    .toList();
            return runs.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    /** How many of the connections one of {@code nodes} servers gets. */
    private static int share(int node, int nodes) {
        return LINES / nodes + (node < LINES % nodes ? 1 : 0);
    }

    private static Duration processorTime(List<LoadedServer> nodes) {
        return nodes.stream().map(LoadedServer::processorTime).reduce(Duration.ZERO, Duration::plus);
    }

    private static void close(List<LoadedServer> nodes) throws IOException {
        for (LoadedServer node : nodes) {
            node.close();
        }
    }

    private static void print(String format, Object... values) {
        OUT.println(String.format(Locale.ROOT, format, values));
    }
}
