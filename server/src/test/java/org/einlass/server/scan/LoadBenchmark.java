package org.einlass.server.scan;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.server.database.Databases;

/**
 * Measures the core in process: how many check-ins a second 64 waiting clients get from group commit and from
 * one transaction a request, in interleaved pairs, and how long one desk and an open stream of scans wait.
 */
final class LoadBenchmark {
    private static final int CLIENTS = 64;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SCANS = Integer.getInteger("bench.scans", 10_000);
    private static final int WARM = Integer.getInteger("bench.warm", 100_000);
    private static final int AT_ONCE = 1_000;
    private static final String DATABASES = System.getProperty("bench.databases", "SQLITE,POSTGRESQL");
    private static final int RATE = Integer.getInteger("bench.rate", 300);
    private static final PrintStream OUT = System.out;

    private LoadBenchmark() {}

    /** Runs on both databases and prints what it measured. */
    public static void main(String[] arguments) throws Exception {
        for (String name : DATABASES.split(",", -1)) {
            Databases database = Databases.valueOf(name.strip());
            Path folder = Files.createTempDirectory("einlass-bench");
            pairs(database, folder);
        }
        System.exit(0);
    }

    private static void pairs(Databases database, Path folder) throws InterruptedException {
        try (Congress grouped = new Congress(database, folder, ReuseRule.ONCE, connection -> connection);
                Congress single = Congress.singly(database, folder)) {
            warmUp(grouped);
            warmUp(single);
            double[] ratios = new double[ROUNDS];
            double[] rates = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                rates[round] = closed(grouped);
                ratios[round] = rates[round] / closed(single);
            }
            print(
                    "%s, 64 clients: %.0f check-ins/s by group commit (median of %d), %.1f times one transaction each",
                    database, median(rates), ROUNDS, median(ratios));
            desk(database, grouped);
            open(database, grouped);
        }
    }

    /** Until the Java machine has compiled what a check-in runs through. */
    private static void warmUp(Congress congress) throws InterruptedException {
        for (int scans = 0; scans < WARM; scans += SCANS) {
            closed(congress);
        }
    }

    /** Sixty-four clients that each wait for an answer before they ask again; check-ins a second. */
    private static double closed(Congress congress) throws InterruptedException {
        ConcurrentLinkedQueue<ScanQuestion> questions = new ConcurrentLinkedQueue<>(questions(congress, SCANS));
        SimulatedDevice simulatedDevice = new SimulatedDevice("kiosk-1", congress, new Random(System.nanoTime()));
        CountDownLatch done = new CountDownLatch(SCANS);
        long start = System.nanoTime();
        for (int client = 0; client < CLIENTS; client++) {
            next(congress, simulatedDevice, questions, done);
        }
        done.await();
        return SCANS * 1e9 / (System.nanoTime() - start);
    }

    private static void next(
            Congress congress,
            SimulatedDevice simulatedDevice,
            ConcurrentLinkedQueue<ScanQuestion> questions,
            CountDownLatch done) {
        ScanQuestion question = questions.poll();
        if (question == null) {
            return;
        }
        congress.services()
                .scans()
                .ask(Congress.EVENT, simulatedDevice.id, question)
                .whenComplete((answer, failure) -> {
                    done.countDown();
                    next(congress, simulatedDevice, questions, done);
                });
    }

    private static void desk(Databases database, Congress congress) {
        SimulatedDevice simulatedDevice = new SimulatedDevice("desk-1", congress, new Random(System.nanoTime()));
        Histogram waits = new Histogram(3);
        for (ScanQuestion question : questions(congress, 300)) {
            long start = System.nanoTime();
            Congress.await(congress.services().scans().ask(Congress.EVENT, simulatedDevice.id, question));
            waits.recordValue(System.nanoTime() - start);
        }
        print("%s, one desk: %s", database, percentiles(waits));
    }

    /**
     * Scans come when they come; a wait is measured from the moment a scan was due, not from when it was
     * sent.
     */
    private static void open(Databases database, Congress congress) throws InterruptedException {
        SimulatedDevice simulatedDevice = new SimulatedDevice("kiosk-2", congress, new Random(System.nanoTime()));
        List<ScanQuestion> questions = questions(congress, RATE * 10);
        ConcurrentHistogram waits = new ConcurrentHistogram(3);
        AtomicInteger failures = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(questions.size());
        long start = System.nanoTime();
        for (int scan = 0; scan < questions.size(); scan++) {
            long due = start + scan * 1_000_000_000L / RATE;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            congress.services()
                    .scans()
                    .ask(Congress.EVENT, simulatedDevice.id, questions.get(scan))
                    .whenComplete((answer, failure) -> {
                        waits.recordValue(System.nanoTime() - due);
                        failures.addAndGet(failure == null ? 0 : 1);
                        done.countDown();
                    });
        }
        done.await();
        print("%s, open stream of %d/s: %s, %d without answer", database, RATE, percentiles(waits), failures.get());
    }

    private static List<ScanQuestion> questions(Congress congress, int count) {
        SimulatedDevice simulatedDevice = new SimulatedDevice("probe", congress, new Random(System.nanoTime()));
        List<ScanQuestion> questions = new ArrayList<>();
        while (questions.size() < count) {
            for (Congress.Guest guest : congress.guests(Math.min(AT_ONCE, count - questions.size()))) {
                questions.add(new ScanQuestion(
                        simulatedDevice.nextId(), Congress.SOUTH, guest.ticket().text(), simulatedDevice.time()));
            }
        }
        return questions;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String percentiles(Histogram waits) {
        return String.format(
                Locale.ROOT,
                "p50 %.2f ms, p95 %.2f ms, p99 %.2f ms",
                waits.getValueAtPercentile(50) / 1e6,
                waits.getValueAtPercentile(95) / 1e6,
                waits.getValueAtPercentile(99) / 1e6);
    }

    private static void print(String format, Object... values) {
        OUT.println(String.format(Locale.ROOT, format, values));
    }
}
