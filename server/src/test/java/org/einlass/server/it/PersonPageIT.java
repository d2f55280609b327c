package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.einlass.quality.NeedsProgram;
import org.junit.jupiter.api.Test;

/** One person's page and the way there, in a real browser. */
@NeedsProgram({"chromium", "chromedriver"})
final class PersonPageIT {
    private static final String LIST = """
            Schlüssel;Vorname;Nachname;Organisation;Programme;Ticketcode;Kategorie
            A1;Jördis;Müller-Lüdenscheidt;Thüringer Finanzministerium;egk;PERSON-1;Teilnehmer
            A2;Jördis;Lüdenscheidt;Zweckverband Kommunale Datenverarbeitung;itls;PERSON-2;Team
            A3;Ömer;Çelik;Amt Altenburg;egk;PERSON-3;Teilnehmer
            """;

    private final ApiClient organiser = RunningServer.organiser();
    private final String event = RunningServer.newEvent();

    @Test
    void aPersonIsReachedByKeyboardAndTheirTicketAndBadgeAreFiles() throws IOException {
        organiser.upload("events/" + event + "/import", LIST.getBytes(UTF_8)).expect(200);
        try (ChromiumBrowser browser = new ChromiumBrowser(organiser.server())) {
            browser.byKeyboard()
                    .signInAsOrganiser(RunningServer.data(), "Tasten " + event)
                    .open("registrations.xhtml?event=" + event)
                    .type("people:text", "muller lud")
                    .misses("Çelik")
                    .reaches("Müller-Lüdenscheidt, Jördis")
                    .showsFocus()
                    .follow("Müller-Lüdenscheidt, Jördis")
                    .sees("Noch war diese Person an keiner Tür.");
            isPdf(browser.downloads("one:ticket"), "ticket.pdf");
            isPdf(browser.downloads("one:badge"), "badge.pdf");
            browser.click("acts:cancel").sees("Storniert").click("one:badge").sees("gibt es kein Namensschild");
        }
    }

    @Test
    void anotherRegistrationIsFoundMergedAndSplitAgainAndTheHistoryTellsIt() throws IOException {
        organiser.upload("events/" + event + "/import", LIST.getBytes(UTF_8)).expect(200);
        try (ChromiumBrowser browser = new ChromiumBrowser(organiser.server())) {
            browser.signInAsOrganiser(RunningServer.data(), "Zusammen " + event)
                    .open("registrations.xhtml?event=" + event)
                    .follow("Müller-Lüdenscheidt, Jördis")
                    .press("Mit einer anderen Anmeldung zusammenführen")
                    .click("merge:find")
                    .sees("Bitte einen Namen oder eine Organisation eingeben.")
                    .press("Mit einer anderen Anmeldung zusammenführen")
                    .type("merge:text", "niemand")
                    .click("merge:find")
                    .sees("Niemand gefunden.")
                    .retype("merge:text", "lüdenscheidt")
                    .click("merge:find")
                    .sees("Zweckverband Kommunale Datenverarbeitung")
                    .inOrder()
                    .phonePicture("person-merge-phone-de")
                    .click("merge:found:0:go")
                    .sees("beide Tickets gelten für eine Anmeldung")
                    .sees("E-Government-Kongress, IT-Leistungsschau")
                    .inOrder()
                    .picture("person-merged-desktop-de", 1280, 800)
                    .phonePicture("person-merged-phone-de");
            assertThat(people()).isEqualTo(2);
            browser.click("merge:merged:0:split").sees("Wieder getrennt").sees("Programme: E-Government-Kongress, IT");
            assertThat(people()).isEqualTo(3);
        }
    }

    @Test
    void theTableIsSortedAsItsReaderWants() throws IOException {
        organiser.upload("events/" + event + "/import", LIST.getBytes(UTF_8)).expect(200);
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            browser.open("registrations.xhtml?event=" + event);
            assertThat(browser.words("people:table"))
                    .containsSubsequence("Çelik", "Lüdenscheidt, Jördis", "Müller-Lüdenscheidt");
            browser.choose("people:order", "ORGANISATION").click("people:find");
            assertThat(browser.words("people:table")).containsSubsequence("Amt", "Thüringer", "Zweckverband");
            browser.choose("people:order", "CATEGORY").click("people:find");
            assertThat(browser.words("people:table")).containsSubsequence("Team", "Teilnehmer", "Teilnehmer");
        }
    }

    private int people() {
        return organiser
                .get("events/" + event + "/registrations")
                .expect(200)
                .json()
                .path("registrations")
                .size();
    }

    private static void isPdf(Path file, String name) throws IOException {
        assertThat(file).hasFileName(name);
        assertThat(Files.readString(file, ISO_8859_1)).startsWith("%PDF").contains("%%EOF");
    }
}
