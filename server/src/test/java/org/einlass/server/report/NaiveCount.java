package org.einlass.server.report;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The figures as somebody counts them who has nothing but the two raw files, a calendar and patience. Knows no
 * class of the server.
 */
final class NaiveCount {
    private final List<CSVRecord> facts = new ArrayList<>();
    private final List<CSVRecord> people;
    private final ZoneId zone;
    private final LocalTime dayStart;

    /** The first arrival of each person on each day: time, how, door. */
    private final Map<String, TreeMap<LocalDate, String[]>> firsts = new HashMap<>();

    NaiveCount(String factsFile, String registrationsFile, ZoneId zone, LocalTime dayStart) throws IOException {
        this.zone = zone;
        this.dayStart = dayStart;
        for (CSVRecord fact : read(factsFile)) {
            if (fact.get("phase").equals("LIVE") && fact.get("excluded").equals("no")) {
                facts.add(fact);
            }
        }
        people = read(registrationsFile);
        findArrivals();
    }

    private static List<CSVRecord> read(String file) throws IOException {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(file.substring(1)))
                .getRecords();
    }

    private void findArrivals() {
        Set<String> scans = new HashSet<>();
        Map<String, CSVRecord> overrides = new HashMap<>();
        for (CSVRecord fact : facts) {
            if (fact.get("type").equals("scanned")) {
                scans.add(fact.get("entry"));
            }
            if (fact.get("type").equals("overridden") && !isUndone(fact)) {
                overrides.put(fact.get("refers_to"), fact);
            }
        }
        for (CSVRecord fact : facts) {
            switch (fact.get("type")) {
                case "scanned" -> scanned(fact, overrides.get(fact.get("entry")));
                case "overridden" -> {
                    boolean last = fact.equals(overrides.get(fact.get("refers_to")));
                    if (last
                            && !scans.contains(fact.get("refers_to"))
                            && !fact.get("code_seen").equals("no")
                            && !fact.get("verdict").equals("REFUSED")) {
                        arrived(fact, fact.get("at"), "Vom Personal eingelassen");
                    }
                }
                case "entered-from-paper" -> {
                    if (!isUndone(fact)) {
                        arrived(fact, fact.get("at"), "Vom Papier, Uhrzeit geschätzt");
                    }
                }
                case "walked-in", "substituted" -> {
                    if (!isUndone(fact)) {
                        arrived(fact, fact.get("at"), "Am Schalter aufgenommen");
                    }
                }
                default -> {
                    // An undo lets nobody in.
                }
            }
        }
    }

    private void scanned(CSVRecord scan, CSVRecord override) {
        String verdict = override == null ? scan.get("verdict") : override.get("verdict");
        if (isUndone(scan) || scan.get("code_seen").equals("no") || verdict.equals("REFUSED")) {
            return;
        }
        boolean wasRefused = scan.get("verdict").equals("REFUSED");
        String how =
                scan.get("decided_by").equals("SERVER") ? "Vom Server beantwortet" : "Ohne Netz, vom Gerät entschieden";
        arrived(scan, wasRefused ? override.get("at") : scan.get("at"), wasRefused ? "Vom Personal eingelassen" : how);
    }

    private boolean isUndone(CSVRecord what) {
        for (CSVRecord undo : facts) {
            if (undo.get("type").equals("undone")
                    && undo.get("refers_to").equals(what.get("entry"))
                    && !isUndone(undo)) {
                return true;
            }
        }
        return false;
    }

    private void arrived(CSVRecord fact, String at, String how) {
        if (fact.get("registration").isEmpty()) {
            return;
        }
        passages.add(new String[] {fact.get("registration"), at, fact.get("door")});
        if (fact.get("direction").equals("EXIT")) {
            return;
        }
        String[] arrival = {at, how, fact.get("door")};
        TreeMap<LocalDate, String[]> days = firsts.computeIfAbsent(fact.get("registration"), who -> new TreeMap<>());
        days.merge(
                dayOf(at),
                arrival,
                (one, other) -> Instant.parse(one[0]).isBefore(Instant.parse(other[0])) ? one : other);
    }

    /** Every passage that counts: who, when, through which door. */
    private final List<String[]> passages = new ArrayList<>();

    /** Visitors and others who were in the room at the time of a session, told by the minute-takers' rule. */
    Set<String> inside(RandomDays.RoomTime session, List<RandomDays.RoomTime> all) {
        Set<String> inside = new HashSet<>();
        for (String[] in : passages) {
            if (!in[2].equals("room-in")) {
                continue;
            }
            Instant came = Instant.parse(in[1]);
            Instant left = null;
            for (String[] out : passages) {
                boolean exit = out[2].equals("room-out") || out[2].equals("out");
                Instant at = Instant.parse(out[1]);
                if (exit && out[0].equals(in[0]) && at.isAfter(came) && (left == null || at.isBefore(left))) {
                    left = at;
                }
            }
            for (String[] again : passages) {
                Instant at = Instant.parse(again[1]);
                boolean entry = again[2].equals("room-in") && again[0].equals(in[0]);
                if (left != null && entry && at.isAfter(came) && at.isBefore(left)) {
                    left = null;
                }
            }
            boolean counts;
            if (left != null && dayOf(left.toString()).equals(dayOf(in[1]))) {
                counts = came.isBefore(session.ends()) && left.isAfter(session.starts());
            } else {
                RandomDays.RoomTime next = null;
                for (RandomDays.RoomTime one : all) {
                    if (next == null && one.ends().isAfter(came)) {
                        next = one;
                    }
                }
                counts = session.equals(next) && !came.isBefore(session.starts().minusSeconds(1800));
            }
            if (counts) {
                inside.add(in[0]);
            }
        }
        return inside;
    }

    /** Seats booked by visitors, and visitors who came, of one session. */
    String session(RandomDays.RoomTime session, List<RandomDays.RoomTime> all) {
        Set<String> inside = inside(session, all);
        long booked = visitors().stream()
                .filter(person ->
                        List.of(person.get("booked_sessions").split(" ")).contains(session.id()))
                .count();
        long came = visitors().stream()
                .filter(person -> inside.contains(person.get("registration")))
                .count();
        return booked + "/" + came;
    }

    private LocalDate dayOf(String at) {
        ZonedDateTime local = Instant.parse(at).atZone(zone);
        return local.toLocalTime().isBefore(dayStart) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
    }

    private boolean came(CSVRecord person) {
        return firsts.containsKey(person.get("registration"));
    }

    private boolean cameOn(CSVRecord person, LocalDate day) {
        return came(person) && firsts.get(person.get("registration")).containsKey(day);
    }

    private boolean counts(CSVRecord person) {
        return person.get("confirmed").equals("yes") || came(person);
    }

    private List<CSVRecord> visitors() {
        return people.stream()
                .filter(person -> person.get("counts_as_visitor").equals("yes") && counts(person))
                .toList();
    }

    /** Registered and arrived, of all visitors. */
    String total() {
        return visitors().size() + "/" + visitors().stream().filter(this::came).count();
    }

    /** The visitors of one day. */
    long on(LocalDate day) {
        return visitors().stream().filter(person -> cameOn(person, day)).count();
    }

    long registeredFor(LocalDate day) {
        return visitors().stream()
                .filter(person -> isRegisteredFor(person, day))
                .count();
    }

    private boolean isRegisteredFor(CSVRecord person, LocalDate day) {
        return isExpectedOn(person, day) || cameOn(person, day);
    }

    private static boolean isExpectedOn(CSVRecord person, LocalDate day) {
        return person.get("days").isEmpty()
                || List.of(person.get("days").split(" ")).contains(day.toString());
    }

    long of(String programme) {
        return visitors().stream()
                .filter(person -> List.of(person.get("programmes").split(" ")).contains(programme))
                .filter(this::came)
                .count();
    }

    long ofOn(String programme, LocalDate day) {
        return visitors().stream()
                .filter(person -> List.of(person.get("programmes").split(" ")).contains(programme))
                .filter(person -> cameOn(person, day))
                .count();
    }

    /** Visitors who came without a registration, less what was taken back. */
    long walkedIn() {
        Set<String> walkedIn = new HashSet<>();
        for (CSVRecord fact : facts) {
            if (fact.get("type").equals("walked-in") && !isUndone(fact)) {
                walkedIn.add(fact.get("registration"));
            }
        }
        return visitors().stream()
                .filter(person -> walkedIn.contains(person.get("registration")))
                .count();
    }

    /** Visitors registered for a programme. */
    long registeredIn(String programme) {
        return visitors().stream()
                .filter(person -> List.of(person.get("programmes").split(" ")).contains(programme))
                .count();
    }

    /** Visitors registered for a programme and for a day. */
    long registeredInOn(String programme, LocalDate day) {
        return visitors().stream()
                .filter(person -> List.of(person.get("programmes").split(" ")).contains(programme))
                .filter(person -> isRegisteredFor(person, day))
                .count();
    }

    /** Confirmed visitors who were expected on a day. */
    long expectedOn(LocalDate day) {
        return visitors().stream()
                .filter(person -> person.get("confirmed").equals("yes") && isExpectedOn(person, day))
                .count();
    }

    /** Different visitors with a seat, and who came, in all sessions. */
    String inSessions(List<RandomDays.RoomTime> all) {
        Set<String> inside = new HashSet<>();
        all.forEach(session -> inside.addAll(inside(session, all)));
        long booked = visitors().stream()
                .filter(person -> all.stream()
                        .anyMatch(
                                session -> List.of(person.get("booked_sessions").split(" "))
                                        .contains(session.id())))
                .count();
        long came = visitors().stream()
                .filter(person -> inside.contains(person.get("registration")))
                .count();
        return booked + "/" + came;
    }

    long withoutProgramme() {
        return visitors().stream()
                .filter(person -> person.get("programmes").isEmpty() && came(person))
                .count();
    }

    /** Registered and arrived by what stands in a column. */
    Map<String, String> by(String column) {
        return split(visitors(), person -> person.get(column));
    }

    /** The same of those who are no visitors, by category. */
    Map<String, String> notCounted() {
        List<CSVRecord> others = people.stream()
                .filter(person -> person.get("counts_as_visitor").equals("no") && counts(person))
                .toList();
        return split(others, person -> person.get("category"));
    }

    private Map<String, String> split(List<CSVRecord> some, Function<CSVRecord, String> key) {
        Map<String, String> rows = new TreeMap<>();
        for (String row : some.stream().map(key).distinct().toList()) {
            List<CSVRecord> in =
                    some.stream().filter(one -> key.apply(one).equals(row)).toList();
            rows.put(row, in.size() + "/" + in.stream().filter(this::came).count());
        }
        return rows;
    }

    /** Visitors by how (1) or at which door (2) they came first. */
    Map<String, Long> firstArrivals(int what) {
        Map<String, Long> rows = new TreeMap<>();
        for (CSVRecord person : visitors()) {
            if (came(person)) {
                String[] first =
                        firsts.get(person.get("registration")).firstEntry().getValue();
                rows.merge(first[what], 1L, Long::sum);
            }
        }
        return rows;
    }

    /** Arrivals of a day by the quarter of an hour in which they fall, by its beginning in UTC. */
    Map<Instant, Long> curve(LocalDate day) {
        Map<Instant, Long> quarters = new TreeMap<>();
        for (CSVRecord person : visitors()) {
            if (cameOn(person, day)) {
                long seconds = Instant.parse(
                                firsts.get(person.get("registration")).get(day)[0])
                        .getEpochSecond();
                quarters.merge(Instant.ofEpochSecond(seconds - seconds % 900), 1L, Long::sum);
            }
        }
        return quarters;
    }

    /** Who was let in and is nobody known. */
    long unknown() {
        Set<String> known = new HashSet<>();
        people.forEach(person -> known.add(person.get("registration")));
        return firsts.keySet().stream().filter(who -> !known.contains(who)).count();
    }
}
