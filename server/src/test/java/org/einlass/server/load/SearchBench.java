package org.einlass.server.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.Databases;
import org.einlass.server.registration.imports.ImportServices;
import org.einlass.server.search.PeopleFound;
import org.einlass.server.search.SearchService;

/**
 * How long the server takes to find people by what is typed, letter by letter, as an organiser or a desk asks for
 * it: through the search's service, on a database with one large event that came in as a list. Prints the heap
 * that the index keeps; fails where 95 of 100 searches take longer than is promised, or somebody is not found.
 */
final class SearchBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);
    private static final EventId EVENT = ImportServices.EVENT;
    private static final int PEOPLE = Integer.getInteger("bench.people", 100_000);

    /** As many come in with one list. */
    private static final int LIST = 50_000;

    private static final int TYPISTS = 200;
    private static final int MOST_LETTERS = 12;
    private static final double PROMISED_MILLIS = 20;
    private static final double MEGABYTE = 1 << 20;

    private SearchBench() {}

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        OUT.printf(
                "%s, %d processors, %d people%n",
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(),
                PEOPLE);
        Path folder = Files.createTempDirectory("einlass-search-bench");
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder, Clock.systemUTC())) {
            for (int first = 0; first < PEOPLE; first += LIST) {
                side.take(ListedPeople.lines("S" + first + "-", first, Math.min(LIST, PEOPLE - first)));
            }
            SearchService searches = new SearchService(side.store());
            long empty = usedHeap();
            long start = System.nanoTime();
            searches.search(EVENT, "eva", SearchService.MOST_HITS);
            OUT.printf("first search, which makes the index: %.1f s%n", (System.nanoTime() - start) / 1e9);
            OUT.printf(
                    "memory of the index: %.0f MB, %.0f bytes a person%n",
                    (usedHeap() - empty) / MEGABYTE, (usedHeap() - empty) / (double) PEOPLE);
            type(searches, 1, "warm-up");
            if (type(searches, 2, "measured") > PROMISED_MILLIS) {
                throw new IllegalStateException("95 of 100 searches take longer than " + PROMISED_MILLIS + " ms.");
            }
        }
        System.exit(0);
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Milliseconds that 95 of 100 searches take at most. */
    private static double type(SearchService searches, int seed, String how) {
        double[] millis = new Random(seed)
                .ints(TYPISTS, 0, PEOPLE)
                .boxed()
                .flatMap(SearchBench::typed)
                .mapToDouble(text -> search(searches, text))
                .sorted()
                .toArray();
        OUT.printf(
                Locale.ROOT,
                "%s: median %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms of %d searches%n",
                how,
                at(millis, 0.5),
                at(millis, 0.95),
                at(millis, 0.99),
                at(millis, 1),
                millis.length);
        return at(millis, 0.95);
    }

    /** What is in the field after each letter from the second one on: family name and given name of one person. */
    private static Stream<String> typed(int person) {
        String[] fields = ListedPeople.lines("S", person - 1, 1)[1].split(";", -1);
        String name = (fields[3] + " " + fields[2]).toLowerCase(Locale.GERMAN);
        // "Schmidt" begins all family names: the letters that tell people apart stand behind it.
        String text = name.substring("schmidt".length());
        return IntStream.rangeClosed(2, Math.min(MOST_LETTERS, text.length()))
                .mapToObj(letters -> "schmidt" + text.substring(0, letters));
    }

    private static double search(SearchService searches, String text) {
        long start = System.nanoTime();
        PeopleFound found = searches.search(EVENT, text, SearchService.MOST_HITS);
        double millis = (System.nanoTime() - start) / 1e6;
        if (found.hits().isEmpty()) {
            throw new IllegalStateException("Nobody was found for a name that is registered.");
        }
        return millis;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
    }
}
