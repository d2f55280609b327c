package org.einlass.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.registration.Sector;
import org.einlass.reports.statistics.Attendance;
import org.einlass.reports.statistics.AttendanceRow;
import org.einlass.reports.statistics.AttendanceTable;
import org.einlass.reports.statistics.Breakdown;
import org.einlass.server.event.EventDocument;
import org.einlass.server.json.Json;
import org.junit.jupiter.api.Test;

/** The figures of congresses of one programme and one day: 2018 with talks held in parallel, and 2023. */
final class ModelEventsTest {
    private static final String DAY = """
            {"title": {"german": "E-Government-Kongress", "english": "Congress"}, "zone": "Europe/Berlin",
             "phase": "LIVE", "firstDay": "%1$s",
             "programmes": [{"id": "egk", "title": {"german": "EGK", "english": "EGK"}}],
             "categories": [{"id": "guest", "title": {"german": "Gast", "english": "Guest"}, "colour": "#1d5a96",
                             "countsAsVisitor": true}],
             "areas": [{"id": "arena", "title": {"german": "Arena", "english": "Arena"}}, %2$s],
             "doors": [{"id": "main", "area": "arena", "prints": true, "title": {"german": "M", "english": "M"}}, %3$s],
             "sessions": [%4$s]}
            """;

    private final List<CountedRegistration> guests = new ArrayList<>();
    private final List<CountedFact> facts = new ArrayList<>();

    /** 7 November 2018: more than 450 came; three talks at once, each in a box of the stadium. */
    @Test
    void in2018EachOfThreeParallelTalksHasItsOwnListeners() throws JsonProcessingException {
        EventDocument event = event("2018-11-07", 3);
        Instant opening = Instant.parse("2018-11-07T08:00:00Z");
        Instant talks = Instant.parse("2018-11-07T09:30:00Z");
        for (int i = 0; i < 520; i++) {
            guest(
                    i,
                    List.of(Sector.FEDERAL, Sector.STATE, Sector.MUNICIPAL).get(i % 3),
                    Set.of(new SessionId("talk-" + i % 3)));
            if (i < 455) {
                scan(i, "main", opening.plusSeconds(i));
            }
            if (i < 90) {
                scan(i, "loge-" + i % 3, talks.plusSeconds(i));
            }
        }

        Attendance attendance = AttendanceCount.of(event, guests, facts, Locale.GERMAN, talks);

        assertThat(attendance.total()).isEqualTo(new AttendanceRow("Insgesamt", 520, 455));
        AttendanceTable sessions = table(attendance, Breakdown.SESSION);
        assertThat(sessions.rows())
                .extracting(AttendanceRow::registered, AttendanceRow::arrived, AttendanceRow::capacity)
                .containsExactly(tuple(174L, 30L, 34L), tuple(173L, 30L, 34L), tuple(173L, 30L, 34L));
        assertThat(sessions.total()).isEqualTo(new AttendanceRow("Verschiedene Personen", 520, 90));
        assertThat(table(attendance, Breakdown.SECTOR).rows().stream()
                        .mapToLong(AttendanceRow::arrived)
                        .sum())
                .isEqualTo(455);
    }

    /** 24 October 2023: about 500 registered of Land, Kommune and Bund. */
    @Test
    void in2023WhoIsRegisteredIsToldBySectorAndWhoStayedAwayToo() throws JsonProcessingException {
        EventDocument event = event("2023-10-24", 1);
        Instant opening = Instant.parse("2023-10-24T06:30:00Z");
        for (int i = 0; i < 500; i++) {
            Sector sector = i % 10 == 0 ? Sector.FEDERAL : i % 10 < 7 ? Sector.STATE : Sector.MUNICIPAL;
            guest(i, sector, Set.of());
            if (i % 4 > 0) {
                scan(i, "main", opening.plusSeconds(i));
            }
        }

        Attendance attendance = AttendanceCount.of(event, guests, facts, Locale.GERMAN, opening);

        assertThat(table(attendance, Breakdown.SECTOR).rows())
                .containsExactly(
                        new AttendanceRow("Bund", 50, 25),
                        new AttendanceRow("Land", 300, 225),
                        new AttendanceRow("Kommune", 150, 125));
        assertThat(attendance.total()).isEqualTo(new AttendanceRow("Insgesamt", 500, 375));
    }

    private static AttendanceTable table(Attendance attendance, Breakdown by) {
        return attendance.tables().stream()
                .filter(table -> table.by() == by)
                .findFirst()
                .orElseThrow();
    }

    private static EventDocument event(String day, int boxes) throws JsonProcessingException {
        List<String> areas = new ArrayList<>();
        List<String> doors = new ArrayList<>();
        List<String> sessions = new ArrayList<>();
        for (int i = 0; i < boxes; i++) {
            String title = "\"title\": {\"german\": \"Loge %d\", \"english\": \"Box %d\"}".formatted(i, i);
            areas.add("{\"id\": \"loge-%d\", \"parent\": \"arena\", \"permitted\": 34, %s}".formatted(i, title));
            doors.add("{\"id\": \"loge-%d\", \"area\": \"loge-%d\", \"prints\": false, %s}".formatted(i, i, title));
            sessions.add(
                    "{\"id\": \"talk-%d\", \"programme\": \"egk\", \"area\": \"loge-%d\", %s, \"startsAt\": \"%sT09:30:00Z\", \"endsAt\": \"%sT10:30:00Z\"}"
                            .formatted(i, i, title, day, day));
        }
        String document =
                DAY.formatted(day, String.join(",", areas), String.join(",", doors), String.join(",", sessions));
        return Json.mapper().readValue(document, EventDocument.class);
    }

    private void guest(int number, Sector sector, Set<SessionId> booked) {
        guests.add(new CountedRegistration(
                "guest-" + number,
                true,
                new CategoryId("guest"),
                sector,
                "Thüringen",
                "Stadt Erfurt",
                Set.of(new ProgrammeId("egk")),
                Set.of(),
                booked));
    }

    private void scan(int guest, String door, Instant at) {
        DeviceTime time = new DeviceTime(at, new BootId(new UUID(1, 1)), Duration.ofSeconds(1), null, null);
        EntryHead head = new EntryHead(new EntryId(UUID.randomUUID()), 1, Phase.LIVE, time, null);
        facts.add(new CountedFact(
                at,
                "guest-" + guest,
                true,
                new JournalEntry.Scanned(
                        head,
                        new DoorId(door),
                        new LookupId("0".repeat(32)),
                        null,
                        null,
                        Outcome.admitted(Outcome.Source.SERVER))));
    }
}
