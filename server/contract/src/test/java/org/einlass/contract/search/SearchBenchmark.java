package org.einlass.contract.search;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.einlass.contract.registration.Attendee;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long one search takes, after each letter typed, alone and while the roster changes; and what the index
 * holds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 5)
public class SearchBenchmark {
    private static final int HITS = 20;
    private static final int BATCH = 10_000;

    @Param("100000")
    public int people;

    private final SearchIndex<Integer> index = new SearchIndex<>(SearchCrowd.SALT);
    private final List<String> queries = new ArrayList<>();
    private final List<SearchEntry<Integer>> changes = new ArrayList<>();
    private final long[] nanos = new long[1 << 17];
    private int measured;
    private int query;
    private int change;

    @Setup(Level.Trial)
    public void fill() {
        SearchCrowd crowd = new SearchCrowd(1);
        Random chance = new Random(2);
        long before = usedMemory();
        long started = System.nanoTime();
        for (int from = 0; from < people; from += BATCH) {
            List<SearchEntry<Integer>> batch = new ArrayList<>();
            for (int i = from; i < Math.min(people, from + BATCH); i++) {
                batch.add(keyed(crowd.next(), i));
            }
            index.change(batch, Set.of());
            if (changes.size() < 1000) {
                changes.addAll(batch.subList(0, Math.min(batch.size(), 1000)));
            }
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        long bytes = usedMemory() - before;
        System.out.printf(
                "%n%d people: filled in %.1f s with making them up, holds %.1f MB, %d bytes a person%n",
                index.size(), seconds, bytes / 1e6, bytes / people);
        for (int i = 0; i < 100; i++) {
            addTyped(changes.get(chance.nextInt(changes.size())).attendee(), chance);
        }
        System.out.println(queries.size() + " queries, one after each letter typed");
    }

    @Benchmark
    public List<SearchHit<Integer>> search() {
        long before = processorNanos();
        query = (query + 1) % queries.size();
        List<SearchHit<Integer>> hits = index.search(queries.get(query), HITS);
        if (measured < nanos.length) {
            nanos[measured++] = processorNanos() - before;
        }
        return hits;
    }

    @Benchmark
    @Group("changing")
    @GroupThreads(1)
    public List<SearchHit<Integer>> searchWhileChanging() {
        return search();
    }

    @Benchmark
    @Group("changing")
    @GroupThreads(1)
    public void change() {
        change = (change + 1) % changes.size();
        index.put(changes.get(change));
    }

    /**
     * What a search costs on a machine that has other work as well; the time on the clock tells that only of
     * a quiet one.
     */
    @TearDown(Level.Iteration)
    public void printProcessorTime() {
        Arrays.sort(nanos, 0, measured);
        System.out.printf(
                "%d searches, processor time p50 %.2f ms, p95 %.2f ms, p99 %.2f ms%n",
                measured, percentile(50), percentile(95), percentile(99));
        measured = 0;
    }

    private double percentile(int percent) {
        return measured == 0 ? Double.NaN : nanos[measured * percent / 100] / 1e6;
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /**
     * A name letter by letter from the second on: family name first or last, umlauts written or not, one typo
     * in three.
     */
    private void addTyped(Attendee attendee, Random chance) {
        String given = attendee.givenName();
        String family = attendee.familyName();
        String name = chance.nextBoolean() ? given + " " + family : family + ", " + given;
        if (chance.nextInt(4) == 0) {
            name = family + " " + attendee.organisation();
        }
        String written = chance.nextBoolean() ? name : NameFolding.fold(name);
        if (chance.nextInt(3) == 0) {
            int at = 1 + chance.nextInt(written.length() - 2);
            written =
                    written.substring(0, at) + written.charAt(at + 1) + written.charAt(at) + written.substring(at + 2);
        }
        for (int typed = 2; typed <= written.length(); typed++) {
            queries.add(written.substring(0, typed));
        }
    }

    private static SearchEntry<Integer> keyed(SearchEntry<String> entry, int key) {
        return new SearchEntry<>(entry.id(), entry.attendee(), entry.mail(), entry.bookingNumber(), entry.codes(), key);
    }

    private static long usedMemory() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
