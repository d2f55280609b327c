package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.einlass.contract.code.HelperCard;
import org.einlass.contract.id.EventId;
import org.einlass.quality.NeedsProgram;
import org.junit.jupiter.api.Test;

/** Helpers from the organiser's one line to what their devices hear, and the pages on which that is done. */
final class HelpersIT {
    private final String name = RunningServer.newEvent();
    private final String event = "events/" + name;
    private final ApiClient organiser = RunningServer.organiser();

    @Test
    void aHelperOfOneLineReachesTheDesksAndLeavesThemAgain() {
        JsonNode made = organiser
                .post(event + "/helpers", "{\"name\": \"Ayşe Öztürk\", \"work\": \"DESK\"}")
                .expect(200)
                .json();
        String helper = made.at("/helper/id").asText();
        HelperCard card = HelperCard.parse(made.path("card").asText()).orElseThrow();
        ApiClient desk = device("desk-1", "DESK");
        ApiClient door = device("door-1", "DOOR");

        JsonNode rows = beat(desk, "", "").path("helpers");

        assertThat(rows.at("/rows/0/lookup").asText()).isEqualTo(card.lookup(new EventId(name)));
        assertThat(rows.toString()).doesNotContain("Ayşe", card.text());
        assertThat(beat(desk, rows.path("mark").asText(), "").has("helpers")).isFalse();
        assertThat(beat(door, "", "").has("helpers")).as("not for doors").isFalse();
        byte[] badges = organiser.get(event + "/helpers/badges.pdf").expect(200).body();
        assertThat(new String(badges, 0, 5, ISO_8859_1)).isEqualTo("%PDF-");

        String lock = ", \"locks\": [{\"lookup\": \"" + card.lookup(new EventId(name))
                + "\", \"misses\": 5, \"until\": \"2032-07-04T09:13:00Z\"}]";
        beat(desk, rows.path("mark").asText(), lock);
        assertThat(organiser
                        .get(event + "/helpers")
                        .expect(200)
                        .json()
                        .at("/0/locks/0/device")
                        .asText())
                .isEqualTo("desk-1");
        assertThat(organiser
                        .get(event + "/audit")
                        .expect(200)
                        .json()
                        .path("entries")
                        .findValuesAsText("action"))
                .contains("HELPER_ADDED", "HELPER_LOCKED");
        assertThat(organiser.get(event + "/devices").expect(200).text())
                .as("no figure of a helper")
                .doesNotContain("misses", card.lookup(new EventId(name)));
        desk.post(event + "/heartbeat", "{\"contract\": 1, \"locks\": [{\"lookup\": \"x\", \"misses\": 5}]}")
                .expect(400);

        organiser.delete(event + "/helpers/" + helper).expect(204);
        assertThat(beat(desk, rows.path("mark").asText(), "").at("/helpers/rows"))
                .isEmpty();
        organiser.delete(event + "/helpers/" + helper).expect(404);
        organiser.get(event + "/helpers/badges.pdf").expect(404);
    }

    private ApiClient device(String id, String kind) {
        JsonNode enrolled = organiser
                .put(event + "/devices/" + id, "{\"kind\": \"" + kind + "\"}")
                .expect(200)
                .json();
        return organiser.as(enrolled.path("token").asText());
    }

    private JsonNode beat(ApiClient device, String mark, String more) {
        return device.post(event + "/heartbeat", "{\"contract\": 1, \"helpers\": \"" + mark + "\"" + more + "}")
                .expect(200)
                .json();
    }

    @Test
    void anOrganiserTakesInAndEndsHelpersOnThePage() {
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            browser.open("helpers.xhtml?event=" + name)
                    .type("helpers:name", "Ayşe Öztürk")
                    .choose("helpers:work", "BOTH")
                    .click("helpers:make");
            assertThat(browser.rows("taken:all"))
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .contains("Ayşe Öztürk", "Schalter und Tür");
            assertThat(browser.typed("helpers:name")).isEmpty();

            browser.click("taken:all:0:end");

            assertThat(browser.text()).contains("Der Ausweis gilt nicht mehr.");
            assertThat(browser.rows("taken:all")).isEmpty();
        }
    }

    /** The pages of helpers and devices, also while devices wait after a restore, on a desktop and on a phone. */
    @Test
    @NeedsProgram({"chromium", "chromedriver"})
    void thePagesOfHelpersAndDevicesAreInOrder() throws IOException {
        organiser
                .post(event + "/helpers", "{\"name\": \"Maximiliane von Hohenstein-Waldeck\", \"work\": \"BOTH\"}")
                .expect(200);
        organiser
                .post(event + "/helpers", "{\"name\": \"Bo\", \"work\": \"DOOR\"}")
                .expect(200);
        device("kiosk-1", "KIOSK");
        device("desk-1", "DESK");
        device("door-1", "DOOR");
        RestoredDevices.waits(RunningServer.data(), "desk-1");
        RestoredDevices.waits(RunningServer.data(), "kiosk-1");
        try (ChromiumBrowser browser = new ChromiumBrowser(organiser.server())) {
            browser.signInAsOrganiser(RunningServer.data(), "Helga Muster " + name)
                    .open("helpers.xhtml?event=" + name)
                    .sees("Maximiliane von Hohenstein-Waldeck")
                    .inOrder()
                    .open("devices.xhtml?event=" + name)
                    .sees("wartet auf Bestätigung")
                    .inOrder()
                    .click("reading:english")
                    .sees("waits to be confirmed")
                    .inOrder()
                    .open("helpers.xhtml?event=" + name)
                    .sees("Take in a helper")
                    .inOrder();
        }
    }
}
