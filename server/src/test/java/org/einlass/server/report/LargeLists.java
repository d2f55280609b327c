package org.einlass.server.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.server.AdmissionServices;
import org.einlass.server.database.Databases;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.EventChanges;
import org.einlass.server.event.EventDocument;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.json.Json;
import org.einlass.server.presence.Badges;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.report.list.AttendanceListRequest;
import org.einlass.server.report.list.AttendanceListRequest.Order;
import org.einlass.server.report.list.AttendanceListRequest.Who;
import org.einlass.server.report.list.PrintedListService;

/** A program that makes every large table of an event of many registrations, and says how long each took. */
final class LargeLists {
    private static final EventId EVENT = new EventId("large");
    /** What is said of a report; its group is how much of a processor it took, with everything. */
    static final Pattern REPORT = Pattern.compile("attendance\\.pdf .* compiler (\\d+) ms");

    private static final Instant NINE = Instant.parse("2025-09-16T07:00:00Z");
    private static final String DOCUMENT = """
            {"title": {"german": "Kongress", "english": "Congress"}, "zone": "Europe/Berlin", "phase": "LIVE",
             "firstDay": "2025-09-16", "programmes": [{"id": "egk", "title": {"german": "EGK", "english": "EGK"}},
                            {"id": "itls", "title": {"german": "ITLS", "english": "ITLS"}}],
             "categories": [{"id": "attendee", "title": {"german": "Teilnehmer", "english": "Attendee"},
                             "colour": "#1d5a96", "countsAsVisitor": true}],
             "areas": [{"id": "halle", "title": {"german": "Halle", "english": "Hall"}}],
             "doors": [{"id": "main", "area": "halle", "prints": true, "title": {"german": "M", "english": "M"}}]}
            """;

    private LargeLists() {}

    /** A table that is made. */
    private interface Table {
        InputStream make() throws IOException;
    }

    /**
     * Makes them in the folder of the first argument, for as many registrations as the second one says, and the report as
     * often as the third one says; with a fourth argument nothing but the report.
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int rows = Integer.parseInt(arguments[1]);
        ServerKey key = ServerKey.of(folder.resolve("key"));
        String address = Databases.SQLITE.furnished(folder);
        try (Store store = Store.open(address)) {
            EventDocument document = Json.mapper().readValue(DOCUMENT, EventDocument.class);
            EventChanges changes = new EventChanges(new CodeKeyTable(key), new Random(1), (changed, which) -> {});
            store.write(WriteKey.of(EVENT), transaction -> {
                        changes.put(transaction, EVENT, document, NINE);
                        return document;
                    })
                    .toCompletableFuture()
                    .join();
            fill(address, rows);
            Renderers renderers = new Renderers();
            Path exports = folder.resolve("exports");
            CodeTable codes = new CodeTable(key);
            Clock clock = Clock.systemUTC();
            ReportService reports = new ReportService(store, codes, renderers, clock);
            ExportService files = new ExportService(store, codes, renderers, exports, clock);
            RawDataExport raw = new RawDataExport(store, exports);
            PrintedListService lists = new PrintedListService(
                    store,
                    AdmissionServices.of(store, key, clock).clarifications(),
                    new Badges(codes),
                    renderers,
                    new TableFile(exports),
                    clock);
            AttendanceListRequest all = new AttendanceListRequest(Order.NAME, Who.ALL, false, false, null);
            if (arguments.length < 4) {
                say("registrations.csv", () -> files.csv(EVENT, Locale.GERMAN));
                say("registrations.xlsx", () -> files.xlsx(EVENT, Locale.GERMAN));
                say("attendance-list.csv", () -> lists.csv(lists.attendance(EVENT, all, Locale.GERMAN)));
                say("attendance-list.xlsx", () -> lists.xlsx(lists.attendance(EVENT, all, Locale.GERMAN)));
                say("evacuation.xlsx", () -> lists.xlsx(lists.evacuation(EVENT, Locale.GERMAN)));
                say("facts.csv", () -> raw.facts(EVENT));
                say("counted-registrations.csv", () -> raw.registrations(EVENT));
                say("raw.zip", () -> raw.all(EVENT, Locale.GERMAN, NINE));
            }
            int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
            for (int round = 0; round < rounds; round++) {
                say(
                        "attendance.pdf",
                        () -> new ByteArrayInputStream(reports.attendancePdf(EVENT, null, Locale.GERMAN)));
            }
        }
    }

    private static void say(String name, Table table) throws IOException {
        long begun = System.nanoTime();
        long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long whole = processTime();
        long bytes;
        try (InputStream file = table.make()) {
            bytes = file.transferTo(OutputStream.nullOutputStream());
        }
        System.out.printf(
                "%s %d bytes %d ms, of a processor %d ms, with the cleaning of memory and the compiler %d ms%n",
                name,
                bytes,
                (System.nanoTime() - begun) / 1_000_000,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - used) / 1_000_000,
                (processTime() - whole) / 1_000_000);
    }

    private static long processTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static List<String> numbers(int rows) {
        Random chance = new Random(3);
        Set<String> numbers = new LinkedHashSet<>();
        while (numbers.size() < rows) {
            numbers.add(BookingNumber.next(chance).digits());
        }
        return List.copyOf(numbers);
    }

    private static void fill(String address, int rows) throws Exception {
        try (Connection database = DriverManager.getConnection(address + "?busy_timeout=20000");
                PreparedStatement person = database.prepareStatement("""
                        insert into registrations (event, id, status, category, sector, federal_state, given_name,
                            family_name, organisation, booking_number, created_at)
                        values ('large', ?, 'CONFIRMED', 'attendee', ?, ?, ?, ?, ?, ?, 0)
                        """);
                PreparedStatement programme = database.prepareStatement(
                        "insert into registration_programmes (event, registration, programme) values ('large', ?, ?)");
                PreparedStatement fact = database.prepareStatement("""
                        insert into facts (event, id, device, epoch, sequence, type, phase, boot, wall, monotonic, at,
                            uncertainty, sure, subject, content, body, received_at)
                        values ('large', ?, 'kiosk', 'e', ?, 'scanned', 'LIVE', 'b', 0, 0, ?, 0, true, ?, 'c', ?, 0)
                        """)) {
            database.setAutoCommit(false);
            List<String> numbers = numbers(rows);
            DeviceTime time = new DeviceTime(NINE, new BootId(new UUID(1, 1)), Duration.ZERO, null, null);
            for (int row = 0; row < rows; row++) {
                String id = new UUID(row * 0x9e3779b97f4a7c15L, row).toString();
                person.setString(1, id);
                person.setString(2, row % 2 == 0 ? "STATE" : "MUNICIPAL");
                person.setString(
                        3, List.of("Thüringen", "Sachsen", "Sachsen-Anhalt").get(row % 3));
                person.setString(4, "Vorname" + row % 977);
                person.setString(5, "Nachname" + row % 9973);
                person.setString(6, "Landesamt für Datenverarbeitung, Referat " + row % 700);
                person.setString(7, numbers.get(row));
                person.addBatch();
                for (String one : row % 7 == 0 ? List.of("egk", "itls") : List.of(row % 2 == 0 ? "egk" : "itls")) {
                    programme.setString(1, id);
                    programme.setString(2, one);
                    programme.addBatch();
                }
                if (row % 3 > 0) {
                    EntryHead head = new EntryHead(new EntryId(new UUID(7, row)), row + 1, Phase.LIVE, time, null);
                    JournalEntry entry = new JournalEntry.Scanned(
                            head,
                            new DoorId("main"),
                            new LookupId("0".repeat(32)),
                            null,
                            null,
                            Outcome.admitted(Outcome.Source.SERVER));
                    fact.setString(1, head.id().toString());
                    fact.setInt(2, row + 1);
                    fact.setLong(3, NINE.toEpochMilli() + row * 100L);
                    fact.setString(4, id);
                    fact.setString(
                            5,
                            JournalJson.mapper().writerFor(JournalEntry.class).writeValueAsString(entry));
                    fact.addBatch();
                }
                if (row % 1_000 == 999) {
                    person.executeBatch();
                    programme.executeBatch();
                    fact.executeBatch();
                }
            }
            person.executeBatch();
            programme.executeBatch();
            fact.executeBatch();
            database.commit();
        }
    }
}
