package org.einlass.server.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.einlass.contract.wire.JournalReport;
import org.einlass.launcher.ServerHome;
import org.einlass.server.database.Databases;
import org.einlass.server.database.Store;

/**
 * What reporting an outcome costs beside answering its question, over HTTP on provisioned servers: the
 * verdict alone, verdict and report as two requests, the outcome carried by the next question, and long
 * reports against a plain batch insert of as many rows. Each ratio is of one round.
 */
final class ReportBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 3));
    private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("bench.warmSeconds", 20));
    private static final int ATTENDEES = Integer.getInteger("bench.few", 20_000);
    private static final int REPORTS = 20;
    private static final List<Integer> CONNECTIONS = Stream.of(
                    System.getProperty("bench.connections", "1,4,16,64").split(",", -1))
            .map(Integer::valueOf)
            .toList();

    private ReportBench() {}

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        ServerHome home = new ServerHome(Path.of(System.getProperty("einlass.server.home", "target/server")));
        print("%s, %d processors shared with the client", Instant.now().truncatedTo(ChronoUnit.SECONDS), processors());
        try (LoadedServer sqlite = LoadedServer.open(Databases.SQLITE, home, ATTENDEES);
                LoadedServer postgres = LoadedServer.open(Databases.POSTGRESQL, home, ATTENDEES)) {
            for (LoadedServer server : List.of(sqlite, postgres)) {
                server.reportedCheckIns().closed(16, WARM);
                server.carryingCheckIns().closed(16, WARM);
                server.longReports().alone(REPORTS);
            }
            checkIns(sqlite, postgres);
            reports(sqlite, postgres);
        }
        System.exit(0);
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static void checkIns(LoadedServer sqlite, LoadedServer postgres) {
        print("µs: the server's processor time for one guest");
        print("| connections | database | verdict | pair | carried | verdict, µs | pair, µs | carried, µs"
                + " | pair/verdict | carried/verdict | pair/verdict by µs | pair/SQLite's |");
        print("|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (int connections : CONNECTIONS) {
            List<Round> ofSqlite = new ArrayList<>();
            List<Round> ofPostgres = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                ofSqlite.add(Round.of(sqlite, connections));
                ofPostgres.add(Round.of(postgres, connections));
            }
            row(connections, "SQLite", ofSqlite, ofSqlite);
            row(connections, "PostgreSQL", ofPostgres, ofSqlite);
        }
    }

    /**
     * What one kind of check-in reached.
     *
     * @param rate guests a second
     * @param cost the server's processor time for one guest, in microseconds
     */
    private record Reached(double rate, double cost) {
        /** @param requests how many make one guest */
        static Reached by(LoadedServer server, Load load, int connections, int requests) {
            Duration before = server.processorTime();
            Load.Measured measured = load.closed(connections, ROUND);
            double used = server.processorTime().minus(before).toNanos() / 1e3;
            double guests = (double) measured.waits().getTotalCount() / requests;
            return new Reached(measured.rate() / requests, used / guests);
        }
    }

    private record Round(Reached verdict, Reached pair, Reached carried) {
        static Round of(LoadedServer server, int connections) {
            return new Round(
                    Reached.by(server, server.checkIns(), connections, 1),
                    Reached.by(server, server.reportedCheckIns(), connections, 2),
                    Reached.by(server, server.carryingCheckIns(), connections, 1));
        }
    }

    private static void row(int connections, String database, List<Round> rounds, List<Round> ofSqlite) {
        List<Double> against = new ArrayList<>();
        for (int round = 0; round < rounds.size(); round++) {
            against.add(
                    rounds.get(round).pair().rate() / ofSqlite.get(round).pair().rate());
        }
        print(
                "| %d | %s | %.0f/s | %.0f/s | %.0f/s | %.0f | %.0f | %.0f | %.2f | %.2f | %.2f | %.2f |",
                connections,
                database,
                median(rounds, round -> round.verdict().rate()),
                median(rounds, round -> round.pair().rate()),
                median(rounds, round -> round.carried().rate()),
                median(rounds, round -> round.verdict().cost()),
                median(rounds, round -> round.pair().cost()),
                median(rounds, round -> round.carried().cost()),
                median(rounds, round -> round.pair().rate() / round.verdict().rate()),
                median(rounds, round -> round.carried().rate() / round.verdict().rate()),
                median(rounds, round -> round.verdict().cost() / round.pair().cost()),
                median(against));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return median(rounds.stream().map(figure::applyAsDouble).toList());
    }

    private static void reports(LoadedServer sqlite, LoadedServer postgres) throws Exception {
        double plain = plainInsertMillis();
        print("");
        print(
                "| %d entries | median | times the plain batch insert into SQLite | server's processor time |",
                JournalReport.MOST_ENTRIES);
        print("|---|---|---|---|");
        print("| plain JDBC batch insert, SQLite | %.1f ms | 1.0 | |", plain);
        for (LoadedServer server : List.of(sqlite, postgres)) {
            Duration before = server.processorTime();
            double millis = server.longReports().alone(REPORTS).millis(50);
            double used = server.processorTime().minus(before).toNanos() / 1e6 / REPORTS;
            print(
                    "| report over HTTP, %s | %.1f ms | %.1f | %.1f ms |",
                    server == sqlite ? "SQLite" : "PostgreSQL", millis, millis / plain, used);
        }
    }

    /** As many rows as a long report has, into the same table with its indexes, in one durable commit. */
    private static double plainInsertMillis() throws Exception {
        Path folder = Files.createTempDirectory("einlass-plain");
        String url = "jdbc:sqlite:" + folder.resolve("plain.db");
        Store.open(url).close();
        List<Double> millis = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url)) {
            try (var pragma = connection.createStatement()) {
                pragma.execute("pragma synchronous = full");
            }
            connection.setAutoCommit(false);
            for (int report = 0; report < REPORTS; report++) {
                long start = System.nanoTime();
                insert(connection, report);
                connection.commit();
                millis.add((System.nanoTime() - start) / 1e6);
            }
        }
        return median(millis);
    }

    private static void insert(Connection connection, int report) throws SQLException {
        String body = "x".repeat(600);
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into facts (event, id, device, epoch, sequence, type, phase, boot, wall, monotonic, at,
                    uncertainty, sure, door, lookup, subject, refers, proven, content, body, received_at)
                values ('e', ?, 'kiosk-1', 'epoch', ?, 'scanned', 'LIVE', 'boot', 1, 1, 1, 1, true, 'door', ?, ?, null,
                    true, ?, ?, 1)
                """)) {
            for (int entry = 0; entry < JournalReport.MOST_ENTRIES; entry++) {
                String id = String.format(Locale.ROOT, "%016x-%016x", report * 31L, entry * 0x9e3779b97f4a7c15L);
                statement.setString(1, id);
                statement.setInt(2, entry);
                statement.setString(3, id);
                statement.setString(4, id);
                statement.setString(5, id);
                statement.setString(6, body);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void print(String format, Object... values) {
        OUT.println(String.format(Locale.ROOT, format, values));
    }
}
