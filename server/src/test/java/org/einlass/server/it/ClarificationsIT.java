package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is to be clarified, over the interface: read by organiser and desk, settled with a reason and audited. */
final class ClarificationsIT {
    private final ApiClient organiser = RunningServer.organiser();
    private final String event = "events/" + RunningServer.newEvent();
    private final ApiClient desk = organiser.as(organiser
            .put(event + "/devices/desk-1", "{\"kind\": \"DESK\", \"title\": \"Schalter 1\"}")
            .expect(200)
            .json()
            .path("token")
            .asText());

    @Test
    void whatADeskReportsWithoutItsOtherHalfIsReadAndSettledWithAReason() {
        organiser.upload(event + "/import", Samples.LIST.getBytes(UTF_8)).expect(200);
        ReportedEntries entries = new ReportedEntries();
        desk.post(event + "/journal", entries.report(entries.undone(UUID.randomUUID())))
                .expect(200);

        JsonNode page = desk.get(event + "/clarifications").expect(200).json();

        assertThat(page.path("total").asInt()).isEqualTo(1);
        assertThat(page.at("/items/0/kind").asText()).isEqualTo("DANGLING");
        assertThat(page.at("/items/0/stories/0/device").asText()).isEqualTo("Schalter 1");
        assertThat(page.toString()).doesNotContain("operator");
        String path = event + "/clarifications/" + page.at("/items/0/id").asText() + "/settlement";
        organiser.post(path, "{}").expect(400);
        organiser.post(path, "{\"reason\": \"CHECKED\"}").expect(200);
        organiser.post(path, "{\"reason\": \"CHECKED\"}").expect(404);
        assertThat(organiser
                        .get(event + "/clarifications")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt(-1))
                .isZero();
        assertThat(organiser
                        .get(event + "/audit?action=CONFLICT_SETTLED")
                        .expect(200)
                        .text())
                .contains("CONFLICT_SETTLED");
        assertThat(organiser.get(event + "/quotas").expect(200).text()).doesNotContain("einlass-server");
        organiser.get(event + "/clarifications?after=x").expect(400);
    }

    @Test
    void aDeskOpensItsCounterAndHearsWhomAKioskSendsThere() {
        ApiClient kiosk = organiser.as(organiser
                .put(event + "/devices/kiosk-3", "{\"kind\": \"KIOSK\", \"title\": \"Kiosk 3\"}")
                .expect(200)
                .json()
                .path("token")
                .asText());
        String guest = "{\"scan\": \"" + UUID.randomUUID() + "\", \"cause\": \"REFUSED\", \"refusal\": \"BLOCKED\"}";
        assertThat(kiosk.post(event + "/counters/guests", guest)
                        .expect(200)
                        .json()
                        .has("counter"))
                .isFalse();
        String open = "{\"name\": \"Akkreditierung\", \"open\": true}";
        desk.put(event + "/counters/own", open).expect(200);

        assertThat(kiosk.post(event + "/counters/guests", guest)
                        .expect(200)
                        .json()
                        .path("counter")
                        .asText())
                .isEqualTo("Akkreditierung");

        JsonNode expected = desk.put(event + "/counters/own", open).expect(200).json();
        assertThat(expected.at("/guests/0/kiosk").asText()).isEqualTo("Kiosk 3");
        assertThat(expected.at("/guests/0/refusal").asText()).isEqualTo("BLOCKED");
        desk.put(event + "/counters/own", "{\"name\": \"\", \"open\": true}").expect(400);
        desk.put(event + "/counters/own", "{\"name\": \"2\", \"opened\": true}").expect(400);
        kiosk.post(event + "/counters/guests", "{\"cause\": \"REFUSED\"}").expect(400);
    }
}
