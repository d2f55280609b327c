package org.einlass.server.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.einlass.launcher.ServerHome;
import org.einlass.server.database.Databases;
import org.einlass.server.json.Json;
import org.einlass.server.load.Load.Measured;

/**
 * Measures check-ins over real HTTP at the provisioned server, in one run, against a JSON echo deployed
 * beside it, against a server that commits each by itself, and against one with very many registrations, in
 * interleaved rounds. Client and servers share the machine.
 */
final class HttpBench {
    private static final String DATABASES = System.getProperty("bench.databases", "SQLITE,POSTGRESQL");
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 3));
    private static final Duration OPEN = Duration.ofSeconds(Integer.getInteger("bench.open", 20));
    private static final int LINES = Integer.getInteger("bench.lines", 64);
    private static final int FEW = Integer.getInteger("bench.few", 20_000);
    private static final int MANY = Integer.getInteger("bench.many", 1_000_000);
    private static final int ROSTER = Integer.getInteger("bench.roster", 100_000);
    private static final int WARM = Integer.getInteger("bench.warm", 200_000);
    private static final int LONGEST_WARM_UP = 90;
    private static final String SINGLY = "-Deinlass.together=1";
    private static final int ALONE = 300;
    private static final int PART = 1 << 20;
    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);

    private final Databases database;
    private final ServerHome home;
    private final Rounds bareEchoes = new Rounds();
    private final Rounds echoes = new Rounds();
    private final Rounds few = new Rounds();
    private final Rounds singly = new Rounds();
    private final Rounds many = new Rounds();
    private long wrong;

    private HttpBench(Databases database, ServerHome home) {
        this.database = database;
        this.home = home;
    }

    /** Runs on the databases that {@code bench.databases} names, and prints a table for each. */
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        ServerHome provisioned = new ServerHome(Path.of(System.getProperty("einlass.server.home", "target/server")));
        ServerHome home = BenchHome.in(Files.createTempDirectory("einlass-load-home"), provisioned);
        for (String name : DATABASES.split(",", -1)) {
            Databases database = Databases.valueOf(name.strip());
            HttpBench bench = new HttpBench(database, home);
            bench.checkIns();
            bench.roster();
        }
        System.exit(0);
    }

    private void checkIns() throws Exception {
        print("");
        print(
                "%s, %s, %d processors shared with the client, load average %s",
                database,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(),
                loadAverage());
        try (LoadedServer small = LoadedServer.open(database, home, FEW);
                LoadedServer single = LoadedServer.open(database, home, FEW, SINGLY);
                LoadedServer large = LoadedServer.open(database, home, MANY)) {
            warmUp(small);
            warmUp(single.checkIns());
            warmUp(large);
            closed(small, single, large);
            alone(small, large);
            open(small, large);
            print("%d wrong answers; load average %s", wrong, loadAverage());
        }
    }

    private void warmUp(LoadedServer loadedServer) {
        warmUp(loadedServer.bareEcho());
        warmUp(loadedServer.echo());
        warmUp(loadedServer.checkIns());
    }

    /** As many requests as the server's Java machine needs until it has compiled what they run through. */
    private static void warmUp(Load load) {
        long start = System.nanoTime();
        for (long answers = 0; answers < WARM && seconds(start) < LONGEST_WARM_UP; ) {
            answers += load.closed(LINES, ROUND).waits().getTotalCount();
        }
    }

    private void closed(LoadedServer small, LoadedServer single, LoadedServer large) {
        List<Double> toBareEcho = new ArrayList<>();
        List<Double> toEcho = new ArrayList<>();
        List<Double> toSingly = new ArrayList<>();
        List<Double> toFew = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double bareEcho = bareEchoes.run(small, small.bareEcho());
            double echo = echoes.run(small, small.echo());
            double ofFew = few.run(small, small.checkIns());
            toBareEcho.add(ofFew / bareEcho);
            toEcho.add(ofFew / echo);
            toSingly.add(ofFew / singly.run(single, single.checkIns()));
            toFew.add(many.run(large, large.checkIns()) / ofFew);
        }
        print(
                "| closed, %d connections, medians of %d rounds | answers | server's processor time each |",
                LINES, ROUNDS);
        print("|---|---|---|");
        bareEchoes.print("JSON echo, whoever asks");
        echoes.print("JSON echo behind the token");
        few.print(String.format(Locale.ROOT, "check-in, %,d registrations", FEW));
        singly.print("check-in, each committed by itself");
        many.print(String.format(Locale.ROOT, "check-in, %,d registrations", MANY));
        print("| check-in / echo for all, same round | %.2f (%s) | |", median(toBareEcho), all(toBareEcho));
        print("| check-in / echo behind the token, same round | %.2f (%s) | |", median(toEcho), all(toEcho));
        print("| committed together / each by itself, same round | %.2f (%s) | |", median(toSingly), all(toSingly));
        print("| many / few, same round | %.2f (%s) | |", median(toFew), all(toFew));
    }

    /**
     * The rounds of one kind of request: answers a second, and microseconds of the server's processor for
     * each.
     */
    private final class Rounds {
        private final List<Double> rates = new ArrayList<>();
        private final List<Double> costs = new ArrayList<>();

        private double run(LoadedServer loadedServer, Load load) {
            Duration before = loadedServer.processorTime();
            Measured measured = load.closed(LINES, ROUND);
            wrong += measured.wrong();
            rates.add(measured.rate());
            costs.add(loadedServer.processorTime().minus(before).toNanos()
                    / 1e3
                    / measured.waits().getTotalCount());
            return measured.rate();
        }

        private void print(String what) {
            HttpBench.print("| %s | %.0f/s | %.0f µs |", what, median(rates), median(costs));
        }
    }

    /** One desk: a question, its answer, the next question. */
    private void alone(LoadedServer small, LoadedServer large) {
        List<Double> toFew = new ArrayList<>();
        List<Double> ofEcho = new ArrayList<>();
        List<Measured> ofFew = new ArrayList<>();
        List<Measured> ofMany = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ofEcho.add(small.echo().alone(ALONE).millis(50));
            ofFew.add(small.checkIns().alone(ALONE));
            ofMany.add(large.checkIns().alone(ALONE));
            toFew.add(ofMany.get(round).millis(50) / ofFew.get(round).millis(50));
        }
        print("");
        print("| one desk alone | p50 | p95 | p99 | p99.9 | max |");
        print("|---|---|---|---|---|---|");
        print("| JSON echo | %.2f ms | | | | |", median(ofEcho));
        row("check-in, few", together(ofFew));
        row("check-in, many", together(ofMany));
        print("| p50 many / few, same round | %.2f (%s) | | | | |", median(toFew), all(toFew));
    }

    private Measured together(List<Measured> rounds) {
        Measured first = rounds.get(0);
        rounds.subList(1, rounds.size()).forEach(round -> first.waits().add(round.waits()));
        rounds.forEach(round -> wrong += round.wrong());
        return first;
    }

    private void open(LoadedServer small, LoadedServer large) {
        int rate = Integer.getInteger("bench.openRate", (int) (median(few.rates) / 2));
        print("");
        print("| open, %d/s over %d connections, waits from when due | p50 | p95 | p99 | p99.9 | max |", rate, LINES);
        print("|---|---|---|---|---|---|");
        Measured echo = small.echo().open(LINES, rate, ROUND);
        Measured ofFew = small.checkIns().open(LINES, rate, OPEN);
        Measured ofMany = large.checkIns().open(LINES, rate, OPEN);
        wrong += ofFew.wrong() + ofMany.wrong();
        row("JSON echo", echo);
        row("check-in, few", ofFew);
        row("check-in, many", ofMany);
    }

    private static void row(String what, Measured measured) {
        print(
                "| %s | %.2f ms | %.2f ms | %.2f ms | %.2f ms | %.2f ms |",
                what,
                measured.millis(50),
                measured.millis(95),
                measured.millis(99),
                measured.millis(99.9),
                measured.millis(100));
    }

    private void roster() throws Exception {
        try (LoadedServer loadedServer = LoadedServer.open(database, home, ROSTER);
                PlainConnection plainConnection = new PlainConnection(loadedServer.uri())) {
            loadedServer.checkIns().alone(ALONE);
            String before = loadedServer.memory();
            long start = System.nanoTime();
            plainConnection.send(
                    PlainConnection.get(loadedServer.uri(), LoadedServer.path("roster"), loadedServer.token(), ""));
            JsonNode snapshot = Json.mapper().readTree(plainConnection.body().replaceAll("(?s)^[^{]*|[^}]*$", ""));
            double written = seconds(start);
            start = System.nanoTime();
            boolean right = fetch(loadedServer, plainConnection, snapshot);
            print("");
            print("| roster of %,d registrations | |", ROSTER);
            print("|---|---|");
            print(
                    "| rows, size | %,d, %,d bytes |",
                    snapshot.path("rows").asLong(), snapshot.path("bytes").asLong());
            print("| written and announced | %.1f s |", written);
            print("| fetched in parts of 1 MB | %.1f s, checksum %s |", seconds(start), right ? "right" : "WRONG");
            print("| memory of the server, peak before and after | %s, %s |", before, loadedServer.memory());
        }
    }

    private static boolean fetch(LoadedServer loadedServer, PlainConnection plainConnection, JsonNode snapshot)
            throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        JsonNode cursor = snapshot.path("cursor");
        String file = cursor.path("incarnation").asText() + "-"
                + cursor.path("number").asLong() + ".ndjson";
        long bytes = snapshot.path("bytes").asLong();
        for (long from = 0; from < bytes; ) {
            String range = "Range: bytes=" + from + "-" + (from + PART - 1) + "\r\n";
            int status = plainConnection.send(PlainConnection.get(
                    loadedServer.uri(), LoadedServer.path("roster/" + file), loadedServer.token(), range));
            if (status != 206) {
                return false;
            }
            byte[] part = plainConnection.bodyBytes();
            digest.update(part);
            from += part.length;
        }
        return HexFormat.of()
                .formatHex(digest.digest())
                .equals(snapshot.path("sha256").asText());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static String all(List<Double> values) {
        return Arrays.toString(values.stream()
                        .map(value -> String.format(Locale.ROOT, "%.2f", value))
                        .toArray())
                .replaceAll("[\\[\\],]", "");
    }

    private static String loadAverage() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/loadavg"))) {
            return lines.findFirst().orElse("unknown").replaceAll(" [0-9]+/.*", "");
        }
    }

    private static void print(String format, Object... values) {
        OUT.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }
}
