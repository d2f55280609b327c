package org.einlass.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads the server's SQL in its sources: each table is written by one package, and read by no package beneath
 * that one.
 */
final class TableOwnersTest {
    private static final Path SOURCES = Path.of("src/main/java/org/einlass/server");
    private static final Pattern WRITES =
            Pattern.compile("\\b(?:insert into|delete from) (\\w+)|\\bupdate (\\w+)\\s+set\\b");
    private static final Pattern CHANGES = Pattern.compile("\\bdelete from (\\w+)|\\bupdate (\\w+)\\s+set\\b");
    private static final Pattern READS = Pattern.compile("\\b(?:from|join) (\\w+)\\b");

    /** From the ground up: a package may read the tables of those before it. */
    private static final List<String> ROOMS = List.of(
            "database",
            "audit",
            "event",
            "device",
            "account",
            "registration",
            "badge",
            "answer",
            "journal",
            "presence",
            "scan",
            "counter",
            "feed",
            "statistics",
            "report",
            "live",
            "erasure");

    /** Deletes the rows of a person in all tables about registrations. */
    private static final Set<String> ERASES = Set.of("registration.RegistrationErasures");

    /** What reads upward, and why. */
    private static final Map<String, String> READS_UPWARD = Map.of(
            "event.RemovedParts", "says why a part of an event cannot be taken away: somebody uses it",
            "event.Seats", "counts the seats of a session that registrations have booked",
            "answer.ClaimTable", "names the device that holds a claim as people call it",
            "device.EventSecrets", "says to devices whether the event has long codes that can be guessed");

    @Test
    void eachTableIsWrittenByOnePackage() throws IOException {
        Map<String, Set<String>> writers = tables(WRITES);

        Map<String, Set<String>> shared = new TreeMap<>(writers);
        shared.values().removeIf(classes -> features(classes).size() == 1);

        assertThat(writers).containsKeys("registrations", "codes", "answers", "claims", "facts", "presences");
        assertThat(shared).as("tables that several packages write").isEmpty();
    }

    @Test
    void noStatementChangesOrDeletesALineOfTheAuditTrail() throws IOException {
        assertThat(tables(WRITES)).containsKey("audit_entries");
        assertThat(tables(CHANGES)).doesNotContainKey("audit_entries").containsKey("registrations");
    }

    @Test
    void noPackageReadsTheTablesOfOneThatStandsOnIt() throws IOException {
        Map<String, Set<String>> writers = tables(WRITES);
        Set<String> upward = new TreeSet<>();

        tables(READS).forEach((table, readers) -> {
            Set<String> owner = packages(writers.getOrDefault(table, Set.of()));
            readers.stream()
                    .filter(reader -> !READS_UPWARD.containsKey(reader))
                    .filter(reader -> owner.stream().anyMatch(room -> room(reader) < room(room + ".")))
                    .forEach(reader -> upward.add(reader + " reads " + table));
        });

        assertThat(upward).isEmpty();
    }

    private static int room(String name) {
        String room = packageOf(name);
        assertThat(ROOMS).as("the room of " + name).contains(room);
        return ROOMS.indexOf(room);
    }

    /** The packages of those classes, those of packages within others included. */
    private static Set<String> features(Set<String> classes) {
        return classes.stream()
                .filter(name -> !ERASES.contains(name))
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .collect(Collectors.toSet());
    }

    private static Set<String> packages(Set<String> classes) {
        return classes.stream().map(TableOwnersTest::packageOf).collect(Collectors.toSet());
    }

    private static String packageOf(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    /** The classes, as package and name, that name each table behind words of the pattern. */
    private static Map<String, Set<String>> tables(Pattern words) throws IOException {
        Map<String, Set<String>> tables = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String name =
                        SOURCES.relativize(file).toString().replace(".java", "").replace('/', '.');
                if (name.contains(".") && !name.endsWith("package-info")) {
                    find(words, Files.readString(file), name, tables);
                }
            }
        }
        return tables;
    }

    private static void find(Pattern words, String source, String name, Map<String, Set<String>> tables) {
        Matcher found = words.matcher(source);
        while (found.find()) {
            String table = found.group(1) == null ? found.group(2) : found.group(1);
            tables.computeIfAbsent(table, same -> new TreeSet<>()).add(name);
        }
    }
}
