package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.einlass.launcher.DataFolder;
import org.einlass.launcher.ObstacleException;
import org.einlass.launcher.ServerProcess;
import org.einlass.server.database.Databases;
import org.junit.jupiter.api.Test;

/** Two servers on one PostgreSQL: the second one is given the folder of keys, and nothing else. */
final class SecondNodeIT {

    @Test
    void aSecondNodeWithTheKeysGivesTheSameAnswersAndOneWithoutThemIsRefused() throws Exception {
        String database = "-Deinlass.database=" + Databases.POSTGRESQL.fresh(Path.of("."));
        DataFolder first = RunningServer.freshData();
        DataFolder second = RunningServer.freshData();
        DataFolder stranger = RunningServer.freshData();
        try (ServerProcess one = ServerProcess.start(RunningServer.plan(first, database))) {
            ApiClient organiser = RunningServer.organiser(one, first);
            organiser.put("events/two", Samples.EVENT).expect(200);
            organiser.upload("events/two/import", Samples.LIST.getBytes(UTF_8)).expect(200);
            ApiClient kiosk = organiser.as(organiser
                    .put("events/two/devices/kiosk-1", "{\"kind\": \"KIOSK\"}")
                    .expect(200)
                    .json()
                    .path("token")
                    .asText());
            String question = Samples.question(UUID.randomUUID(), "once", "SHOP-1");
            String answer = kiosk.post("events/two/scans", question).expect(200).text();

            assertThatThrownBy(() -> ServerProcess.start(RunningServer.plan(stranger, database)))
                    .isInstanceOf(ObstacleException.class)
                    .hasMessageContaining("einlass.key");

            copyKeys(first, second);
            try (ServerProcess two = ServerProcess.start(RunningServer.plan(second, database))) {
                ApiClient there = new ApiClient(two.uri(), kiosk.token());
                assertThat(there.post("events/two/scans", question).expect(200).text())
                        .isEqualTo(answer)
                        .contains("ADMITTED");
                assertThat(there.post("events/two/scans", Samples.question(UUID.randomUUID(), "once", "SHOP-1"))
                                .expect(200)
                                .json()
                                .path("verdict")
                                .asText())
                        .as("used at the other node")
                        .isEqualTo("REFUSED");
            }
        }
    }

    private static void copyKeys(DataFolder from, DataFolder to) throws IOException {
        Path keys = Files.createDirectories(to.folder().resolve("keys"));
        try (Stream<Path> all = Files.list(from.folder().resolve("keys"))) {
            for (Path key : all.toList()) {
                Files.copy(key, keys.resolve(String.valueOf(key.getFileName())));
            }
        }
    }
}
