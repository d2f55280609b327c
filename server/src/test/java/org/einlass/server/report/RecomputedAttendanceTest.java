package org.einlass.server.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.einlass.contract.id.EventId;
import org.einlass.reports.statistics.Attendance;
import org.einlass.reports.statistics.AttendanceRow;
import org.einlass.reports.statistics.AttendanceTable;
import org.einlass.reports.statistics.Breakdown;
import org.einlass.reports.statistics.PressFigures;
import org.einlass.server.database.Databases;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.EventChanges;
import org.einlass.server.event.EventDocument;
import org.einlass.server.json.Json;
import org.einlass.server.registration.CodeTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every line of the report, counted again by other code from nothing but the files that an auditor gets. */
final class RecomputedAttendanceTest {
    private static final int EVENTS = 36;

    @TempDir
    Path folder;

    @Test
    void whoCountsAgainFromTheRawFilesGetsEveryLine() throws Exception {
        ServerKey key = ServerKey.of(folder.resolve("key"));
        String address = Databases.SQLITE.furnished(folder);
        Set<String> covered = new TreeSet<>();
        try (Store store = Store.open(address)) {
            RawDataExport raw = new RawDataExport(store, folder.resolve("exports"));
            ReportService reports = new ReportService(store, new CodeTable(key), new Renderers(), Clock.systemUTC());
            EventChanges changes = new EventChanges(new CodeKeyTable(key), new Random(1), (changed, which) -> {});
            for (long seed = 0; seed < EVENTS; seed++) {
                RandomDays days = written(seed, address, store, changes);
                EventId event = new EventId(days.event);

                Map<String, String> files = files(raw.all(event, Locale.GERMAN, Instant.EPOCH));

                assertEqual(NaiveCount.published(files.get("attendance.csv")), new NaiveCount(files), days.event);
                Attendance attendance = reports.attendance(event, Locale.GERMAN);
                addsUp(attendance, days.event);
                press(attendance, days.event);
                AttendanceWorkbook.check(attendance, folder);
                covered.addAll(days.covered());
                attendance.tables().stream()
                        .filter(table -> table.total().arrived() > 0)
                        .forEach(table -> covered.add(table.by().name()));
                attendance.arrivals().stream()
                        .filter(day -> day.estimated() > 0)
                        .forEach(day -> covered.add("PAPER"));
            }
        }
        assertThat(covered).contains(RandomDays.EVERYTHING.toArray(String[]::new));
        for (Breakdown by : Breakdown.values()) {
            assertThat(covered).as("a table with people or cases in it").contains(by.name());
        }
    }

    /** 18:05 on day two: 400 came on the first day, 500 on the second, 200 on both. */
    @Test
    void theSevenHundredOfTwoDaysAreCountedAgainFromTheRawFiles() throws Exception {
        ServerKey key = ServerKey.of(folder.resolve("key"));
        String address = Databases.SQLITE.furnished(folder);
        Instant now = Instant.parse("2025-09-17T16:05:00Z");
        try (Store store = Store.open(address)) {
            EventChanges changes = new EventChanges(new CodeKeyTable(key), new Random(1), (changed, which) -> {});
            SevenHundred.write(address, store, changes);
            RawDataExport raw = new RawDataExport(store, folder.resolve("exports"));
            ReportService reports = new ReportService(store, new CodeTable(key), new Renderers(), Clock.systemUTC());

            Map<String, String> files = files(raw.all(SevenHundred.EVENT, Locale.GERMAN, now));

            assertEqual(NaiveCount.published(files.get("attendance.csv")), new NaiveCount(files), "700");
            Attendance attendance = reports.attendance(SevenHundred.EVENT, Locale.GERMAN);
            addsUp(attendance, "700");
            assertThat(attendance.total()).isEqualTo(new AttendanceRow("Insgesamt", 812, 700));
            assertThat(table(attendance, Breakdown.DAY))
                    .extracting(AttendanceRow::arrived)
                    .containsExactly(400L, 500L, -200L);
            assertThat(table(attendance, Breakdown.PROGRAMME))
                    .as("everybody of the first programme, a quarter of them of the second, too")
                    .extracting(AttendanceRow::label)
                    .last()
                    .isEqualTo("In beiden Programmen, oben doppelt");
        }
    }

    private static List<AttendanceRow> table(Attendance attendance, Breakdown by) {
        return attendance.tables().stream()
                .filter(table -> table.by() == by)
                .findFirst()
                .orElseThrow()
                .rows();
    }

    private static RandomDays written(long seed, String address, Store store, EventChanges changes) throws Exception {
        try (Connection database = DriverManager.getConnection(address + "?busy_timeout=20000")) {
            RandomDays days = new RandomDays(seed, database);
            EventId event = new EventId(days.event);
            EventDocument document = Json.mapper().readValue(days.document(), EventDocument.class);
            store.write(WriteKey.of(event), transaction -> {
                        changes.put(transaction, event, document, Instant.EPOCH);
                        return document;
                    })
                    .toCompletableFuture()
                    .join();
            database.setAutoCommit(false);
            days.write();
            database.commit();
            return days;
        }
    }

    private static Map<String, String> files(InputStream archive) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return files;
    }

    private static void assertEqual(Map<String, List<String>> published, NaiveCount naive, String seed) {
        assertThat(published.keySet()).as(seed).isEqualTo(naive.tables().keySet());
        published.forEach((table, lines) -> assertThat(lines)
                .as(seed + " " + table)
                .isEqualTo(naive.tables().get(table)));
    }

    /** The rows of every table add up to its total; that of a table of all people is the headline. */
    private static void addsUp(Attendance attendance, String seed) {
        Set<Breakdown> ofSome = Set.of(Breakdown.SESSION, Breakdown.PROGRAMME_OF_DAY);
        for (AttendanceTable table : attendance.tables()) {
            assertThat(table.rows().stream().mapToLong(AttendanceRow::arrived).sum())
                    .as(seed + " " + table.by())
                    .isEqualTo(table.total().arrived());
            assertThat(table.rows().stream()
                            .mapToLong(AttendanceRow::registered)
                            .sum())
                    .as(seed + " " + table.by())
                    .isEqualTo(table.total().registered());
            if (!ofSome.contains(table.by()) && !table.by().isOfCases()) {
                assertThat(table.total().arrived())
                        .as(seed + " " + table.by())
                        .isEqualTo(attendance.total().arrived());
                assertThat(
                                table.by().arrivalsOnly()
                                        ? attendance.total().registered()
                                        : table.total().registered())
                        .as(seed + " " + table.by())
                        .isEqualTo(attendance.total().registered());
            }
        }
        List<AttendanceRow> byDay = attendance.tables().stream()
                .filter(table -> table.by() == Breakdown.DAY)
                .findFirst()
                .map(AttendanceTable::rows)
                .orElse(List.of());
        for (int place = 0; place < Math.min(byDay.size(), attendance.days().size()); place++) {
            assertThat(attendance.arrivals().get(place).total())
                    .as(seed + " the curve of day " + place)
                    .isEqualTo(byDay.get(place).arrived());
        }
    }

    /** What may be published is what was counted: told cells exactly, totals rounded. */
    private static void press(Attendance attendance, String seed) {
        PressFigures figures = PressFigures.of(attendance, 5);
        for (PressFigures.Table table : figures.tables()) {
            List<AttendanceRow> rows = attendance.tables().stream()
                    .filter(one -> one.heading(Locale.GERMAN).equals(table.heading()))
                    .findFirst()
                    .orElseThrow()
                    .rows();
            for (PressFigures.Cell cell : table.cells()) {
                long counted = rows.stream()
                        .filter(row -> row.label().equals(cell.label()))
                        .findFirst()
                        .orElseThrow()
                        .arrived();
                cell.visitors()
                        .ifPresent(told -> assertThat(Math.abs(told - counted))
                                .as(seed + " " + cell)
                                .isLessThanOrEqualTo(cell.rounded() ? 5 : 0));
            }
        }
    }
}
