package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
 * Sixty-four clients at once, on two servers of one database: nobody passes twice, nobody takes a seat too
 * many.
 */
final class ContentionTest {
    private static final int CLIENTS = 64;
    private static final int SCANS_EACH = 30;
    private static final int TICKETS = 200;

    @TempDir
    Path folder;

    private record Result(Congress.Guest guest, ScanAnswer answer) {}

    @ParameterizedTest
    @EnumSource
    void admitsEachOfTwoHundredHotTicketsOnce(Databases database) throws Exception {
        try (Congress congress = new Congress(database, folder);
                Congress.Node other = congress.node()) {
            List<Congress.Guest> guests = congress.guests(TICKETS);
            List<Result> results = rush(client -> {
                Random chance = new Random(client);
                SimulatedDevice simulatedDevice = new SimulatedDevice("kiosk-" + client, congress, chance);
                ScanService server = client % 2 == 0
                        ? congress.services().scans()
                        : other.services().scans();
                List<Result> heard = new ArrayList<>();
                for (int scan = 0; scan < SCANS_EACH; scan++) {
                    Congress.Guest guest = guests.get(chance.nextInt(TICKETS));
                    DoorId door = chance.nextBoolean() ? Congress.NORTH : Congress.SOUTH;
                    heard.add(new Result(guest, ask(server, simulatedDevice, door, guest)));
                }
                return heard;
            });

            Map<Congress.Guest, Integer> admissions = new HashMap<>();
            results.stream()
                    .filter(result -> result.answer().verdict() == Verdict.ADMITTED)
                    .forEach(result -> admissions.merge(result.guest(), 1, Integer::sum));
            assertThat(admissions.values()).as("admissions of each ticket").containsOnly(1);
            assertThat(results).hasSize(CLIENTS * SCANS_EACH);
            assertThat(congress.count("select count(*) from claims where released is null"))
                    .isEqualTo(admissions.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesTheLastSeatOfARoomToOne(Databases database) throws Exception {
        try (Congress congress = new Congress(database, folder);
                Congress.Node other = congress.node()) {
            List<Congress.Guest> guests = congress.guests(CLIENTS);
            SimulatedDevice first = new SimulatedDevice("door-0", congress, new Random(1_000));
            for (int seat = 1; seat < Congress.SEATS; seat++) {
                first.scan(Congress.WORKSHOP, congress.guest().ticket());
            }
            first.deliverAll();

            List<Result> results = rush(client -> {
                SimulatedDevice simulatedDevice =
                        new SimulatedDevice("door-" + (client + 1), congress, new Random(client));
                ScanService server = client % 2 == 0
                        ? congress.services().scans()
                        : other.services().scans();
                Congress.Guest guest = guests.get(client);
                return List.of(new Result(guest, ask(server, simulatedDevice, Congress.WORKSHOP, guest)));
            });

            assertThat(results.stream().filter(result -> result.answer().verdict() == Verdict.ADMITTED))
                    .hasSize(1);
            assertThat(results.stream().filter(result -> result.answer().refusal() == Refusal.AREA_FULL))
                    .hasSize(CLIENTS - 1);
        }
    }

    /** A client asks again with the same id where it gets no answer, as devices do. */
    private static ScanAnswer ask(
            ScanService server, SimulatedDevice simulatedDevice, DoorId door, Congress.Guest guest) {
        ScanQuestion question =
                new ScanQuestion(simulatedDevice.nextId(), door, guest.ticket().text(), simulatedDevice.time());
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                return Congress.await(server.ask(Congress.EVENT, simulatedDevice.id, question));
            } catch (CompletionException e) {
                if (!isUnavailable(e)) {
                    throw e;
                }
            }
        }
        throw new IllegalStateException("No answer after a hundred attempts.");
    }

    private static boolean isUnavailable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreUnavailable) {
                return true;
            }
        }
        return false;
    }

    private interface Client {
        List<Result> run(int number);
    }

    private static List<Result> rush(Client client) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<List<Result>>> running = new ArrayList<>();
            for (int number = 0; number < CLIENTS; number++) {
                int one = number;
                running.add(threads.submit(() -> client.run(one)));
            }
            List<Result> results = new ArrayList<>();
            for (Future<List<Result>> one : running) {
                results.addAll(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
