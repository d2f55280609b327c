package org.einlass.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.einlass.server.json.Json;

/**
 * Clients that ask at any of some servers, and after a failure at any of them once more, as devices do. Every guest is asked
 * about twice, at two servers as a rule.
 */
final class UntiringClients {
    static final long PACE_NANOS = 20_000_000;
    private static final int CLIENTS = 6;
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);

    private final List<LoadedServer> nodes = new CopyOnWriteArrayList<>();
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Map<UUID, String> acknowledged = new ConcurrentHashMap<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final List<Thread> clients = new ArrayList<>();

    UntiringClients(List<LoadedServer> servers) {
        nodes.addAll(servers);
    }

    void start() {
        for (int client = 0; client < CLIENTS; client++) {
            Thread thread = new Thread(this::ask, "client-" + client);
            thread.start();
            clients.add(thread);
        }
    }

    /** Nobody asks there any more. */
    void leave(LoadedServer node) {
        nodes.remove(node);
    }

    void join(LoadedServer node) {
        nodes.add(node);
    }

    /** How many requests met a server that did not answer, or not yet. */
    int failures() {
        return failures.get();
    }

    int acknowledged() {
        return acknowledged.size();
    }

    void awaitMoreAnswers(int more) {
        int wanted = acknowledged.size() + more;
        while (acknowledged.size() < wanted && wrong.isEmpty()) {
            LockSupport.parkNanos(PACE_NANOS);
        }
    }

    void end() throws InterruptedException {
        ended.set(true);
        for (Thread client : clients) {
            client.join();
        }
        assertThat(wrong).isEmpty();
    }

    /** Two questions a guest, one after the other for whoever comes: mostly two clients ask them at once. */
    private void ask() {
        while (!ended.get() && wrong.isEmpty()) {
            untilAnswered(nodes.get(0).question(questions.getAndIncrement() / 2));
            LockSupport.parkNanos(PACE_NANOS);
        }
    }

    private void untilAnswered(LoadedServer.Question question) {
        while (wrong.isEmpty()) {
            List<LoadedServer> now = List.copyOf(nodes);
            URI server =
                    now.get(ThreadLocalRandom.current().nextInt(now.size())).uri();
            try (PlainConnection connection = new PlainConnection(server)) {
                int status = connection.send(
                        PlainConnection.post(server, LoadedServer.path("scans"), question.token(), question.body()));
                if (status == 200) {
                    String body = connection.body();
                    String said = body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1);
                    JsonNode answer = Json.mapper().readTree(said);
                    acknowledged.put(question.id(), answer.path("verdict").asText());
                    return;
                }
                if (!LATER.contains(status)) {
                    wrong.add(status + " " + connection.body());
                    return;
                }
                failures.incrementAndGet();
            } catch (IOException gone) {
                failures.incrementAndGet();
            }
            LockSupport.parkNanos(PACE_NANOS);
        }
    }

    /** Every answer that somebody heard stands in the database as it was told, and nobody was let in twice. */
    void everythingIsKept(String url) throws SQLException {
        Map<UUID, String> kept = new TreeMap<>();
        Map<String, Integer> admissions = new TreeMap<>();
        try (Connection database = DriverManager.getConnection(url);
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select id, verdict, registration, door from answers")) {
            while (row.next()) {
                kept.put(UUID.fromString(row.getString(1)), row.getString(2));
                if ("ADMITTED".equals(row.getString(2))) {
                    admissions.merge(row.getString(3) + " at " + row.getString(4), 1, Integer::sum);
                }
            }
        }
        assertThat(kept).as("every acknowledged answer, as it was told").containsAllEntriesOf(acknowledged);
        assertThat(admissions)
                .as("admissions of a guest at a door")
                .isNotEmpty()
                .allSatisfy((guest, times) -> assertThat(times).as(guest).isEqualTo(1));
        assertThat(acknowledged.values()).contains("ADMITTED", "REFUSED");
    }
}
