package org.einlass.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
