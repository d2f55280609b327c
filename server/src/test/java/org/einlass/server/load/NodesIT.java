package org.einlass.server.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.einlass.launcher.ObstacleException;
import org.einlass.launcher.ServerHome;
import org.einlass.server.database.Databases;
import org.junit.jupiter.api.Test;

/**
 * Three servers on one PostgreSQL, each request to any of them: one is killed under load, the other two are updated to a
 * later version one after the other, while the rest answers.
 */
final class NodesIT {
    private static final String[] OPTIONS = {
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Deinlass.warmup=40", "-Deinlass.unknown-tokens.per-second=1000"
    };
    private static final int GUESTS = 2_000;
    private static final int ANSWERS_BETWEEN = 120;

    private final ServerHome home = new ServerHome(Path.of(System.getProperty("einlass.server.home", "target/server")));

    @Test
    void noAcknowledgedAnswerIsLostAndNobodyIsLetInTwiceWhileServersComeGoAndAreUpdated() throws Exception {
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
            ServerHome later = LaterVersion.of(home);
            try (LoadedServer firstUpdated = updated(first, later, clients)) {
                assertThatThrownBy(() -> second.again(home, OPTIONS))
                        .as("the old program, now that the tables are of the later one")
                        .isInstanceOf(ObstacleException.class)
                        .hasMessageContaining("written by a newer Einlass")
                        .message()
                        .hasLineCount(1);
                clients.awaitMoreAnswers(ANSWERS_BETWEEN);
                try (LoadedServer thirdUpdated = updated(third, later, clients)) {
                    assertThat(thirdUpdated.uri()).isNotEqualTo(firstUpdated.uri());
                    clients.end();
                }
            }
            assertThat(clients.failures())
                    .as("requests that met a server which went")
                    .isPositive();
            clients.everythingIsKept(first.url());
            System.err.printf(
                    "%d answers acknowledged by servers that came, went and were updated, %d requests failed, 0 lost, 0 doubles%n",
                    clients.acknowledged(), clients.failures());
        }
    }

    /** Ended, and started again with the later program on its folder: others answer meanwhile. */
    private static LoadedServer updated(LoadedServer node, ServerHome later, UntiringClients clients)
            throws InterruptedException {
        clients.leave(node);
        node.stop();
        LoadedServer again = node.again(later, OPTIONS);
        clients.join(again);
        clients.awaitMoreAnswers(ANSWERS_BETWEEN);
        return again;
    }
}
