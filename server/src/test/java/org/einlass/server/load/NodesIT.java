package org.einlass.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.einlass.launcher.ServerHome;
import org.einlass.server.database.Databases;
import org.junit.jupiter.api.Test;

/**
 * Three servers on one PostgreSQL, each request to any of them: one is killed under load, the other two are started
 * again one after the other.
 */
final class NodesIT {
    private static final String[] OPTIONS = {
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Deinlass.warmup=40", "-Deinlass.unknown-tokens.per-second=1000"
    };
    private static final int GUESTS = 2_000;
    private static final int ANSWERS_BETWEEN = 120;

    private final ServerHome home = new ServerHome(Path.of(System.getProperty("einlass.server.home", "target/server")));

    @Test
    void noAcknowledgedAnswerIsLostAndNobodyIsLetInTwiceWhileServersComeAndGo() throws Exception {
        LoadedServer first = LoadedServer.open(Databases.POSTGRESQL, home, GUESTS, OPTIONS);
        try (first;
                LoadedServer second = first.node(home, OPTIONS);
                LoadedServer third = first.node(home, OPTIONS)) {
            UntiringClients clients = new UntiringClients(List.of(first, second, third));
            clients.start();
            clients.awaitMoreAnswers(ANSWERS_BETWEEN);

            second.kill();
            int before = clients.failures();
            while (clients.failures() == before) {
                LockSupport.parkNanos(UntiringClients.PACE_NANOS);
            }
            clients.leave(second);
            clients.awaitMoreAnswers(ANSWERS_BETWEEN);
            try (LoadedServer firstAgain = startedAgain(first, clients);
                    LoadedServer thirdAgain = startedAgain(third, clients)) {
                assertThat(List.of(firstAgain, thirdAgain)).doesNotHaveDuplicates();
                clients.end();
            }
            assertThat(clients.failures())
                    .as("requests that met a server which went")
                    .isPositive();
            clients.everythingIsKept(first.url());
            System.err.printf(
                    "%d answers acknowledged by servers that came and went, %d requests failed, 0 lost, 0 doubles%n",
                    clients.acknowledged(), clients.failures());
        }
    }

    /** A rolling restart: others answer meanwhile. */
    private LoadedServer startedAgain(LoadedServer node, UntiringClients clients) throws InterruptedException {
        clients.leave(node);
        node.stop();
        LoadedServer again = node.again(home, OPTIONS);
        clients.join(again);
        clients.awaitMoreAnswers(ANSWERS_BETWEEN);
        return again;
    }
}
