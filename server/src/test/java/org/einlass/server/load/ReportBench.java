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
import java.util.logging.Level;
import java.util.logging.Logger;
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
    private static final int[] CONNECTIONS = {1, 4, 16, 64};

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
        print("| connections | database | verdict | pair | carried | pair/verdict | carried/verdict | pair/SQLite's |");
        print("|---|---|---|---|---|---|---|---|");
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

    /** Guests a second. */
    private record Round(double verdict, double pair, double carried) {
        static Round of(LoadedServer server, int connections) {
            double verdict = server.checkIns().closed(connections, ROUND).rate();
            double pair = server.reportedCheckIns().closed(connections, ROUND).rate() / 2;
            double carried =
                    server.carryingCheckIns().closed(connections, ROUND).rate();
            return new Round(verdict, pair, carried);
        }
    }

    private static void row(int connections, String database, List<Round> rounds, List<Round> ofSqlite) {
        List<Double> against = new ArrayList<>();
        for (int round = 0; round < rounds.size(); round++) {
            against.add(rounds.get(round).pair() / ofSqlite.get(round).pair());
        }
        print(
                "| %d | %s | %.0f/s | %.0f/s | %.0f/s | %.2f | %.2f | %.2f |",
                connections,
                database,
                median(rounds.stream().map(Round::verdict).toList()),
                median(rounds.stream().map(Round::pair).toList()),
                median(rounds.stream().map(Round::carried).toList()),
                median(rounds.stream()
                        .map(round -> round.pair() / round.verdict())
                        .toList()),
                median(rounds.stream()
                        .map(round -> round.carried() / round.verdict())
                        .toList()),
                median(against));
    }

    private static void reports(LoadedServer sqlite, LoadedServer postgres) throws Exception {
        double plain = plainInsertMillis();
        print("");
        print("| %d entries | median | times the plain batch insert into SQLite |", JournalReport.MOST_ENTRIES);
        print("|---|---|---|");
        print("| plain JDBC batch insert, SQLite | %.1f ms | 1.0 |", plain);
        for (LoadedServer server : List.of(sqlite, postgres)) {
            double millis = server.longReports().alone(REPORTS).millis(50);
            print(
                    "| report over HTTP, %s | %.1f ms | %.1f |",
                    server == sqlite ? "SQLite" : "PostgreSQL", millis, millis / plain);
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
