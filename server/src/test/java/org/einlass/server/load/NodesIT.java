package org.einlass.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
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
import org.einlass.launcher.ServerHome;
import org.einlass.server.database.Databases;
import org.einlass.server.json.Json;
import org.junit.jupiter.api.Test;

/**
 * Three servers on one PostgreSQL, each request to any of them: one is killed under load, the other two are started
 * again one after the other. Every guest is asked about twice, at two servers as a rule.
 */
final class NodesIT {
    private static final String[] OPTIONS = {
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Deinlass.warmup=40", "-Deinlass.unknown-tokens.per-second=1000"
    };
    private static final int CLIENTS = 6;
    private static final int GUESTS = 2_000;
    private static final int ANSWERS_BETWEEN = 120;
    private static final long PACE_NANOS = 20_000_000;
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);

    private final ServerHome home = new ServerHome(Path.of(System.getProperty("einlass.server.home", "target/server")));
    private final List<LoadedServer> nodes = new CopyOnWriteArrayList<>();
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Map<UUID, String> acknowledged = new ConcurrentHashMap<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();

    @Test
    void noAcknowledgedAnswerIsLostAndNobodyIsLetInTwiceWhileServersComeAndGo() throws Exception {
        LoadedServer first = LoadedServer.open(Databases.POSTGRESQL, home, GUESTS, OPTIONS);
        try (first;
                LoadedServer second = first.node(home, OPTIONS);
                LoadedServer third = first.node(home, OPTIONS)) {
            nodes.addAll(List.of(first, second, third));
            List<Thread> clients = startClients();
            awaitMoreAnswers();

            second.kill();
            while (failures.get() == 0) {
                LockSupport.parkNanos(PACE_NANOS);
            }
            nodes.remove(second);
            awaitMoreAnswers();
            try (LoadedServer firstAgain = startedAgain(first);
                    LoadedServer thirdAgain = startedAgain(third)) {
                assertThat(nodes).containsExactly(firstAgain, thirdAgain);
                ended.set(true);
                for (Thread client : clients) {
                    client.join();
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(failures.get())
                    .as("requests that met a server which went")
                    .isPositive();
            everythingIsKept(first.url());
        }
    }

    private List<Thread> startClients() {
        List<Thread> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            Thread thread = new Thread(this::ask, "client-" + client);
            thread.start();
            clients.add(thread);
        }
        return clients;
    }

    /** A rolling restart: others answer meanwhile. */
    private LoadedServer startedAgain(LoadedServer node) throws InterruptedException {
        nodes.remove(node);
        node.stop();
        LoadedServer again = node.again(home, OPTIONS);
        nodes.add(again);
        awaitMoreAnswers();
        return again;
    }

    private void awaitMoreAnswers() {
        int wanted = acknowledged.size() + ANSWERS_BETWEEN;
        while (acknowledged.size() < wanted && wrong.isEmpty()) {
            LockSupport.parkNanos(PACE_NANOS);
        }
    }

    /** Two questions a guest, one after the other for whoever comes: mostly two clients ask them at once. */
    private void ask() {
        while (!ended.get() && wrong.isEmpty()) {
            LoadedServer.Question question = nodes.get(0).question(questions.getAndIncrement() / 2);
            untilAnswered(question);
            LockSupport.parkNanos(PACE_NANOS);
        }
    }

    /** At any server, and after a failure at any server once more, as devices do. */
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
            } catch (IOException gone) {
                failures.incrementAndGet();
            }
            LockSupport.parkNanos(PACE_NANOS);
        }
    }

    private void everythingIsKept(String url) throws Exception {
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
        System.err.printf(
                "%d answers acknowledged by servers that came and went, %d requests failed, 0 lost, 0 doubles%n",
                acknowledged.size(), failures.get());
    }
}
