package org.einlass.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who makes genuine codes without the server: staffed desks, and nobody else. */
final class DeskSheetIT {
    private final ApiClient organiser = RunningServer.organiser();
    private final String event = RunningServer.newEvent();

    @Test
    void aDeskIsToldTheLetterBoxAndTheTagKeyAlwaysTheSame() {
        ApiClient desk = enrolled("DESK");

        JsonNode first = sheet(desk);
        JsonNode second = sheet(desk);

        assertThat(first.at("/desk/tagKey/secret").asText()).matches("[0-9a-f]{64}");
        assertThat(first.at("/desk/letterBox").asText()).isNotEmpty();
        assertThat(first.at("/desk/areas")).isNotEmpty();
        assertThat(second.at("/desk")).isEqualTo(first.at("/desk"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"KIOSK", "DOOR"})
    void nobodyElseIs(String kind) {
        sheet(enrolled("DESK"));

        JsonNode sheet = sheet(enrolled(kind));

        assertThat(sheet.has("desk")).isFalse();
        assertThat(sheet.toString()).doesNotContain("tagKey");
    }

    private ApiClient enrolled(String kind) {
        String token = organiser
                .put("events/" + event + "/devices/" + kind.toLowerCase(Locale.ROOT), "{\"kind\": \"" + kind + "\"}")
                .expect(200)
                .json()
                .path("token")
                .asText();
        return organiser.as(token);
    }

    private JsonNode sheet(ApiClient device) {
        return device.get("events/" + event + "/doors/main").expect(200).json();
    }
}
