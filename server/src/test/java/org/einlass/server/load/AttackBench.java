package org.einlass.server.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.einlass.launcher.ServerHome;
import org.einlass.server.database.Databases;

/**
 * The arrival of an event of 700 at ten times its real rate: two thirds of the guests come within the first half
 * hour, one every four seconds, so three a second here. First nothing else happens; then a list comes in; then a
 * list comes in, a revoked device floods the server with reports, and thousands of connections stand half open.
 * Every scan is to be answered and kept. Needs twice as many descriptors as connections, in this process and in
 * the server's.
 */
final class AttackBench {
    private static final int CONNECTIONS = Integer.getInteger("bench.connections", 10_000);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 240);
    private static final int RATE = Integer.getInteger("bench.rate", 3);
    private static final int ROWS = Integer.getInteger("bench.rows", 100_000);
    private static final Databases DATABASE = Databases.valueOf(System.getProperty("bench.database", "SQLITE"));
    private static final int GUESTS = 700;
    private static final int KIOSKS = 4;
    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);

    private AttackBench() {}

    public static void main(String[] arguments) throws Exception {
        ServerHome home = new ServerHome(Path.of(System.getProperty("einlass.server.home", "target/server")));
        OUT.printf(
                "%s, %d processors, %s, %d kiosks, %d scans a second, lists of %d rows%n",
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(),
                DATABASE,
                KIOSKS,
                RATE,
                ROWS);
        try (LoadedServer server = LoadedServer.open(DATABASE, home, GUESTS)) {
            Load checkIns = server.checkIns();
            checkIns.open(KIOSKS, 50, Duration.ofSeconds(20));
            OUT.println("| meanwhile | scans | wrong or none | p50 | p99 | longest | list came in after |");
            OUT.println("|---|---|---|---|---|---|---|");
            row("nothing", checkIns.open(KIOSKS, RATE, Duration.ofSeconds(SECONDS)), "");
            duringAList(server, "a list", "A");
            String flooder = server.organiser().revokedDevice("flooder");
            try (HalfOpenConnections hostile = new HalfOpenConnections(server.uri(), CONNECTIONS);
                    RevokedFlood flood = new RevokedFlood(server.uri(), LoadedServer.path("journal"), flooder)) {
                while (hostile.open() < CONNECTIONS) {
                    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                }
                duringAList(server, "a list, the flood, " + CONNECTIONS + " half open", "B");
                OUT.println("half open: " + hostile.open() + ", ended by the server: " + hostile.ended()
                        + ", not opened: " + hostile.refusals());
                OUT.println("the flood was answered: " + flood.statuses());
            }
            OUT.println("scans asked: " + server.asked() + ", answers kept: " + server.keptAnswers());
            OUT.println("most memory of the server: " + server.memory());
        }
        System.exit(0);
    }

    /** The list begins a second after the scans; where it takes longer than they do, its end is awaited. */
    private static void duringAList(LoadedServer server, String what, String key) {
        CompletableFuture<Double> list = CompletableFuture.supplyAsync(() -> seconds(server, key));
        Load.Measured measured = server.checkIns().open(KIOSKS, RATE, Duration.ofSeconds(SECONDS));
        row(what, measured, String.format(Locale.ROOT, "%.1f s", list.join()));
    }

    private static double seconds(LoadedServer server, String key) {
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        long start = System.nanoTime();
        try {
            server.organiser().takeList(key, ROWS);
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void row(String what, Load.Measured measured, String list) {
        OUT.println(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.1f ms | %.1f ms | %.1f ms | %s |",
                what,
                measured.waits().getTotalCount(),
                measured.wrong(),
                measured.millis(50),
                measured.millis(99),
                measured.millis(100),
                list));
    }
}
