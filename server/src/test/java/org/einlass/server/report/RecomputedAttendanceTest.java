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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.einlass.contract.id.EventId;
import org.einlass.reports.statistics.Attendance;
import org.einlass.reports.statistics.AttendanceRow;
import org.einlass.reports.statistics.AttendanceTable;
import org.einlass.reports.statistics.Breakdown;
import org.einlass.reports.statistics.DayArrivals;
import org.einlass.reports.statistics.QuarterHour;
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

/** Every figure of the report, counted again by other code from the raw files that an auditor gets. */
final class RecomputedAttendanceTest {
    private static final int EVENTS = 24;

    @TempDir
    Path folder;

    @Test
    void whoCountsAgainFromTheRawFilesGetsEveryFigure() throws Exception {
        ServerKey key = ServerKey.of(folder.resolve("key"));
        String address = Databases.SQLITE.furnished(folder);
        try (Store store = Store.open(address)) {
            RawDataExport raw = new RawDataExport(store, folder.resolve("exports"));
            ReportService reports = new ReportService(store, new CodeTable(key), new Renderers(), Clock.systemUTC());
            EventChanges changes = new EventChanges(new CodeKeyTable(key), new Random(1), (changed, which) -> {});
            int visitors = 0;
            for (long seed = 0; seed < EVENTS; seed++) {
                RandomDays days = written(seed, address, store, changes);
                EventId event = new EventId(days.event);

                Attendance attendance = reports.attendance(event, Locale.GERMAN);
                NaiveCount naive = new NaiveCount(
                        text(raw.facts(event)), text(raw.registrations(event)), RandomDays.ZONE, days.dayStart);

                assertEqual(attendance, naive, days);
                visitors += (int) attendance.total().arrived();
            }
            assertThat(visitors).isGreaterThan(EVENTS * 5);
        }
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

    private static String text(InputStream file) throws IOException {
        try (file) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    private static void assertEqual(Attendance attendance, NaiveCount naive, RandomDays days) {
        String seed = days.event;
        assertThat(attendance.total().registered() + "/" + attendance.total().arrived())
                .as(seed)
                .isEqualTo(naive.total());
        assertThat(attendance.walkedIn()).as(seed).isEqualTo(naive.walkedIn());
        assertThat(rows(attendance, Breakdown.CATEGORY)).as(seed).isEqualTo(naive.by("category"));
        assertThat(rows(attendance, Breakdown.SECTOR)).as(seed).isEqualTo(named(naive.by("sector"), SECTORS));
        assertThat(rows(attendance, Breakdown.FEDERAL_STATE))
                .as(seed)
                .isEqualTo(named(naive.by("federal_state"), Map.of()));
        assertThat(rows(attendance, Breakdown.ORGANISATION))
                .as(seed)
                .isEqualTo(rows(attendance, Breakdown.NO_SHOW))
                .isEqualTo(organisations(naive));
        assertThat(arrived(attendance, Breakdown.RECORDING)).as(seed).isEqualTo(naive.firstArrivals(1));
        assertThat(arrived(attendance, Breakdown.DOOR)).as(seed).isEqualTo(doors(naive));
        notCounted(attendance, naive, seed);
        programmes(attendance, naive, days);
        eachDay(attendance, naive, days);
        sessions(attendance, naive, days);
        addsUp(attendance, seed);
    }

    private static void sessions(Attendance attendance, NaiveCount naive, RandomDays days) {
        List<RandomDays.RoomTime> all = days.sessions();
        if (all.isEmpty()) {
            assertThat(attendance.tables()).as(days.event).noneMatch(table -> table.by() == Breakdown.SESSION);
            return;
        }
        AttendanceTable table = table(attendance, Breakdown.SESSION, null);
        assertThat(table.rows().subList(0, all.size()))
                .as(days.event)
                .extracting(row -> row.registered() + "/" + row.arrived())
                .containsExactlyElementsOf(
                        all.stream().map(session -> naive.session(session, all)).toList());
        assertThat(table.total().registered() + "/" + table.total().arrived())
                .as(days.event)
                .isEqualTo(naive.inSessions(all));
        assertThat(table.rows().subList(0, all.size()))
                .as(days.event)
                .extracting(AttendanceRow::capacity)
                .containsOnly(30L);
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
            if (!ofSome.contains(table.by())) {
                assertThat(table.total().arrived())
                        .as(seed + " " + table.by())
                        .isEqualTo(attendance.total().arrived());
            }
        }
    }

    private static final Map<String, String> SECTORS =
            Map.of("STATE", "Land", "MUNICIPAL", "Kommune", "BUSINESS", "Wirtschaft");

    private static Map<String, String> named(Map<String, String> rows, Map<String, String> names) {
        Map<String, String> named = new TreeMap<>();
        rows.forEach(
                (row, figures) -> named.put(row.isEmpty() ? "Ohne Angabe" : names.getOrDefault(row, row), figures));
        return named;
    }

    /** The two spellings of Köln are one; the file keeps formulas from being one by an apostrophe. */
    private static Map<String, String> organisations(NaiveCount naive) {
        Map<String, long[]> merged = new TreeMap<>();
        naive.by("organisation").forEach((row, figures) -> {
            String name = row.isEmpty() ? "Ohne Angabe" : row.startsWith("'") ? row.substring(1) : row;
            long[] sums = merged.computeIfAbsent(name.startsWith("Stadt") ? "Stadt" : name, other -> new long[2]);
            int stroke = figures.indexOf('/');
            sums[0] += Long.parseLong(figures.substring(0, stroke));
            sums[1] += Long.parseLong(figures.substring(stroke + 1));
        });
        return merged.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        row -> row.getValue()[0] + "/" + row.getValue()[1],
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static Map<String, Long> doors(NaiveCount naive) {
        Map<String, Long> doors = new TreeMap<>();
        naive.firstArrivals(2)
                .forEach((door, came) -> doors.put(door.isEmpty() ? "Schalter, ohne Anmeldung" : door, came));
        return doors;
    }

    private static void notCounted(Attendance attendance, NaiveCount naive, String seed) {
        Map<String, String> expected = new TreeMap<>();
        naive.notCounted().forEach((row, figures) -> expected.put("Nicht mitgezählt: " + row, figures));
        if (naive.unknown() > 0) {
            expected.put("Nicht mitgezählt: eingelassene Codes von Unbekannten", "0/" + naive.unknown());
        }
        assertThat(figures(table(attendance, Breakdown.CATEGORY, null).notCounted()))
                .as(seed)
                .isEqualTo(expected);
    }

    private static void programmes(Attendance attendance, NaiveCount naive, RandomDays days) {
        for (int i = 0; i < days.programmes; i++) {
            String programme = "programme-" + i;
            assertThat(arrived(attendance, Breakdown.PROGRAMME).get(programme))
                    .as(days.event)
                    .isEqualTo(naive.of(programme));
            assertThat(registered(table(attendance, Breakdown.PROGRAMME, null)).get(programme))
                    .as(days.event)
                    .isEqualTo(naive.registeredIn(programme));
            for (LocalDate day : days.days > 1 ? days.allDays() : List.<LocalDate>of()) {
                assertThat(arrived(table(attendance, Breakdown.PROGRAMME_OF_DAY, day))
                                .get(programme))
                        .as(days.event)
                        .isEqualTo(naive.ofOn(programme, day));
                assertThat(registered(table(attendance, Breakdown.PROGRAMME_OF_DAY, day))
                                .get(programme))
                        .as(days.event)
                        .isEqualTo(naive.registeredInOn(programme, day));
            }
        }
        if (days.programmes > 0) {
            assertThat(arrived(attendance, Breakdown.PROGRAMME).getOrDefault("Ohne Programm", 0L))
                    .as(days.event)
                    .isEqualTo(naive.withoutProgramme());
        }
    }

    private static void eachDay(Attendance attendance, NaiveCount naive, RandomDays days) {
        for (DayArrivals curve : attendance.arrivals()) {
            Map<Instant, Long> quarters = curve.quarters().stream()
                    .filter(quarter -> quarter.arrivals() > 0)
                    .collect(Collectors.toMap(
                            quarter -> quarter.start().toInstant(), QuarterHour::arrivals, Long::sum, TreeMap::new));
            assertThat(quarters).as(days.event).isEqualTo(naive.curve(curve.day()));
            assertThat(curve.total()).as(days.event).isEqualTo(naive.on(curve.day()));
            assertThat(curve.expected()).as(days.event).isEqualTo(naive.expectedOn(curve.day()));
        }
        if (days.days > 1) {
            List<AttendanceRow> rows = table(attendance, Breakdown.DAY, null).rows();
            for (int i = 0; i < days.days; i++) {
                LocalDate day = days.allDays().get(i);
                assertThat(rows.get(i).arrived()).as(days.event).isEqualTo(naive.on(day));
                assertThat(rows.get(i).registered()).as(days.event).isEqualTo(naive.registeredFor(day));
            }
        }
    }

    private static AttendanceTable table(Attendance attendance, Breakdown by, LocalDate day) {
        return attendance.tables().stream()
                .filter(table -> table.by() == by && Objects.equals(table.day(), day))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> rows(Attendance attendance, Breakdown by) {
        return figures(table(attendance, by, null).rows());
    }

    /** Rows in which somebody is; all spellings of a town's council are one. */
    private static Map<String, String> figures(List<AttendanceRow> rows) {
        return rows.stream()
                .filter(row -> row.registered() > 0 || row.arrived() > 0)
                .collect(Collectors.toMap(
                        row -> row.label().startsWith("Stadt") ? "Stadt" : row.label(),
                        row -> row.registered() + "/" + row.arrived(),
                        (one, other) -> one + " and " + other,
                        TreeMap::new));
    }

    private static Map<String, Long> arrived(Attendance attendance, Breakdown by) {
        return arrived(table(attendance, by, null));
    }

    private static Map<String, Long> registered(AttendanceTable table) {
        Map<String, Long> rows = new HashMap<>();
        table.rows().forEach(row -> rows.put(row.label(), row.registered()));
        return rows;
    }

    private static Map<String, Long> arrived(AttendanceTable table) {
        Map<String, Long> rows = new HashMap<>();
        table.rows().forEach(row -> rows.put(row.label(), row.arrived()));
        return rows;
    }
}
