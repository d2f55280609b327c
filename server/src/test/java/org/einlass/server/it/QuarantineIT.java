package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What devices reported and what became no fact, or no longer counts, in the organiser's hands. */
final class QuarantineIT {
    private static final String WHY = "{\"reason\": \"Anruf der Helferin um 9:12\"}";

    private final ApiClient organiser = RunningServer.organiser();
    private final ApiClient auditor = organiser.as(Auditors.token(RunningServer.data()));
    private final String event = "events/" + RunningServer.newEvent();
    private final ReportedEntries entries = new ReportedEntries();
    private final ApiClient kiosk = enrol("kiosk-1");

    @Test
    void organiserAndAuditorReadWhatBecameNoFactAndWhy() {
        String counted = entries.counted("arena", 5);
        report(counted);

        JsonNode entry = auditor.get(event + "/quarantine").expect(200).json().at("/entries/0");

        assertThat(organiser.get(event + "/quarantine").expect(200).json().at("/entries/0"))
                .isEqualTo(entry);
        assertThat(entry.path("device").asText()).isEqualTo("kiosk-1");
        assertThat(entry.path("reason").asText()).contains("KIOSK");
        assertThat(entry.path("sequence").asLong()).isEqualTo(1);
        assertThat(entry.path("body").asText()).contains("\"people\":5");
        assertThat(entry.has("decision")).isFalse();
    }

    @Test
    void anEntryThatIsReleasedIsAFactOnceAndForAll() {
        String counted = entries.counted("arena", 5);
        report(counted);

        JsonNode released = decide("release", WHY).expect(200).json();

        assertThat(released.at("/decision/fate").asText()).isEqualTo("RELEASED");
        assertThat(released.at("/decision/reason").asText()).isEqualTo("Anruf der Helferin um 9:12");
        assertThat(report(counted)).isEqualTo("KNOWN");
        assertThat(open()).isEmpty();
        assertThat(decided()).hasSize(1);
    }

    @Test
    void anEntryThatIsDismissedStaysWhatItIsHoweverOftenItIsReported() {
        String counted = entries.counted("arena", 5);
        report(counted);

        JsonNode dismissed = decide("dismiss", WHY).expect(200).json();

        assertThat(dismissed.at("/decision/fate").asText()).isEqualTo("DISMISSED");
        assertThat(report(counted)).isEqualTo("QUARANTINED");
        assertThat(open()).isEmpty();
        assertThat(decided()).hasSize(1);
    }

    @Test
    void anOrganiserDecidesOnThePageWithAReasonAndAnAuditorOnlyReads() {
        report(entries.counted("arena", 5));
        String page = event.replace("events/", "quarantine.xhtml?event=");
        try (ConsoleBrowser browser = ConsoleBrowser.organiser();
                ConsoleBrowser reader = ConsoleBrowser.auditor()) {
            reader.open(page).click("quarantine:entries:0:look");
            assertThat(reader.text()).contains("\"people\" : 5").doesNotContain("Verwerfen");

            browser.open(page).click("quarantine:entries:0:look").click("quarantine:release");
            assertThat(browser.text()).contains("Der Grund fehlt.");
            browser.type("quarantine:reason", "Anruf der Helferin <um> 9:12").click("quarantine:release");
            assertThat(browser.text()).contains("Der Eintrag zählt jetzt.", "Nichts wartet auf eine Entscheidung.");
            browser.click("quarantine:decided");
            assertThat(browser.text()).contains("✓ zählt (Anruf der Helferin <um> 9:12)");
        }
        assertThat(decided().get(0).at("/decision/by").asText()).startsWith("person:");
    }

    @Test
    void anEntryIsDecidedOnceWithAReasonAndOnlyIfItIsThere() {
        report(entries.counted("arena", 5));
        String path = path("dismiss");

        organiser.post(path, "{}").expect(400);
        organiser.post(path, "{\"reason\": \" \"}").expect(400);
        organiser.post(path, WHY).expect(200);
        organiser.post(path, WHY).expect(409);
        organiser.post(path.replace("/dismiss", "/release"), WHY).expect(409);
        organiser.post(event + "/quarantine/kiosk-1/nothing/dismiss", WHY).expect(404);
    }

    @Test
    void whatNobodyUnderstandsCanBeDismissedOnly() {
        report(entries.entry("levitated", UUID.randomUUID(), "\"height\": 3"));

        assertThat(decide("release", WHY).expect(409).type()).startsWith("application/problem+json");

        assertThat(open()).hasSize(1);
        decide("dismiss", WHY).expect(200);
    }

    @Test
    void aRevokedDevicesEntryCanBeReleased() {
        String scanned = entries.scanned(UUID.randomUUID(), "main");
        organiser.delete(event + "/devices/kiosk-1").expect(204);
        assertThat(report(scanned)).isEqualTo("QUARANTINED");

        decide("release", WHY).expect(200);

        assertThat(open()).isEmpty();
    }

    @Test
    void entriesComePageByPage() {
        for (int people = 1; people <= 3; people++) {
            report(entries.counted("arena", people));
        }

        JsonNode first = organiser.get(event + "/quarantine?most=2").expect(200).json();
        String next = first.path("next").asText().replace(" ", "%20");
        JsonNode second =
                organiser.get(event + "/quarantine?after=" + next).expect(200).json();

        assertThat(first.path("entries")).hasSize(2);
        assertThat(second.path("entries")).hasSize(1);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void aDevicesFactsAreSetAsideFromAMomentOnAndTakenBack() {
        organiser.upload(event + "/import", Samples.LIST.getBytes(UTF_8)).expect(200);
        JsonNode sheet = kiosk.get(event + "/doors/main").expect(200).json();
        kiosk.post(event + "/journal", ScanToReportIT.report(UUID.randomUUID(), "LIVE", sheet))
                .expect(200);
        String path = event + "/exclusions/kiosk-1";
        assertThat(attendance()).contains("Gesamt;Insgesamt;total;2;1;");

        organiser.put(path, "{\"from\": \"2022-07-04T06:00:00Z\"}").expect(200);
        assertThat(attendance()).contains("Gesamt;Insgesamt;total;2;0;");
        JsonNode excluded = auditor.get(event + "/exclusions").expect(200).json();
        assertThat(excluded.at("/0/device").asText()).isEqualTo("kiosk-1");
        assertThat(excluded.at("/0/by").asText()).startsWith("token:");
        organiser.put(path, "{\"from\": \"2022-07-05T06:00:00Z\"}").expect(200);
        assertThat(attendance()).contains("Gesamt;Insgesamt;total;2;1;");

        organiser.put(path, "{\"from\": \"2022-07-04T06:00:00Z\"}").expect(200);
        organiser.delete(path).expect(204);
        assertThat(attendance()).contains("Gesamt;Insgesamt;total;2;1;");
        assertThat(organiser.get(event + "/exclusions").expect(200).json()).isEmpty();
        organiser.put(path, "{}").expect(400);
        organiser
                .put(event + "/exclusions/nobody", "{\"from\": \"2022-07-05T06:00:00Z\"}")
                .expect(404);
    }

    private String attendance() {
        return organiser.get(event + "/reports/attendance.csv").expect(200).text();
    }

    private String report(String entry) {
        return kiosk.post(event + "/journal", entries.report(entry))
                .expect(200)
                .json()
                .at("/entries/0/fate")
                .asText();
    }

    private JsonNode open() {
        return organiser.get(event + "/quarantine").expect(200).json().path("entries");
    }

    private JsonNode decided() {
        return organiser
                .get(event + "/quarantine?decided=true")
                .expect(200)
                .json()
                .path("entries");
    }

    private ApiClient.Reply decide(String what, String why) {
        return organiser.post(path(what), why);
    }

    private String path(String what) {
        String content = open().path(0).path("content").asText();
        return event + "/quarantine/kiosk-1/" + content + "/" + what;
    }

    private ApiClient enrol(String id) {
        return organiser.as(organiser
                .put(event + "/devices/" + id, "{\"kind\": \"KIOSK\"}")
                .expect(200)
                .json()
                .path("token")
                .asText());
    }
}
