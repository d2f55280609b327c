package org.einlass.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.einlass.quality.NeedsProgram;
import org.junit.jupiter.api.Test;

/** Places are given to organisations and roles in a real browser, held without names, and taken back. */
@NeedsProgram({"chromium", "chromedriver"})
final class ContingentPageIT {
    private static final String RECEIVER = "<b>Staatskanzlei</b> & Gäste";

    private final ApiClient organiser = RunningServer.organiser();
    private final String event = RunningServer.newEvent();

    @Test
    void placesAreGivenHeldAndTakenBack() throws IOException {
        try (ChromiumBrowser browser = new ChromiumBrowser(organiser.server())) {
            browser.signInAsOrganiser(RunningServer.data(), "Kontingente " + event)
                    .open("registrations.xhtml?event=" + event)
                    .follow("Kontingente")
                    .sees("Noch hat keine Organisation ein Kontingent.")
                    .inOrder();
            browser.type("give:organisation", RECEIVER)
                    .type("give:places", "12")
                    .click("give:save")
                    .sees(RECEIVER + ": 12 Plätze.")
                    .sees("12 Plätze frei");
            browser.type("give:organisation", RECEIVER)
                    .type("give:role", "Begleitung")
                    .type("give:places", "3")
                    .click("give:save")
                    .sees(RECEIVER + " – Begleitung: 3 Plätze.");
            browser.click("contingents:all:1:hold")
                    .sees("3 Plätze sind angelegt")
                    .sees("alle vergeben");
            assertThat(contingents().at("/1/taken").asInt()).isEqualTo(3);
            browser.inOrder().picture("contingents-desktop-de", 1280, 800).picture("contingents-phone-de", 390, 844);

            browser.type("give:organisation", RECEIVER)
                    .type("give:role", "Begleitung")
                    .type("give:places", "2")
                    .click("give:save")
                    .sees("eine Person zu viel");

            browser.click("contingents:all:0:remove").sees("Wer einen Platz hat, behält ihn.");
            assertThat(contingents()).hasSize(1);
            browser.click("give:save").sees("12 Plätze frei");
            assertThat(contingents()).hasSize(2);
        }
    }

    @Test
    void whatDoesNotFitIsSaidBesideWhatWasTyped() throws IOException {
        try (ChromiumBrowser browser = new ChromiumBrowser(organiser.server())) {
            browser.signInAsOrganiser(RunningServer.data(), "Kontingente falsch " + event)
                    .open("contingents.xhtml?event=" + event);
            browser.type("give:places", "12").click("give:save").sees("Es fehlt, wem die Plätze gehören.");
            browser.type("give:organisation", "Stadt Gera")
                    .retype("give:places", "elf")
                    .click("give:save")
                    .sees("Das ist keine Zahl von Plätzen.");
            browser.retype("give:places", "2001").click("give:save").sees("Möglich sind 1 bis 2000 Plätze.");
            assertThat(contingents()).isEmpty();
        }
    }

    private JsonNode contingents() {
        return organiser.get("events/" + event + "/contingents").expect(200).json();
    }
}
