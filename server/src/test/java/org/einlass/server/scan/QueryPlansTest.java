package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.server.database.Databases;
import org.einlass.server.database.StatementTap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a scan or a report costs must not grow with the event: SQLite, which is never told how many rows there
 * are, finds the rows of the big tables by more than their event.
 */
final class QueryPlansTest {
    private static final String BIG =
            "(answers|bookings|claims|codes|conflicts|desk_fields|facts|feed|letters|presences|quarantine"
                    + "|registrations|standings)(?!_counters)";
    private static final Pattern BY_EVENT_ONLY =
            Pattern.compile("SEARCH .* (INDEX (sqlite_autoindex_)?" + BIG + "\\w*|PRIMARY KEY) \\(event=\\?\\).*");
    private static final Pattern WHOLE_TABLE = Pattern.compile("SCAN " + BIG + "\\b.*");

    @TempDir
    Path folder;

    @Test
    void noStatementOfAMorningReadsAllThatAnEventHas() {
        Plans plans = new Plans();
        try (Congress congress = new Congress(Databases.SQLITE, folder, ReuseRule.ONCE, new StatementTap(plans))) {
            everythingHappens(congress);
        }

        assertThat(plans.seen).hasSizeGreaterThan(30);
        assertThat(plans.slow()).isEmpty();
    }

    private static void everythingHappens(Congress congress) {
        SimulatedDevice kiosk = new SimulatedDevice("kiosk-1", congress, new Random(1));
        SimulatedDevice desk = new SimulatedDevice("desk-1", congress, new Random(2));
        List<Congress.Guest> guests = congress.guests(3);
        for (Congress.Guest guest : guests) {
            kiosk.scan(Congress.NORTH, guest.ticket());
            desk.admitAlone(Congress.SOUTH, guest.ticket());
            kiosk.scan(Congress.WORKSHOP, guest.badge());
        }
        JournalEntry alone = desk.admitAlone(Congress.NORTH, congress.strangeCode());
        JournalEntry refused = desk.admitAlone(Congress.EXIT, guests.get(0).badge());
        desk.override(refused.head().id(), Congress.NORTH, guests.get(0).ticket(), Verdict.ADMITTED);
        desk.undo(alone.head().id());
        desk.undo(desk.count("loge-4", 3).head().id());
        deskWork(desk, guests);
        kiosk.deliverAll();
        desk.deliverAll();
    }

    private static void deskWork(SimulatedDevice desk, List<Congress.Guest> guests) {
        RegistrationId guest = guests.get(1).registration();
        desk.undo(desk.walkIn(Attendee.of("Eva", "Neu", ""), "attendee")
                .entry()
                .head()
                .id());
        desk.substitute(guests.get(2).registration(), Attendee.of("Ada", "Stellvertreterin", ""));
        desk.correct(guest, AttendeeField.FUNCTION, "", "Referentin");
        desk.reissue(guest, guests.get(1).badge());
        desk.paper(Congress.FRONT, guest, Congress.NINE);
    }

    /** Asks SQLite how it would run each statement before it runs it. */
    private static final class Plans implements StatementTap.Tap {
        private final Map<String, Set<String>> seen = new TreeMap<>();

        @Override
        public void before(String sql, Connection real) throws SQLException {
            boolean planned = sql.strip().matches("(?is)(select|with|insert|update|delete)\\b.*");
            if (!planned || seen.containsKey(sql)) {
                return;
            }
            Set<String> steps = new TreeSet<>();
            try (Statement statement = real.createStatement();
                    ResultSet row = statement.executeQuery("explain query plan " + sql)) {
                while (row.next()) {
                    steps.add(row.getString("detail"));
                }
            }
            seen.put(sql, steps);
        }

        private Map<String, Set<String>> slow() {
            Map<String, Set<String>> slow = new TreeMap<>(seen);
            slow.values().removeIf(steps -> steps.stream().noneMatch(Plans::readsTooMuch));
            return slow;
        }

        private static boolean readsTooMuch(String step) {
            return BY_EVENT_ONLY.matcher(step).matches()
                    || WHOLE_TABLE.matcher(step).matches();
        }
    }
}
