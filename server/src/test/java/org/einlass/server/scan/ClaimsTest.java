package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.server.database.Databases;
import org.einlass.server.database.StoreUnavailable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * P2: of all answers to attempts at one claim exactly one admits, whoever asks at the same time. Sixty-four
 * clients follow each other through the tickets, so that some fifty attempts meet at each of them; on
 * PostgreSQL they ask two servers.
 */
final class ClaimsTest {
    private static final int ATTEMPTS = Integer.getInteger("einlass.claims", 5_000);
    private static final String ONLY = System.getProperty("einlass.claims.database", "");
    private static final int CLIENTS = 64;
    private static final int ATTEMPTS_EACH = 50;
    private static final int HOT = 4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void admitsEachTicketOnceInAsManyAttemptsAsAreAsked(Databases database) throws Exception {
        assumeThat(ONLY).isIn("", database.name());
        try (Congress congress = new Congress(database, folder)) {
            if (database == Databases.SQLITE) {
                rush(congress, List.of(congress.services().scans()), database);
                return;
            }
            try (Congress.Node other = congress.node()) {
                rush(
                        congress,
                        List.of(congress.services().scans(), other.services().scans()),
                        database);
            }
        }
    }

    private static void rush(Congress congress, List<ScanService> servers, Databases database) throws Exception {
        List<Congress.Guest> guests = congress.guests(ATTEMPTS / ATTEMPTS_EACH + HOT);
        Rush rush = new Rush(congress, guests);
        long started = System.nanoTime();

        rush.run(servers);

        Duration took = Duration.ofNanos(System.nanoTime() - started);
        System.out.printf(
                "P2 on %s: %d attempts at %d tickets by %d clients in %d s, %d admitted, %d doubles%n",
                database, ATTEMPTS, rush.asked(), CLIENTS, took.toSeconds(), rush.admitted(), rush.doubles());
        assertThat(rush.doubles()).as("tickets admitted twice").isZero();
        assertThat(rush.admitted()).as("every ticket that was asked for").isEqualTo(rush.asked());
        assertThat(congress.count("select count(*) from answers")).isEqualTo(ATTEMPTS);
        assertThat(congress.count("select count(*) from claims where released is null"))
                .isEqualTo(rush.admitted());
    }

    /** Attempts of all clients, and what they heard of each ticket. */
    private static final class Rush {
        private final Congress congress;
        private final List<Congress.Guest> guests;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicIntegerArray attempts;
        private final AtomicIntegerArray admissions;

        private Rush(Congress congress, List<Congress.Guest> guests) {
            this.congress = congress;
            this.guests = guests;
            this.attempts = new AtomicIntegerArray(guests.size());
            this.admissions = new AtomicIntegerArray(guests.size());
        }

        private void run(List<ScanService> servers) throws InterruptedException, ExecutionException {
            ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
            try {
                List<Future<?>> running = new ArrayList<>();
                for (int number = 0; number < CLIENTS; number++) {
                    SimulatedDevice simulatedDevice =
                            new SimulatedDevice("kiosk-" + number, congress, new Random(number));
                    ScanService server = servers.get(number % servers.size());
                    Random chance = new Random(-1 - number);
                    running.add(threads.submit(() -> client(server, simulatedDevice, chance)));
                }
                for (Future<?> one : running) {
                    one.get();
                }
            } finally {
                threads.shutdownNow();
            }
        }

        private void client(ScanService server, SimulatedDevice simulatedDevice, Random chance) {
            for (int turn = next.getAndIncrement(); turn < ATTEMPTS; turn = next.getAndIncrement()) {
                int ticket = turn / ATTEMPTS_EACH + chance.nextInt(HOT);
                DoorId door = chance.nextBoolean() ? Congress.NORTH : Congress.SOUTH;
                ScanAnswer answer = ask(server, simulatedDevice, door, guests.get(ticket));
                attempts.incrementAndGet(ticket);
                if (answer.verdict() == Verdict.ADMITTED) {
                    admissions.incrementAndGet(ticket);
                } else {
                    assertThat(answer.refusal()).isEqualTo(Refusal.ALREADY_USED);
                }
            }
        }

        /** Asks again with the same id where no answer comes, as devices do. */
        private static ScanAnswer ask(
                ScanService server, SimulatedDevice simulatedDevice, DoorId door, Congress.Guest guest) {
            ScanQuestion question = new ScanQuestion(
                    simulatedDevice.nextId(), door, guest.ticket().text(), simulatedDevice.time());
            for (int attempt = 0; attempt < 100; attempt++) {
                try {
                    return Congress.await(server.ask(Congress.EVENT, simulatedDevice.id, question));
                } catch (CompletionException e) {
                    if (!(e.getCause() instanceof StoreUnavailable)
                            && !(e.getCause() != null && e.getCause().getCause() instanceof StoreUnavailable)) {
                        throw e;
                    }
                }
            }
            throw new IllegalStateException("No answer after a hundred attempts.");
        }

        private long asked() {
            return count(attempts, 1);
        }

        private long admitted() {
            return count(admissions, 1);
        }

        private long doubles() {
            return count(admissions, 2);
        }

        private static long count(AtomicIntegerArray numbers, int least) {
            long count = 0;
            for (int i = 0; i < numbers.length(); i++) {
                count += numbers.get(i) >= least ? 1 : 0;
            }
            return count;
        }
    }
}
