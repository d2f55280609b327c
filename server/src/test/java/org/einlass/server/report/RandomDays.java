package org.einlass.server.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.SealedDeskMessage;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.server.journal.JournalJson;

/**
 * Writes one invented event into a database: registrations of several programmes, days and states, twins that
 * were merged, and a journal of scans, exits, overrides, undos of undos, walk-ins, substitutions, lines from paper, rehearsals
 * and a device that was set aside; now and then over the night of a clock change.
 */
final class RandomDays {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final List<LocalDate> FIRST_DAYS = List.of(
            LocalDate.of(2025, 3, 29),
            LocalDate.of(2025, 10, 25),
            LocalDate.of(2025, 9, 16),
            LocalDate.of(2024, 12, 31));
    private static final List<String> STARTS = List.of("04:00", "00:00", "02:30");
    private static final List<String> ORGANISATIONS =
            List.of("Stadt Köln", "Stadt  KOELN", "TLRZ", "", "=1+1 GmbH; \"Nord\"", "Land Thüringen");

    final String event;
    final LocalDate firstDay;
    final int days;
    final LocalTime dayStart;
    final int programmes;
    private final Random chance;
    private final Connection database;
    private final List<String> people = new ArrayList<>();
    private final List<JournalEntry> entries = new ArrayList<>();

    /** Rows of the journal; devices without network deliver theirs later, so their order is none. */
    private final List<Object[]> reported = new ArrayList<>();

    private final Set<String> covered = new TreeSet<>();
    private final Instant begin;
    private long moment;
    private int sequence;

    RandomDays(long seed, Connection database) {
        this.event = "random-" + seed;
        // Neighbouring seeds begin with the same numbers: each kind of day has its turn, whatever the chance.
        this.chance = new Random(seed * 0x9e3779b97f4a7c15L);
        this.database = database;
        this.firstDay = FIRST_DAYS.get((int) (seed % FIRST_DAYS.size()));
        this.days = 1 + chance.nextInt(3);
        this.dayStart = LocalTime.parse(STARTS.get(chance.nextInt(STARTS.size())));
        this.programmes = chance.nextInt(4);
        this.begin = firstDay.atTime(22, 0).atZone(ZONE).toInstant().minus(Duration.ofHours(20));
    }

    List<LocalDate> allDays() {
        return firstDay.datesUntil(firstDay.plusDays(days)).toList();
    }

    /** What must have happened in one event or another, or the test would show too little. */
    static final Set<String> EVERYTHING = Set.of(
            "twin",
            "substituted",
            "walkedin",
            "enteredfrompaper",
            "undone",
            "overridden",
            "exit",
            "hand-out",
            "alias",
            "offline",
            "rehearsal",
            "two programmes",
            "two days",
            "the hour that comes twice, before",
            "the hour that comes twice, after",
            "beside the hour that is left out",
            "a night session across the day's start");

    /** What happened here. */
    Set<String> covered() {
        return covered;
    }

    private void cover(JournalEntry entry, Instant at, DoorId door) {
        covered.add(entry.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        if (entry.head().phase() == Phase.REHEARSAL) {
            covered.add("rehearsal");
            return;
        }
        if (!(entry instanceof JournalEntry.Scanned scanned)) {
            return;
        }
        if (scanned.outcome().source() == Outcome.Source.DEVICE) {
            covered.add("offline");
        }
        if (door.text().equals("out") || door.text().equals("room-out")) {
            covered.add("exit");
        }
        if (door.text().equals("lunch")) {
            covered.add("hand-out");
        }
        ZonedDateTime local = at.atZone(ZONE);
        boolean around = Math.abs(local.getHour() - 2) <= 1;
        if (local.toLocalDate().equals(LocalDate.of(2025, 10, 26)) && local.getHour() == 2) {
            covered.add(
                    "the hour that comes twice, " + (local.getOffset().getTotalSeconds() == 7200 ? "before" : "after"));
        }
        if (local.toLocalDate().equals(LocalDate.of(2025, 3, 30)) && around) {
            covered.add("beside the hour that is left out");
        }
        if (door.text().equals("room-in")
                && sessions().stream().anyMatch(session -> isAcross(session) && isDuring(session, at))) {
            covered.add("a night session across the day's start");
        }
    }

    private boolean isAcross(RoomTime session) {
        ZonedDateTime starts = session.starts().atZone(ZONE);
        Instant begins = starts.toLocalDate()
                .plusDays(starts.toLocalTime().isBefore(dayStart) ? 0 : 1)
                .atTime(dayStart)
                .atZone(ZONE)
                .toInstant();
        return begins.isAfter(session.starts()) && begins.isBefore(session.ends());
    }

    private static boolean isDuring(RoomTime session, Instant at) {
        return !at.isBefore(session.starts()) && at.isBefore(session.ends());
    }

    /** The event's document; titles are not ids. */
    String document() {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < programmes; i++) {
            list.append(i == 0 ? "" : ",").append(part("programme-" + i, ""));
        }
        return """
                {"title": {"german": "Tage", "english": "Days"}, "zone": "Europe/Berlin", "phase": "LIVE",
                 "firstDay": "%s", "lastDay": "%s", "dayStart": "%s", "programmes": [%s],
                 "categories": [%s, %s, %s], "areas": [%s, %s], "sessions": [%s],
                 "doors": [%s, %s, %s, %s, %s, %s]}
                """.formatted(
                        firstDay,
                        firstDay.plusDays(days - 1L),
                        dayStart,
                        list,
                        part("guest", ", \"colour\": \"#112233\", \"countsAsVisitor\": true"),
                        part("press", ", \"colour\": \"#112233\", \"countsAsVisitor\": true"),
                        part("crew", ", \"colour\": \"#112233\", \"countsAsVisitor\": false"),
                        part("hall", ""),
                        part("room", ", \"parent\": \"hall\", \"permitted\": 30"),
                        sessions().stream().map(RoomTime::json).collect(Collectors.joining(",")),
                        part("main", ", \"area\": \"hall\", \"prints\": true"),
                        part("north", ", \"area\": \"hall\", \"direction\": \"ENTRY\", \"prints\": false"),
                        part("out", ", \"area\": \"hall\", \"direction\": \"EXIT\", \"prints\": false"),
                        part("room-in", ", \"area\": \"room\", \"prints\": false"),
                        part("room-out", ", \"area\": \"room\", \"direction\": \"EXIT\", \"prints\": false"),
                        part(
                                "lunch",
                                ", \"prints\": false, \"gives\": {\"comesBack\": false, \"what\":"
                                        + " {\"german\": \"Essen\", \"english\": \"Lunch\"}}"));
    }

    /** A session in the only room whose door is scanned. */
    record RoomTime(String id, Instant starts, Instant ends) {

        private String json() {
            return "{\"id\": \"%s\", \"programme\": \"programme-0\", \"area\": \"room\", \"startsAt\": \"%s\","
                            .formatted(id, starts)
                    + " \"endsAt\": \"%s\", \"title\": {\"german\": \"%s\", \"english\": \"%s\"}}"
                            .formatted(ends, id, id);
        }
    }

    /** Three sessions a day, one of them at night; none where there is no programme. */
    List<RoomTime> sessions() {
        List<RoomTime> sessions = new ArrayList<>();
        for (int day = 0; programmes > 0 && day < days; day++) {
            Instant morning = firstDay.plusDays(day).atTime(9, 0).atZone(ZONE).toInstant();
            sessions.add(room(sessions, morning, 4));
            sessions.add(room(sessions, morning.plus(Duration.ofHours(4)), 3));
            sessions.add(room(sessions, morning.plus(Duration.ofHours(14)), 7));
        }
        return sessions;
    }

    private static RoomTime room(List<RoomTime> before, Instant starts, int hours) {
        return new RoomTime("session-" + before.size(), starts, starts.plus(Duration.ofHours(hours)));
    }

    private static String part(String id, String rest) {
        return "{\"id\": \"%s\", \"title\": {\"german\": \"Titel %s\", \"english\": \"Title %s\"}%s}"
                .formatted(id, id, id, rest);
    }

    /** Writes everything, as if devices had reported it. */
    void write() throws SQLException, JsonProcessingException {
        if (chance.nextInt(3) == 0) {
            run("""
                    insert into organisation_aliases (event, spelling_key, spelling, organisation, saved_at)
                    values (?, 'tlrz', 'TLRZ', 'Land Thüringen', 0)
                    """, event);
            covered.add("alias");
        }
        for (int i = 0; i < 40; i++) {
            register();
        }
        for (int i = 0; i < 160; i++) {
            happen();
        }
        Collections.shuffle(reported, chance);
        for (Object[] row : reported) {
            run("""
                    insert into facts (event, id, device, epoch, sequence, type, phase, boot, wall, monotonic, at,
                        uncertainty, sure, subject, proven, content, body, received_at)
                    values (?, ?, ?, 'e', ?, ?, ?, 'b', 0, 0, ?, 0, true, ?, ?, 'c', ?, 0)
                    """, row);
        }
        for (int i = 0; i < 5 + chance.nextInt(4); i++) {
            contradict(i);
        }
        if (programmes > 1) {
            covered.add("two programmes");
        }
        if (days > 1) {
            covered.add("two days");
        }
        run(
                "insert into set_asides (event, device, from_at, operator, made_at) values (?, 'kiosk-3', ?, 'o', 0)",
                event,
                begin.plusMillis(moment / 2).toEpochMilli());
    }

    private void register() throws SQLException {
        String id = new UUID(chance.nextLong(), chance.nextLong()).toString();
        String twin = people.isEmpty() || chance.nextInt(8) > 0 ? null : any(people);
        run(
                """
                insert into registrations (event, id, status, category, sector, federal_state, family_name,
                    organisation, booking_number, merged_into, created_at)
                values (?, ?, ?, ?, ?, ?, 'N', ?, ?, ?, 0)
                """,
                event,
                id,
                any(List.of("CONFIRMED", "CONFIRMED", "CONFIRMED", "CANCELLED", "REPRESENTED", "WAITLISTED")),
                any(List.of("guest", "guest", "press", "crew")),
                chance.nextInt(4) == 0 ? null : any(List.of("STATE", "MUNICIPAL", "BUSINESS")),
                chance.nextInt(4) == 0 ? null : any(List.of("Thüringen", "Sachsen", "Sachsen-Anhalt")),
                any(ORGANISATIONS),
                id.substring(0, 8) + people.size(),
                twin);
        for (int i = 0; i < programmes; i++) {
            if (chance.nextInt(3) > 0) {
                run(
                        "insert into registration_programmes (event, registration, programme) values (?, ?, ?)",
                        event,
                        id,
                        "programme-" + i);
            }
        }
        for (int i = -1; i < days; i++) {
            if (chance.nextInt(5) == 0) {
                run(
                        "insert into registration_days (event, registration, day) values (?, ?, ?)",
                        event,
                        id,
                        firstDay.plusDays(i).toString());
            }
        }
        for (RoomTime session : sessions()) {
            if (chance.nextInt(4) == 0) {
                run(
                        "insert into bookings (event, session, registration, booked_at) values (?, ?, ?, 0)",
                        event,
                        session.id(),
                        id);
            }
        }
        // A person whose registration was merged is known by the other one; nobody is merged into them.
        if (twin == null) {
            people.add(id);
        } else {
            people.add(twin);
        }
        if (twin != null) {
            covered.add("twin");
        }
        merged.add(id);
    }

    /** Codes lead to merged registrations, too. */
    private final List<String> merged = new ArrayList<>();

    private void happen() throws SQLException, JsonProcessingException {
        moment += 1 + chance.nextInt((int) Duration.ofHours(24L * days + 16).toMillis() / 160 * 2);
        String subject = chance.nextInt(20) == 0 ? "?" + chance.nextInt(3) : any(merged);
        DoorId door = new DoorId(
                any(List.of("main", "main", "north", "out", "room-in", "room-in", "room-in", "room-out", "lunch")));
        EntryHead head = head();
        int kind = chance.nextInt(10);
        EntryId earlier = entries.isEmpty() || chance.nextInt(12) == 0
                ? new EntryId(new UUID(chance.nextLong(), 5))
                : any(entries).head().id();
        JournalEntry entry = switch (kind) {
            case 0 -> new JournalEntry.Undone(head, earlier);
            case 1 ->
                new JournalEntry.Overridden(
                        head, earlier, door, lookup(), chance.nextBoolean() ? Verdict.ADMITTED : Verdict.REFUSED);
            case 2 ->
                new JournalEntry.EnteredFromPaper(
                        head, door, new RegistrationId(new UUID(1, 2)), null, begin, Duration.ofMinutes(5));
            case 3 ->
                new JournalEntry.WalkedIn(
                        head,
                        new RegistrationId(new UUID(1, 1)),
                        new CategoryId("guest"),
                        List.of(),
                        List.of(),
                        lookup(),
                        new SealedDeskMessage(""));
            case 4 ->
                new JournalEntry.Substituted(
                        head,
                        new RegistrationId(new UUID(1, 3)),
                        new RegistrationId(new UUID(1, 4)),
                        new CategoryId("guest"),
                        List.of(),
                        List.of(),
                        lookup(),
                        new SealedDeskMessage(""));
            default -> scanned(head, door);
        };
        entries.add(entry);
        cover(entry, begin.plusMillis(moment), door);
        fact(entry, kind == 0 ? null : subject);
    }

    private JournalEntry scanned(EntryHead head, DoorId door) {
        Outcome.Source source = any(List.of(Outcome.Source.SERVER, Outcome.Source.DEVICE));
        Outcome outcome = chance.nextInt(4) == 0
                ? Outcome.refused(Refusal.TOO_EARLY, source)
                : chance.nextInt(6) == 0 ? Outcome.provisional(source) : Outcome.admitted(source);
        return new JournalEntry.Scanned(head, door, lookup(), null, null, outcome);
    }

    private EntryHead head() {
        Phase phase = chance.nextInt(12) == 0 ? Phase.REHEARSAL : Phase.LIVE;
        DeviceTime time = new DeviceTime(begin, new BootId(new UUID(1, 1)), Duration.ofSeconds(1), null, null);
        return new EntryHead(
                new EntryId(new UUID(chance.nextLong(), chance.nextLong())), ++sequence, phase, time, null);
    }

    private static LookupId lookup() {
        return new LookupId("0".repeat(32));
    }

    private void fact(JournalEntry entry, String subject) throws SQLException, JsonProcessingException {
        reported.add(new Object[] {
            event,
            entry.head().id().toString(),
            "kiosk-" + (1 + chance.nextInt(3)),
            entry.head().sequence(),
            entry.getClass().getSimpleName().toLowerCase(Locale.ROOT),
            entry.head().phase().name(),
            begin.plusMillis(moment).toEpochMilli(),
            subject,
            chance.nextInt(3) == 0 ? null : chance.nextInt(10) > 0,
            JournalJson.mapper().writerFor(JournalEntry.class).writeValueAsString(entry)
        });
    }

    /** A conflict of one or two entries, some of them of rehearsals only. */
    private void contradict(int number) throws SQLException {
        String ids = any(entries).head().id()
                + (chance.nextBoolean() ? "" : " " + any(entries).head().id());
        run(
                "insert into conflicts (event, id, subject, kind, entries, settled) values (?, ?, ?, ?, ?, ?)",
                event,
                "conflict-" + number,
                any(people),
                any(List.of("DOUBLE_ADMISSION", "VERDICTS_DIFFER", "PROVISIONAL")),
                ids,
                chance.nextBoolean());
    }

    private <T> T any(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
