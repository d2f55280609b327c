package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** How the running server is: as JSON, as metrics, as a page, and as a text for helpers. */
final class HealthIT {
    private final ApiClient organiser = RunningServer.organiser();

    @Test
    void saysOfEachSubjectHowItIs() {
        JsonNode readings = organiser.get("health").expect(200).json();

        assertThat(readings).hasSize(9);
        assertThat(readings.at("/0/subject").asText()).isEqualTo("STORE");
        assertThat(readings.at("/0/level").asText()).isEqualTo("GOOD");
        assertThat(readings.at("/0/sentence").asText()).isEqualTo("Die Datenbank liest und schreibt.");
    }

    @Test
    void metricsAreReadByProgramsWithAToken() {
        ApiClient.Reply metrics = organiser.get("health/metrics").expect(200);

        assertThat(metrics.type()).startsWith("application/openmetrics-text");
        assertThat(metrics.text())
                .contains("# TYPE einlass_store_usable gauge\neinlass_store_usable 1.0\n", "einlass_disk_free_bytes ")
                .contains("einlass_health_level{subject=\"clock\"} 0")
                .endsWith("# EOF\n");
    }

    @Test
    void theTextForHelpersIsPlain() {
        ApiClient.Reply text = organiser.get("health/support").expect(200);

        assertThat(text.type()).startsWith("text/plain");
        assertThat(text.text())
                .startsWith("Einlass\njava: ")
                .doesNotContain(RunningServer.data().toString());
    }

    @Test
    void statusIsNotReadyWhileTheWriterHangsAndIsAgainOnceItGoesOn() throws SQLException {
        String event = "events/" + RunningServer.newEvent();
        await(HealthIT::isReady);
        try (Connection other = DriverManager.getConnection(
                        "jdbc:sqlite:" + RunningServer.data().resolve("einlass.db") + "?busy_timeout=60000");
                Statement lock = other.createStatement()) {
            lock.execute("begin immediate");
            CompletableFuture<ApiClient.Reply> writing =
                    organiser.later("PUT", event, "application/json", Samples.EVENT.getBytes(UTF_8), Locale.ENGLISH);

            await(() -> !isReady());

            lock.execute("rollback");
            writing.join().expect(200);
        }
        await(HealthIT::isReady);
    }

    private static boolean isReady() {
        return RunningServer.nobody()
                .get("status")
                .expect(200)
                .json()
                .path("ready")
                .asBoolean();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for a minute").isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }

    @Test
    void thePageShowsTheWorstFirstInBothLanguages() {
        try (ConsoleBrowser german = ConsoleBrowser.organiser();
                ConsoleBrowser english = ConsoleBrowser.organiser("en")) {
            assertThat(german.open("health.xhtml").text())
                    .contains("Zustand", "✓ Datenbank", "Die Datenbank liest und schreibt.");
            assertThat(english.open("health.xhtml").text())
                    .contains("Health", "✓ Database", "The database reads and writes.");
        }
    }
}
