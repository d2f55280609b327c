package org.einlass.server.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.einlass.contract.wire.ImportReport;
import org.einlass.server.database.Databases;
import org.einlass.server.registration.imports.ImportServices;

/**
 * How fast a list comes in: the whole import of a CSV file (reading, comparing, codes, feed, undo rows)
 * against a plain batch insert into SQLite of the very rows that it left in the tables, into an empty database of
 * the same tables, in one run. On PostgreSQL the processor time is that of this process only, without the
 * database's.
 */
final class ImportBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int ROWS = Integer.getInteger("bench.rows", 20_000);
    private static final String DATABASES = System.getProperty("bench.databases", "SQLITE,POSTGRESQL");
    private static final int LISTS = 7;
    private static final List<String> TABLES =
            List.of("registrations", "registration_programmes", "codes", "feed", "imports", "import_rows");

    private ImportBench() {}

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        OUT.printf(
                "%s, %d processors, %d rows%n",
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(),
                ROWS);
        for (Databases database : databases()) {
            measure(database);
        }
        System.exit(0);
    }

    private static List<Databases> databases() {
        return Stream.of(DATABASES.split(",", -1)).map(Databases::valueOf).toList();
    }

    private static void measure(Databases database) throws Exception {
        OUT.println(database + ":");
        List<Ratios> ratios = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            Ratios ratio = round(database, round);
            if (round > 0) {
                ratios.add(ratio);
            }
        }
        OUT.printf(
                "median ratio of plain insert to import: %.2f by the clock, %.2f by processor time%n",
                median(ratios, Ratios::clock), median(ratios, Ratios::processor));
        oneAfterTheOther(database);
    }

    /** Plain insert to import. */
    private record Ratios(double clock, double processor) {}

    private static double median(List<Ratios> ratios, ToDoubleFunction<Ratios> which) {
        double[] sorted = ratios.stream().mapToDouble(which).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Seven lists of different people into one event. */
    private static void oneAfterTheOther(Databases database) throws IOException {
        Path folder = Files.createTempDirectory("einlass-import-bench");
        try (ImportServices side = new ImportServices(database, folder, Clock.systemUTC())) {
            for (int list = 1; list <= LISTS; list++) {
                Spent spent = new Spent();
                ImportReport report =
                        side.take(ListedPeople.lines("L" + list + "-", (list - 1) * (ROWS / LISTS), ROWS / LISTS));
                if (report.added() != ROWS / LISTS) {
                    throw new IllegalStateException("Of list " + list + " came in " + report.added() + " rows.");
                }
                OUT.printf("list %d of %d, %d rows: %s%n", list, LISTS, report.added(), spent.stop());
            }
        }
    }

    /** Time by the clock and of all processors that this process used, from the moment it is made. */
    private static final class Spent {
        private final long clockStart = System.nanoTime();
        private final long processorStart = processorNanos();
        private double clock;
        private double processor;

        private Spent stop() {
            clock = (System.nanoTime() - clockStart) / 1e9;
            processor = (processorNanos() - processorStart) / 1e9;
            return this;
        }

        private static long processorNanos() {
            return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                    ? system.getProcessCpuTime()
                    : 0;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f s (processor %.2f s)", clock, processor);
        }
    }

    /** The first round warms up. */
    private static Ratios round(Databases database, int round) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("einlass-import-bench");
        String[] list = ListedPeople.lines("K", 0, ROWS);
        Spent imported;
        Spent again;
        Map<String, List<Object[]>> rows;
        try (ImportServices side = new ImportServices(database, folder, Clock.systemUTC())) {
            imported = new Spent();
            ImportReport report = side.take(list);
            imported.stop();
            if (report.added() != ROWS) {
                throw new IllegalStateException("Of " + ROWS + " rows " + report.added() + " came in.");
            }
            again = new Spent();
            side.take(list);
            again.stop();
            rows = rows(side.address());
        }
        Spent plain = plain(Databases.SQLITE.furnished(folder), rows);
        OUT.printf(
                "%s import %s, %,.0f rows/s, the same list again %s, plain insert %s%n",
                round == 0 ? "warm-up:" : "round " + round + ":", imported, ROWS / imported.clock, again, plain);
        return new Ratios(plain.clock / imported.clock, plain.processor / imported.processor);
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
    private static Spent plain(String address, Map<String, List<Object[]>> rows) throws SQLException {
        try (Connection open = DriverManager.getConnection(address)) {
            try (Statement statement = open.createStatement()) {
                statement.execute("pragma journal_mode = wal");
                statement.execute("pragma synchronous = full");
                statement.execute("pragma foreign_keys = off");
            }
            open.setAutoCommit(false);
            Spent spent = new Spent();
            for (Map.Entry<String, List<Object[]>> table : rows.entrySet()) {
                insert(open, table.getKey(), table.getValue());
            }
            open.commit();
            return spent.stop();
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
}
