package org.einlass.server.startup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.einlass.contract.code.Code;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.server.AdmissionServices;
import org.einlass.server.account.Accounts;
import org.einlass.server.account.Token;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.json.Json;
import org.einlass.server.registration.CodeTable;

/**
 * Lets invented guests through before the first real one comes, so that the first scan is about as fast as
 * the hundredth: over this server's own HTTP, with real services on a throw-away SQLite file. On the real
 * store it only decides, and rolls that back.
 *
 * <p>A warm-up that fails or takes too long makes the server slower at first, and stops nothing.
 */
public final class ScanWarmUp {
    private static final Logger LOG = System.getLogger(ScanWarmUp.class.getName());
    private static final Duration LONGEST_BOOT = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    /** At once, as at four doors: they share a commit, which a busy disk makes dear. */
    private static final int TOGETHER = 4;

    private static final int ROUNDS_A_REPORT = 5;
    private static final int TIMES_TRIED = 5;
    private static final int MOST_EVENTS = 8;

    private final Parts parts;
    private final Clock clock;
    private final URI api;
    private final int scans;
    private final ObjectMapper json = Json.mapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What the real server consists of. */
    public record Parts(
            Store store,
            Accounts accounts,
            AdmissionServices services,
            CodeTable codeTable,
            Clock clock,
            RandomGenerator chance) {}

    /**
     * A warm-up that has not begun.
     *
     * @param api where this machine reaches the server's interface; ends with a slash
     * @param scans how many guests to invent; 0 for none
     */
    public ScanWarmUp(Parts parts, URI api, int scans) {
        this.parts = parts;
        this.clock = parts.clock();
        this.api = api;
        this.scans = scans;
    }

    /** Warms up on the caller's thread; may take as long as a slow machine needs, but ends. */
    public void run() throws InterruptedException {
        if (scans == 0) {
            return;
        }
        Instant begin = clock.instant();
        try (WarmUpEvent event = WarmUpEvent.open(clock, parts.chance(), scans)) {
            awaitOwnAnswer(begin.plus(LONGEST_BOOT));
            parts.accounts().delegate(event.accounts());
            parts.services().scans().delegate(event.id(), event.services().scans());
            parts.services().journals().delegate(event.id(), event.services().journals());
            int asked = letGuestsThrough(event, clock.instant().plus(LONGEST));
            tryOutRealEvents();
            giveBackMemory();
            LOG.log(
                    Level.INFO,
                    "Warmed up with {0} invented scans in {1} ms.",
                    asked,
                    Duration.between(begin, clock.instant()).toMillis());
        } catch (IOException | RuntimeException failed) {
            LOG.log(Level.WARNING, "The server could not warm up; its first answers may be slow.", failed);
        } finally {
            parts.services().scans().endDelegation();
            parts.services().journals().endDelegation();
            parts.accounts().endDelegation();
        }
    }

    /** The application is told about its start before its interface is reachable. */
    private void awaitOwnAnswer(Instant end) throws IOException, InterruptedException {
        while (!isAnswering()) {
            if (clock.instant().isAfter(end)) {
                throw new IOException("The server does not reach its own interface at " + api + ".");
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private boolean isAnswering() throws InterruptedException {
        try {
            return http.send(request("status").GET().build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private int letGuestsThrough(WarmUpEvent event, Instant end) throws IOException {
        int asked = 0;
        for (int round = 1; asked < scans && clock.instant().isBefore(end); round++) {
            List<ScanQuestion> questions = IntStream.range(asked, Math.min(scans, asked + TOGETHER))
                    .mapToObj(event::question)
                    .toList();
            String path = "events/" + event.id() + "/scans";
            await(questions.stream()
                    .map(question -> post(path, event.token(), question))
                    .toList());
            questions.forEach(event::shown);
            asked += questions.size();
            if (round % ROUNDS_A_REPORT == 0) {
                await(List.of(post("events/" + event.id() + "/journal", event.token(), event.report())));
                event.accounts().forget();
            }
        }
        return asked;
    }

    private CompletableFuture<HttpResponse<String>> post(String path, Token token, Object body) {
        try {
            return http.sendAsync(
                    request(path)
                            .header("Authorization", "Bearer " + token.secret())
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                            .build(),
                    BodyHandlers.ofString(UTF_8));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void await(List<CompletableFuture<HttpResponse<String>>> answers) throws IOException {
        for (CompletableFuture<HttpResponse<String>> waiting : answers) {
            HttpResponse<String> answer = waiting.join();
            if (answer.statusCode() != 200) {
                throw new IOException("The server answered its own question at "
                        + answer.request().uri().getPath() + " with " + answer.statusCode() + ".");
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path)).timeout(LONGEST_REQUEST);
    }

    /** What only the start needed goes now, while nobody waits: else it stays until a busy hour collects it. */
    private static void giveBackMemory() {
        System.gc();
    }

    /** Afterwards the plans of the coming days are in memory, and the writer's statements are prepared. */
    private void tryOutRealEvents() {
        List<EventId> events = parts.store().read(EventTable::open);
        for (EventId event : events.subList(0, Math.min(MOST_EVENTS, events.size()))) {
            List<DoorId> doors = parts.store().read(handle -> EventTable.document(handle, event)).stream()
                    .flatMap(document -> document.doors().stream())
                    .map(EventDocument.Door::id)
                    .toList();
            Optional<Code> ticket =
                    parts.store().read(handle -> parts.codeTable().anyTicket(handle, event));
            if (ticket.isPresent() && !doors.isEmpty()) {
                tryOut(event, doors.get(0), ticket.get());
            }
        }
    }

    private void tryOut(EventId event, DoorId door, Code ticket) {
        for (int time = 0; time < TIMES_TRIED; time++) {
            boolean decided = parts.services()
                    .scans()
                    .tryOut(event, WarmUpEvent.DEVICE, WarmUpEvent.question(door, ticket, clock, parts.chance()))
                    .toCompletableFuture()
                    .join();
            if (!decided) {
                LOG.log(Level.WARNING, "A decision could not be tried out.");
            }
        }
    }
}
