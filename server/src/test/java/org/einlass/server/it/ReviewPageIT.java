package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.einlass.quality.NeedsProgram;
import org.junit.jupiter.api.Test;

/** A list is reviewed in a real browser: twins, spellings of organisations, and places without a name. */
@NeedsProgram({"chromium", "chromedriver"})
final class ReviewPageIT {
    private static final String LIST = """
            Schlüssel;Titel;Vorname;Nachname;Organisation;E-Mail;Programme;Ticketcode;Kategorie
            A1;Dr.;Eva;Schmidt;Stadt Gera;e.schmidt@gera.example;egk;REVIEW-1;Teilnehmer
            B7;;Eva;Schmidt;Gera;eva@privat.example;itls;REVIEW-2;Teilnehmer
            C1;;Karl-Friedrich;von und zu Hohenstein-Wittgenstein;Ministerium des Innern;k@a.example;egk;REVIEW-3;Teilnehmer
            C2;;Karl-Friedrich;von und zu Hohenstein-Wittgenstein;Min. d. Innern;k@a.example;egk;REVIEW-4;Teilnehmer
            D1;;Ayşe;Yılmaz;MI;y@a.example;egk;REVIEW-5;Teilnehmer
            E1;;;N.N.;Stadt Erfurt;;egk;REVIEW-6;Teilnehmer
            """;

    private final ApiClient organiser = RunningServer.organiser();
    private final String event = RunningServer.newEvent();

    @Test
    void twinsAreDecidedSideBySideAndEachDecisionIsTakenBack() throws IOException {
        organiser.upload("events/" + event + "/import", LIST.getBytes(UTF_8)).expect(200);
        try (ChromiumBrowser browser = new ChromiumBrowser(organiser.server())) {
            browser.signInAsOrganiser(RunningServer.data(), "Prüfung " + event)
                    .open("registrations.xhtml?event=" + event)
                    .follow("Liste prüfen")
                    .sees("Gleicher Name und ähnliche Organisation")
                    .inOrder()
                    .picture("review-desktop-de", 1280, 800)
                    .picture("review-phone-de", 390, 844);
            browser.click("twins:pairs:0:two").sees("Das sind zwei Personen");
            assertThat(twins()).hasSize(1);
            browser.click("twins:pairs:0:first").sees("beide Tickets gelten für eine Anmeldung");
            assertThat(twins()).isEmpty();
            browser.sees("Niemand scheint doppelt angemeldet zu sein.")
                    .inOrder()
                    .picture("review-decided-desktop-de", 1280, 800);
            browser.click("twins:merged:0:split").sees("Wieder getrennt");
            browser.click("twins:distinct:0:forget").sees("Sie werden wieder vorgeschlagen.");
            assertThat(twins()).hasSize(2);
        }
    }

    @Test
    void spellingsAreAcceptedRefusedEnteredAndTakenBackByKeyboard() throws IOException {
        organiser.upload("events/" + event + "/import", LIST.getBytes(UTF_8)).expect(200);
        try (ChromiumBrowser browser = new ChromiumBrowser(organiser.server())) {
            browser.byKeyboard()
                    .signInAsOrganiser(RunningServer.data(), "Schreibweisen " + event)
                    .open("review.xhtml?event=" + event)
                    .sees("→ Ministerium des Innern")
                    .sees("Plätze ohne Namen: 1");
            browser.click("spellings:suggested:0:refuse").sees("Diese Organisation steht für sich.");
            browser.click("spellings:suggested:0:accept").sees("Beide zählen jetzt als eine Organisation.");
            browser.sees("Es gibt keinen Vorschlag mehr.");
            browser.type("spellings:spelling", "Gera")
                    .type("spellings:organisation", "Stadt Gera")
                    .click("spellings:add")
                    .sees("→ Stadt Gera");
            assertThat(aliases().path("reviewed")).hasSize(3);
            browser.click("reading:english")
                    .click("reading:contrast")
                    .sees("Review the list")
                    .inOrder()
                    .picture("review-desktop-en-contrast", 1280, 800)
                    .picture("review-phone-en-contrast", 390, 844);
            browser.click("spellings:reviewed:0:remove").sees("Taken back.");
            assertThat(aliases().path("reviewed")).hasSize(2);
        }
    }

    private JsonNode twins() {
        return organiser.get("events/" + event + "/twins").expect(200).json().path("pairs");
    }

    private JsonNode aliases() {
        return organiser
                .get("events/" + event + "/organisation-aliases")
                .expect(200)
                .json();
    }
}
