package org.einlass.server.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** A database as an older program left it, with a morning of check-ins in it. */
public final class OlderDatabase {
    /** The newest migration that the older program knew. */
    public static final int SCHEMA = 17;

    private static final List<String> MORNING = List.of(
            "insert into events (id, title_german, title_english, zone, salt, incarnation)"
                    + " values ('dt22', 'Tag', 'Day', 'Europe/Berlin', 'ab', 'i')",
            "insert into categories (event, id, title_german, title_english, colour)"
                    + " values ('dt22', 'attendee', 'Teilnehmer', 'Attendee', '#000000')",
            "insert into registrations (event, id, status, category, family_name, booking_number, created_at)"
                    + " values ('dt22', 'r1', 'CONFIRMED', 'attendee', 'Beispiel', '123456782', 1)",
            "insert into codes (event, lookup, kind, registration, sealed, number, issued_at, revoked_at, replaced_at)"
                    + " values ('dt22', 'c1', 'BADGE', 'r1', 'sealed', 2, 3, 4, 5)",
            "insert into codes (event, lookup, kind, sealed, issued_at) values ('dt22', 'spare', 'BADGE', 's', 3)",
            "insert into answers (event, id, device, door, content, lookup, registration, verdict, refusal, arrived_at,"
                    + " unconfirmed_device, unconfirmed_at, prints, phase, answered_at, outcome)"
                    + " values ('dt22', 'a1', 'kiosk-1', 'main', 'main c1', 'c1', 'r1', 'REFUSED', 'ALREADY_USED', 6,"
                    + " 'kiosk-2', 7, true, 'LIVE', 8, 'ADMITTED')",
            "insert into claims (event, scan, registration, scope, period, device, claimed_at, released, released_by)"
                    + " values ('dt22', 'a0', 'r1', 'main', 'once', 'kiosk-1', 9, 10, 'exit')",
            "insert into claims (event, scan, registration, scope, period, device, claimed_at)"
                    + " values ('dt22', 'a2', 'r1', 'main', 'once', 'kiosk-1', 11)",
            "insert into boots (event, device, boot, base, uncertainty, wall_error, source)"
                    + " values ('dt22', 'kiosk-1', 'b1', 12, 13, 14, 'CONTACT')",
            "insert into standings (event, phase, subject, scope, period, held, first_at, last_exit_at)"
                    + " values ('dt22', 'LIVE', 'r1', 'main', 'once', true, 15, 16)",
            "insert into areas (event, id, title_german, title_english) values ('dt22', 'hall', 'Halle', 'Hall')",
            "insert into doors (event, id, title_german, title_english, area, direction, scope, rule, prints)"
                    + " values ('dt22', 'main', 'Tür', 'Door', 'hall', 'ENTRY', 'hall', '{}', true)",
            "insert into devices (event, id, kind, title, token_hash)"
                    + " values ('dt22', 'kiosk-1', 'KIOSK', 'Kiosk 1', 'h')",
            "insert into device_doors (event, device, door) values ('dt22', 'kiosk-1', 'main')");

    private OlderDatabase() {}

    /** Makes one at {@code url}, which is empty. */
    public static void make(String url) throws SQLException {
        make(url, SCHEMA);
    }

    /** The same of a program that knew migrations up to {@code newest}. */
    static void make(String url, int newest) throws SQLException {
        migrate(url, SCHEMA);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String row : MORNING) {
                statement.execute(row);
            }
        }
        migrate(url, newest);
    }

    private static void migrate(String url, int newest) {
        Flyway.configure(OlderDatabase.class.getClassLoader())
                .dataSource(url, null, null)
                .locations("classpath:org/einlass/server/database/migration")
                .placeholders(Map.of("by_key", ""))
                .target(String.valueOf(newest))
                .load()
                .migrate();
    }
}
