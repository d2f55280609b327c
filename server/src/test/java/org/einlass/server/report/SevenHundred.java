package org.einlass.server.report;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventChanges;
import org.einlass.server.event.EventDocument;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.json.Json;

/** A congress of two days and two programmes in a database: 812 registered, 400 and 500 came, 200 of them on both days. */
final class SevenHundred {
    static final EventId EVENT = new EventId("both-days");

    private static final Instant FIRST = Instant.parse("2025-09-16T07:00:00Z");
    private static final DeviceTime TIME = new DeviceTime(FIRST, new BootId(new UUID(1, 1)), Duration.ZERO, null, null);
    private static final String DOCUMENT = """
            {"title": {"german": "Kongress", "english": "Congress"}, "zone": "Europe/Berlin", "phase": "LIVE",
             "firstDay": "2025-09-16", "lastDay": "2025-09-17",
             "programmes": [{"id": "egk", "title": {"german": "EGK", "english": "EGK"}},
                            {"id": "itls", "title": {"german": "ITLS", "english": "ITLS"}}],
             "categories": [{"id": "attendee", "title": {"german": "Teilnehmer", "english": "Attendee"},
                             "colour": "#1d5a96", "countsAsVisitor": true},
                            {"id": "team", "title": {"german": "Team", "english": "Team"},
                             "colour": "#1d5a96", "countsAsVisitor": false}],
             "areas": [{"id": "halle", "title": {"german": "Halle", "english": "Hall"}}],
             "doors": [{"id": "main", "area": "halle", "prints": true, "title": {"german": "M", "english": "M"}}]}
            """;

    private SevenHundred() {}

    static void write(String address, Store store, EventChanges changes) throws Exception {
        EventDocument document = Json.mapper().readValue(DOCUMENT, EventDocument.class);
        store.write(WriteKey.of(EVENT), transaction -> {
                    changes.put(transaction, EVENT, document, FIRST);
                    return document;
                })
                .toCompletableFuture()
                .join();
        try (Connection database = DriverManager.getConnection(address + "?busy_timeout=20000")) {
            database.setAutoCommit(false);
            for (int i = 0; i < 812 + 12; i++) {
                String id = new UUID(i * 0x9e3779b97f4a7c15L, i).toString();
                person(database, id, i);
                if (i < 400 || i >= 812) {
                    scan(database, id, FIRST.plusSeconds(i), 2 * i + 1);
                }
                if (i >= 200 && i < 700) {
                    scan(database, id, FIRST.plus(Duration.ofDays(1)).plusSeconds(i), 2 * i + 2);
                }
            }
            database.commit();
        }
    }

    private static void person(Connection database, String id, int number) throws SQLException {
        run(
                database,
                """
                insert into registrations (event, id, status, category, sector, federal_state, family_name,
                    organisation, booking_number, created_at)
                values (?, ?, 'CONFIRMED', ?, ?, ?, 'N', ?, ?, 0)
                """,
                EVENT.text(),
                id,
                number < 812 ? "attendee" : "team",
                List.of("STATE", "MUNICIPAL", "FEDERAL").get(number % 3),
                List.of("Thüringen", "Sachsen").get(number % 2),
                "Stadt " + number % 40,
                "number " + number);
        for (String programme : number % 4 == 0 ? List.of("egk", "itls") : List.of("egk")) {
            run(
                    database,
                    "insert into registration_programmes (event, registration, programme) values (?, ?, ?)",
                    EVENT.text(),
                    id,
                    programme);
        }
    }

    private static void scan(Connection database, String id, Instant at, int sequence) throws Exception {
        EntryHead head = new EntryHead(new EntryId(new UUID(7, sequence)), sequence, Phase.LIVE, TIME, null);
        JournalEntry entry = new JournalEntry.Scanned(
                head,
                new DoorId("main"),
                new LookupId("0".repeat(32)),
                null,
                null,
                Outcome.admitted(Outcome.Source.SERVER));
        run(
                database,
                """
                insert into facts (event, id, device, epoch, sequence, type, phase, boot, wall, monotonic, at,
                    uncertainty, sure, subject, content, body, received_at)
                values (?, ?, 'kiosk', 'e', ?, 'scanned', 'LIVE', 'b', 0, 0, ?, 0, true, ?, 'c', ?, 0)
                """,
                EVENT.text(),
                head.id().toString(),
                sequence,
                at.toEpochMilli(),
                id,
                JournalJson.mapper().writerFor(JournalEntry.class).writeValueAsString(entry));
    }

    private static void run(Connection database, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
