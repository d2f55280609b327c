package org.einlass.server.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.einlass.contract.wire.ImportReport;
import org.einlass.server.database.Databases;
import org.einlass.server.registration.imports.ImportServices;

/**
 * How fast a list comes in: the whole import of a CSV file (reading, comparing, codes, feed, undo rows)
 * against a plain batch insert of the very rows that it left in the tables, into an empty database of the
 * same tables, in one run.
 */
final class ImportBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int ROWS = Integer.getInteger("bench.rows", 20_000);
    private static final List<String> TABLES =
            List.of("registrations", "registration_programmes", "codes", "feed", "imports", "import_rows");

    private ImportBench() {}

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        OUT.printf(
                "%s, %d processors, %d rows, SQLite%n",
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(),
                ROWS);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double ratio = round(round);
            if (round > 0) {
                ratios.add(ratio);
            }
        }
        Collections.sort(ratios);
        OUT.printf("median ratio of plain insert to import: %.2f%n", ratios.get(ratios.size() / 2));
        System.exit(0);
    }

    /** The first round warms up. */
    private static double round(int round) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("einlass-import-bench");
        String[] list = list();
        double imported;
        double again;
        Map<String, List<Object[]>> rows;
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            long start = System.nanoTime();
            ImportReport report = side.take(list);
            imported = seconds(start);
            if (report.added() != ROWS) {
                throw new IllegalStateException("Of " + ROWS + " rows " + report.added() + " came in.");
            }
            start = System.nanoTime();
            side.take(list);
            again = seconds(start);
            rows = rows(side.address());
        }
        double plain = plain(Databases.SQLITE.furnished(folder), rows);
        OUT.printf(
                "%s import %.2f s (%,.0f rows/s), the same list again %.2f s, plain insert %.2f s, ratio %.2f%n",
                round == 0 ? "warm-up:" : "round " + round + ":",
                imported,
                ROWS / imported,
                again,
                plain,
                plain / imported);
        return plain / imported;
    }

    private static String[] list() {
        String[] lines = new String[ROWS + 1];
        lines[0] = "Key;Titel;Vorname;Nachname;Funktion;Organisation;E-Mail;Programme";
        for (int at = 1; at <= ROWS; at++) {
            lines[at] = "K" + at + ";Dr.;Eva" + at % 311 + ";Schmidt" + at + ";Referentin;Stadt " + at % 97 + ";e" + at
                    + "@example.org;egk";
        }
        return lines;
    }

    private static Map<String, List<Object[]>> rows(String address) throws SQLException {
        Map<String, List<Object[]>> rows = new LinkedHashMap<>();
        try (Connection open = DriverManager.getConnection(address);
                Statement statement = open.createStatement()) {
            for (String table : TABLES) {
                List<Object[]> found = new ArrayList<>();
                try (ResultSet row = statement.executeQuery("select * from " + table)) {
                    int columns = row.getMetaData().getColumnCount();
                    while (row.next()) {
                        Object[] values = new Object[columns];
                        for (int at = 0; at < columns; at++) {
                            values[at] = row.getObject(at + 1);
                        }
                        found.add(values);
                    }
                }
                rows.put(table, found);
            }
        }
        return rows;
    }

    /**
     * One transaction, one prepared statement a table, batches of 500; without foreign keys, whose rows are
     * elsewhere.
     */
    private static double plain(String address, Map<String, List<Object[]>> rows) throws SQLException {
        try (Connection open = DriverManager.getConnection(address)) {
            try (Statement statement = open.createStatement()) {
                statement.execute("pragma journal_mode = wal");
                statement.execute("pragma synchronous = full");
                statement.execute("pragma foreign_keys = off");
            }
            open.setAutoCommit(false);
            long start = System.nanoTime();
            for (Map.Entry<String, List<Object[]>> table : rows.entrySet()) {
                insert(open, table.getKey(), table.getValue());
            }
            open.commit();
            return seconds(start);
        }
    }

    private static void insert(Connection open, String table, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String places = String.join(", ", Collections.nCopies(rows.get(0).length, "?"));
        try (PreparedStatement insert = open.prepareStatement("insert into " + table + " values (" + places + ")")) {
            int waiting = 0;
            for (Object[] row : rows) {
                for (int at = 0; at < row.length; at++) {
                    insert.setObject(at + 1, row[at]);
                }
                insert.addBatch();
                waiting++;
                if (waiting == 500) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            insert.executeBatch();
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
