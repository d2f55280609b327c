package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an organiser or a script writes and the server does not understand is refused by name, and nothing is
 * done.
 */
final class NotUnderstoodIT {
    private final ApiClient organiser = RunningServer.organiser();
    private final String event = "events/" + RunningServer.newEvent();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "opens"                 | "openes"                | openes
            "permitted": 900        | "capacity": 900         | areas[0].capacity
            "permitted": 900        | "permitted": 900.7      | areas[0].permitted
            "repetition": "ONCE"    | "repitition": "ONCE"    | doors[1].rule.repitition
            "english": "Crew"       | "english": "Crew", "fr": "" | categories[1].title.fr
            """)
    void aFieldOfTheEventThatIsNotKnownIsRefusedAtItsPlace(String known, String written, String place) {
        String before = organiser.get(event).expect(200).text();

        ApiClient.Reply reply = organiser.put(event, Samples.EVENT.replaceFirst(known, written));

        assertRefused(reply, place);
        assertThat(organiser.get(event).expect(200).text()).isEqualTo(before);
    }

    @Test
    void theNamesThatExistAreTold() {
        ApiClient.Reply reply = organiser.put(event, Samples.EVENT.replace("permitted", "capacity"));

        assertThat(reply.json().path("remedy").asText()).contains("permitted").contains("headCount");
    }

    @Test
    void aFieldOfADeviceThatIsNotKnownGivesItNoToken() {
        ApiClient.Reply reply =
                organiser.put(event + "/devices/kiosk-1", "{\"kind\": \"KIOSK\", \"door\": [\"main\"]}");

        assertRefused(reply, "door");
        assertThat(organiser.get(event + "/devices").expect(200).json()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?dryrun=true", "?dry-run=true", "?dry_run=1", "?simulate", ";dryRun=true"})
    void aTrialRunWithASlipInItsNameImportsNothing(String query) {
        ApiClient.Reply reply = organiser.upload(event + "/import" + query, Samples.LIST.getBytes(UTF_8));

        assertThat(reply.expect(400).json().path("type").asText()).isEqualTo("urn:einlass:problem:bad-value");
        assertThat(organiser.get(event + "/registrations").expect(200).json().path("registrations"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "registrations?mots=2, mots",
        "registrations?most=two, most",
        "registrations?most=1&most=2, most",
        "quarantine?decided=1, decided",
        "devices?kind=KIOSK, kind",
        "badge-layouts/a6?category=nobody, category",
        "badge-layouts/a6/longest.png?category=NO%20BODY, category",
        "registrations;key=A1, key"
    })
    void aParameterThatWouldBeIgnoredIsRefused(String request, String name) {
        assertRefused(organiser.get(event + "/" + request), name);
    }

    @Test
    void aHoleInAListIsRefusedAtItsPlace() {
        organiser.put(event + "/devices/kiosk-1", "{\"kind\": \"KIOSK\"}").expect(200);

        assertRefused(organiser.put(event + "/devices/kiosk-1/doors", "{\"doors\": [null]}"), "doors[0]");
        assertRefused(organiser.post(event + "/device-confirmations", "{\"devices\": [null]}"), "devices[0]");
        assertRefused(organiser.put(event, Samples.EVENT.replace("\"doors\": [", "\"doors\": [null, ")), "doors[0]");
    }

    @Test
    void aNewerDeviceMaySayMoreThanThisServerUnderstands() {
        ApiClient kiosk = organiser.as(organiser
                .put(event + "/devices/kiosk-1", "{\"kind\": \"KIOSK\"}")
                .expect(200)
                .json()
                .path("token")
                .asText());
        ReportedEntries entries = new ReportedEntries();
        String question = Samples.question(UUID.randomUUID(), "main", "SHOP-1").replaceFirst("\\{", "{\"mood\": 1, ");
        String report =
                entries.report(entries.scanned(UUID.randomUUID(), "main")).replaceFirst("\\{", "{\"mood\": 1, ");

        kiosk.post(event + "/scans", question).expect(200);
        assertThat(kiosk.post(event + "/journal", report)
                        .expect(200)
                        .json()
                        .at("/entries/0/fate")
                        .asText())
                .isEqualTo("ACCEPTED");
    }

    private static void assertRefused(ApiClient.Reply reply, String field) {
        assertThat(reply.expect(400).json().path("type").asText()).isEqualTo("urn:einlass:problem:bad-value");
        assertThat(reply.json().path("field").asText()).isEqualTo(field);
    }
}
