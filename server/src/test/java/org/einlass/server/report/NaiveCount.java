package org.einlass.server.report;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The whole report as somebody counts it again who has nothing but the raw files, a calendar and patience. Knows no
 * class of the server, no event and no database.
 */
final class NaiveCount {
    private static final Map<String, String> SECTORS = Map.of(
            "FEDERAL", "Bund", "STATE", "Land", "MUNICIPAL", "Kommune", "BUSINESS", "Wirtschaft", "", "Ohne Angabe");
    private static final Map<String, String> CONFLICTS = Map.of(
            "DOUBLE_ADMISSION", "Zweimal eingelassen, wo nur einmal gilt.",
            "VERDICTS_DIFFER", "Das Gerät hat eingelassen, der Server hatte abgelehnt.",
            "PROVISIONAL", "Vorläufig eingelassen, und niemand kennt den Code.");

    private final List<CSVRecord> facts = new ArrayList<>();
    private final List<CSVRecord> people;
    private final List<CSVRecord> parts;
    private final List<CSVRecord> conflicts;
    private final ZoneId zone;
    private final LocalTime dayStart;
    private final List<LocalDate> days;

    /** The first arrival of each person on each day: time, how, door. */
    private final Map<String, TreeMap<LocalDate, String[]>> firsts = new HashMap<>();

    /** Every passage that counts: who, when, through which door. */
    private final List<String[]> passages = new ArrayList<>();

    /** The lines of each table, without order: label, kind and figures. */
    private final Map<String, List<String>> tables = new LinkedHashMap<>();

    /** @param files what the archive holds, by name */
    NaiveCount(Map<String, String> files) throws IOException {
        for (CSVRecord fact : read(files.get("facts.csv"))) {
            if (fact.get("phase").equals("LIVE") && fact.get("excluded").equals("no")) {
                facts.add(fact);
            }
        }
        people = read(files.get("registrations.csv"));
        parts = read(files.get("event.csv"));
        conflicts = read(files.get("conflicts.csv")).stream()
                .filter(one -> one.get("phase").equals("LIVE"))
                .toList();
        CSVRecord event = parts("event").get(0);
        zone = ZoneId.of(event.get("zone"));
        dayStart = LocalTime.parse(event.get("day_starts"));
        days = LocalDate.parse(event.get("starts"))
                .datesUntil(LocalDate.parse(event.get("ends")).plusDays(1))
                .toList();
        findArrivals();
        count();
    }

    /** The lines of a report's file, by table: what {@link #tables} is to be equal to. */
    static Map<String, List<String>> published(String file) throws IOException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        for (CSVRecord line : read(file)) {
            if (!Set.of("Stand", "Zählweise").contains(line.get(0))) {
                tables.computeIfAbsent(line.get(0), table -> new ArrayList<>())
                        .add(line.stream().skip(1).collect(Collectors.joining("|")));
            }
        }
        tables.values().forEach(lines -> lines.sort(null));
        return tables;
    }

    /** All tables, their lines in alphabetical order. */
    Map<String, List<String>> tables() {
        tables.values().forEach(lines -> lines.sort(null));
        return tables;
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

    private List<CSVRecord> parts(String kind) {
        return parts.stream().filter(part -> part.get("kind").equals(kind)).toList();
    }

    private String title(String kind, String id) {
        return parts(kind).stream()
                .filter(part -> part.get("id").equals(id))
                .map(part -> part.get("title_german"))
                .findFirst()
                .orElseThrow();
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
        if (Set.of("EXIT", "HAND_OUT").contains(fact.get("direction"))) {
            return;
        }
        String[] arrival = {at, how, fact.get("door")};
        TreeMap<LocalDate, String[]> own = firsts.computeIfAbsent(fact.get("registration"), who -> new TreeMap<>());
        own.merge(
                dayOf(at),
                arrival,
                (one, other) -> Instant.parse(one[0]).isBefore(Instant.parse(other[0])) ? one : other);
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

    private boolean isIn(CSVRecord person, String programme) {
        return List.of(person.get("programmes").split(" ")).contains(programme);
    }

    private boolean isFor(CSVRecord person, LocalDate day) {
        return person.get("days").isEmpty()
                || List.of(person.get("days").split(" ")).contains(day.toString());
    }

    private boolean isRegisteredFor(CSVRecord person, LocalDate day) {
        return isFor(person, day) || cameOn(person, day);
    }

    private List<CSVRecord> counted(String asVisitor) {
        return people.stream()
                .filter(person -> person.get("counts_as_visitor").equals(asVisitor))
                .filter(person -> person.get("confirmed").equals("yes") || came(person))
                .toList();
    }

    private void count() {
        List<CSVRecord> visitors = counted("yes");
        tables.put("Gesamt", new ArrayList<>());
        figures("Gesamt", "Insgesamt", "total", visitors, this::came);
        tables.put("davon ohne Anmeldung", new ArrayList<>(List.of("|note||" + walkedIn(visitors) + "|||")));
        days(visitors);
        programmes(visitors);
        String byCategory = split("Nach Kategorien", visitors, person -> title("category", person.get("category")));
        for (CSVRecord category : parts("category")) {
            String title = category.get("title_german");
            boolean empty =
                    visitors.stream().noneMatch(one -> one.get("category").equals(category.get("id")));
            if (category.get("counts_as_visitor").equals("yes") && empty) {
                figures(byCategory, title, "row", List.of(), this::came);
            }
            List<CSVRecord> others = counted("no").stream()
                    .filter(one -> one.get("category").equals(category.get("id")))
                    .toList();
            if (!others.isEmpty()) {
                figures(byCategory, "Nicht mitgezählt: " + title, "not-counted", others, this::came);
            }
        }
        Set<String> known = people.stream().map(one -> one.get("registration")).collect(Collectors.toSet());
        long unknown =
                firsts.keySet().stream().filter(who -> !known.contains(who)).count();
        if (unknown > 0) {
            line(byCategory, "Nicht mitgezählt: eingelassene Codes von Unbekannten", "not-counted", 0, unknown, "");
        }
        split("Nach Ebenen", visitors, person -> SECTORS.get(person.get("sector")));
        split("Nach Bundesländern", visitors, person -> stated(person.get("federal_state")));
        split("Nach Organisationen", visitors, person -> stated(person.get("organisation_merged")));
        split("Nicht gekommen, nach Organisationen", visitors, person -> stated(person.get("organisation_merged")));
        firstArrivals("Wie die erste Ankunft erfasst wurde", visitors, first -> first[1]);
        firstArrivals(
                "Nach Türen der ersten Ankunft",
                visitors,
                first -> first[2].isEmpty() ? "Schalter, ohne Anmeldung" : title("door", first[2]));
        sessions(visitors);
        decisions();
        conflicts();
        days.forEach(day -> curve(day, visitors));
    }

    private static String stated(String text) {
        return text.isEmpty() ? "Ohne Angabe" : text;
    }

    private void line(String table, String label, String kind, long registered, long arrived, String room) {
        boolean ofRooms = table.startsWith("Vorträge");
        boolean share = registered > 0 && !kind.equals("correction") && !table.startsWith("Widersprüche") && !ofRooms;
        tables.computeIfAbsent(table, other -> new ArrayList<>())
                .add(label + "|" + kind + "|" + registered + "|" + arrived + "|"
                        + (ofRooms ? "" : registered - arrived) + "|"
                        + (share ? String.format(Locale.GERMANY, "%.1f", 100.0 * arrived / registered) : "")
                        + "|" + room);
    }

    private void arrivalsOnly(String table, String label, String kind, long arrived) {
        tables.computeIfAbsent(table, other -> new ArrayList<>()).add(label + "|" + kind + "||" + arrived + "|||");
    }

    private void figures(String table, String label, String kind, List<CSVRecord> who, Predicate<CSVRecord> came) {
        line(table, label, kind, who.size(), who.stream().filter(came).count(), "");
    }

    /** Everybody in one row. */
    private String split(String table, List<CSVRecord> who, Function<CSVRecord, String> label) {
        who.stream()
                .collect(Collectors.groupingBy(label))
                .forEach((row, in) -> figures(table, row, "row", in, this::came));
        figures(table, "Insgesamt", "total", who, this::came);
        return table;
    }

    /** The row that takes away who stands in several, and the row of all. */
    private void different(String table, String repeated, long registered, long arrived) {
        long inRows = 0;
        long cameInRows = 0;
        for (String line : tables.get(table)) {
            String[] cells = line.split("\\|", -1);
            inRows += Long.parseLong(cells[2]);
            cameInRows += Long.parseLong(cells[3]);
        }
        if (inRows != registered || cameInRows != arrived) {
            line(table, repeated, "correction", registered - inRows, arrived - cameInRows, "");
        }
        line(table, "Verschiedene Personen", "total", registered, arrived, "");
    }

    /** Visitors who came without a registration, less what was taken back. */
    private long walkedIn(List<CSVRecord> visitors) {
        Set<String> walkedIn = facts.stream()
                .filter(fact -> fact.get("type").equals("walked-in") && !isUndone(fact))
                .map(fact -> fact.get("registration"))
                .collect(Collectors.toSet());
        return visitors.stream()
                .filter(person -> walkedIn.contains(person.get("registration")))
                .count();
    }

    private void days(List<CSVRecord> visitors) {
        String table = "Nach Tagen";
        DateTimeFormatter words = DateTimeFormatter.ofPattern("EEEE, d. MMMM uuuu", Locale.GERMAN);
        List<CSVRecord> others = visitors.stream()
                .filter(person -> days.stream().noneMatch(day -> isRegisteredFor(person, day)) || cameElsewhen(person))
                .toList();
        if (days.size() == 1 && others.isEmpty()) {
            return;
        }
        for (LocalDate day : days) {
            figures(
                    table,
                    words.format(day),
                    "row",
                    visitors.stream()
                            .filter(person -> isRegisteredFor(person, day))
                            .toList(),
                    person -> cameOn(person, day));
        }
        if (!others.isEmpty()) {
            figures(table, "An anderen Tagen", "row", others, this::cameElsewhen);
        }
        different(
                table,
                days.size() == 2 && others.isEmpty()
                        ? "An beiden Tagen, oben doppelt"
                        : "An mehreren Tagen, oben mehrfach",
                visitors.size(),
                visitors.stream().filter(this::came).count());
    }

    private boolean cameElsewhen(CSVRecord person) {
        return came(person)
                && !days.containsAll(firsts.get(person.get("registration")).keySet());
    }

    private void programmes(List<CSVRecord> visitors) {
        if (parts("programme").isEmpty()) {
            return;
        }
        programmes("Nach Programmen", visitors, this::came);
        DateTimeFormatter words = DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMAN);
        for (LocalDate day : days.size() == 1 ? List.<LocalDate>of() : days) {
            programmes(
                    "Nach Programmen am " + words.format(day),
                    visitors.stream()
                            .filter(person -> isRegisteredFor(person, day))
                            .toList(),
                    person -> cameOn(person, day));
        }
    }

    private void programmes(String table, List<CSVRecord> who, Predicate<CSVRecord> came) {
        for (CSVRecord programme : parts("programme")) {
            figures(
                    table,
                    programme.get("title_german"),
                    "row",
                    who.stream()
                            .filter(person -> isIn(person, programme.get("id")))
                            .toList(),
                    came);
        }
        List<CSVRecord> without = who.stream()
                .filter(person -> person.get("programmes").isEmpty())
                .toList();
        if (!without.isEmpty()) {
            figures(table, "Ohne Programm", "row", without, came);
        }
        different(
                table,
                parts("programme").size() == 2
                        ? "In beiden Programmen, oben doppelt"
                        : "In mehreren Programmen, oben mehrfach",
                who.size(),
                who.stream().filter(came).count());
    }

    private void firstArrivals(String table, List<CSVRecord> visitors, Function<String[], String> label) {
        List<CSVRecord> came = visitors.stream().filter(this::came).toList();
        came.stream()
                .collect(Collectors.groupingBy(
                        person -> label.apply(firsts.get(person.get("registration"))
                                .firstEntry()
                                .getValue()),
                        Collectors.counting()))
                .forEach((row, many) -> arrivalsOnly(table, row, "row", many));
        arrivalsOnly(table, "Insgesamt", "total", came.size());
    }

    private void decisions() {
        String table = "Entscheidungen und Rücknahmen des Personals";
        Map<String, Long> rows = new LinkedHashMap<>();
        Stream.of(
                        "Eingelassen",
                        "Nicht eingelassen",
                        "Entscheidung zurückgenommen",
                        "Einlass oder Aufnahme zurückgenommen")
                .forEach(row -> rows.put(row, 0L));
        for (CSVRecord fact : facts) {
            String type = fact.get("type");
            if (type.equals("overridden")) {
                String row = fact.get("verdict").equals("REFUSED") ? "Nicht eingelassen" : "Eingelassen";
                rows.merge(isUndone(fact) ? "Entscheidung zurückgenommen" : row, 1L, Long::sum);
            } else if (!type.equals("undone") && isUndone(fact)) {
                rows.merge("Einlass oder Aufnahme zurückgenommen", 1L, Long::sum);
            }
        }
        rows.forEach((row, many) -> arrivalsOnly(table, row, "row", many));
        arrivalsOnly(
                table,
                "Insgesamt",
                "total",
                rows.values().stream().mapToLong(Long::longValue).sum());
    }

    private void conflicts() {
        String table = "Widersprüche in den Einträgen";
        conflicts.stream()
                .collect(Collectors.groupingBy(one -> CONFLICTS.get(one.get("kind"))))
                .forEach((row, cases) -> line(table, row, "row", cases.size(), settled(cases), ""));
        line(table, "Insgesamt", "total", conflicts.size(), settled(conflicts), "");
    }

    private static long settled(List<CSVRecord> cases) {
        return cases.stream().filter(one -> one.get("settled").equals("yes")).count();
    }

    /** The arrivals of a day by quarters of an hour; estimated times stand by themselves. */
    private void curve(LocalDate day, List<CSVRecord> visitors) {
        String table = "Ankünfte am " + day;
        TreeMap<Instant, Long> quarters = new TreeMap<>();
        long estimated = 0;
        for (CSVRecord person : visitors) {
            if (cameOn(person, day)) {
                String[] first = firsts.get(person.get("registration")).get(day);
                if (first[1].startsWith("Vom Papier")) {
                    estimated++;
                } else {
                    long seconds = Instant.parse(first[0]).getEpochSecond();
                    quarters.merge(Instant.ofEpochSecond(seconds - seconds % 900), 1L, Long::sum);
                }
            }
        }
        DateTimeFormatter minute = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);
        for (Instant at = quarters.isEmpty() ? Instant.MAX : quarters.firstKey();
                !quarters.isEmpty() && !at.isAfter(quarters.lastKey());
                at = at.plusSeconds(900)) {
            arrivalsOnly(table, minute.format(at.atZone(zone)), "row", quarters.getOrDefault(at, 0L));
        }
        if (estimated > 0) {
            arrivalsOnly(table, "Vom Papier, Uhrzeit geschätzt", "row", estimated);
        }
        long expected = visitors.stream()
                .filter(person -> person.get("confirmed").equals("yes") && isFor(person, day))
                .count();
        long total = quarters.values().stream().mapToLong(Long::longValue).sum() + estimated;
        tables.computeIfAbsent(table, other -> new ArrayList<>())
                .add("Insgesamt|total|" + expected + "|" + total + "|||");
    }

    private void sessions(List<CSVRecord> visitors) {
        String table = "Vorträge und Workshops: Belegung der Räume";
        List<CSVRecord> sessions = parts("session").stream()
                .filter(session -> isScannedRoom(session.get("area")))
                .sorted(Comparator.comparing((CSVRecord session) -> Instant.parse(session.get("starts")))
                        .thenComparing(session -> session.get("id")))
                .toList();
        if (sessions.isEmpty()) {
            return;
        }
        Set<String> ids = visitors.stream().map(one -> one.get("registration")).collect(Collectors.toSet());
        Set<String> booked = new TreeSet<>();
        Set<String> came = new TreeSet<>();
        DateTimeFormatter moment = DateTimeFormatter.ofPattern("d.M., H.mm", Locale.GERMAN);
        for (CSVRecord session : sessions) {
            Set<String> inside = inside(session, sessions);
            Set<String> seats = Stream.concat(counted("yes").stream(), counted("no").stream())
                    .filter(one ->
                            List.of(one.get("booked_sessions").split(" ")).contains(session.get("id")))
                    .map(one -> one.get("registration"))
                    .collect(Collectors.toSet());
            booked.addAll(seats);
            came.addAll(inside);
            line(
                    table,
                    session.get("title_german") + ", " + title("area", session.get("area")) + ", "
                            + moment.format(Instant.parse(session.get("starts")).atZone(zone)),
                    "row",
                    seats.stream().filter(ids::contains).count(),
                    inside.stream().filter(ids::contains).count(),
                    roomFor(session));
        }
        long others = booked.stream().filter(id -> !ids.contains(id)).count();
        long othersCame = came.stream().filter(id -> !ids.contains(id)).count();
        different(table, "In mehreren, oben mehrfach", booked.size() - others, came.size() - othersCame);
        if (others > 0 || othersCame > 0) {
            line(table, "Nicht mitgezählt: wer nicht als Besuch zählt", "not-counted", others, othersCame, "");
        }
    }

    private boolean isScannedRoom(String area) {
        boolean inside = parts("area").stream()
                .anyMatch(one -> one.get("id").equals(area) && !one.get("area").isEmpty());
        return inside && !doors(area, "ENTRY").isEmpty();
    }

    private Set<String> doors(String area, String direction) {
        return parts("door").stream()
                .filter(door ->
                        door.get("area").equals(area) && door.get("direction").equals(direction))
                .map(door -> door.get("id"))
                .collect(Collectors.toSet());
    }

    private String roomFor(CSVRecord session) {
        String permitted = parts("area").stream()
                .filter(area -> area.get("id").equals(session.get("area")))
                .map(area -> area.get("room_for"))
                .findFirst()
                .orElse("");
        return Stream.of(session.get("room_for"), permitted)
                .filter(people -> !people.isEmpty())
                .min(Comparator.comparing(Integer::valueOf))
                .orElse("");
    }

    /** Who was in the room at the time of a session, told by the minute-takers' rule. */
    private Set<String> inside(CSVRecord session, List<CSVRecord> all) {
        Set<String> entries = doors(session.get("area"), "ENTRY");
        Set<String> exits = new HashSet<>();
        for (String area = session.get("area"); !area.isEmpty(); area = parentOf(area)) {
            exits.addAll(doors(area, "EXIT"));
        }
        Instant starts = Instant.parse(session.get("starts"));
        Instant ends = Instant.parse(session.get("ends"));
        Set<String> inside = new HashSet<>();
        for (String[] in : passages) {
            if (!entries.contains(in[2])) {
                continue;
            }
            Instant came = Instant.parse(in[1]);
            Instant left = null;
            for (String[] out : passages) {
                Instant at = Instant.parse(out[1]);
                boolean exit = exits.contains(out[2]) && out[0].equals(in[0]);
                if (exit && at.isAfter(came) && (left == null || at.isBefore(left))) {
                    left = at;
                }
            }
            for (String[] again : passages) {
                Instant at = Instant.parse(again[1]);
                boolean entry = entries.contains(again[2]) && again[0].equals(in[0]);
                if (left != null && entry && at.isAfter(came) && at.isBefore(left)) {
                    left = null;
                }
            }
            boolean counts;
            if (left != null && dayOf(left.toString()).equals(dayOf(in[1]))) {
                counts = came.isBefore(ends) && left.isAfter(starts);
            } else {
                CSVRecord next = all.stream()
                        .filter(one -> one.get("area").equals(session.get("area")))
                        .filter(one -> Instant.parse(one.get("ends")).isAfter(came))
                        .findFirst()
                        .orElse(null);
                counts = session.equals(next) && !came.isBefore(starts.minusSeconds(1800));
            }
            if (counts) {
                inside.add(in[0]);
            }
        }
        return inside;
    }

    private String parentOf(String area) {
        return parts("area").stream()
                .filter(one -> one.get("id").equals(area))
                .map(one -> one.get("area"))
                .findFirst()
                .orElse("");
    }
}
