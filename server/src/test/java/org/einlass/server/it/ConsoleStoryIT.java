package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.einlass.contract.account.OrganiserLink;
import org.einlass.quality.NeedsProgram;
import org.einlass.server.device.enrolment.EnrollingDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An organiser prepares a congress in a real browser, from the link of the first start to a person's page.
 */
@NeedsProgram({"chromium", "chromedriver"})
final class ConsoleStoryIT {
    private static final int MOST_STEPS = 90;

    @TempDir
    Path folder;

    @Test
    void anOrganiserPreparesACongress() throws IOException {
        OrganiserLink link = OrganiserLink.next(new SecureRandom(), Instant.now());
        try (ChromiumBrowser browser =
                new ChromiumBrowser(RunningServer.organiser().server())) {
            link.write(RunningServer.data());

            browser.open("first-organiser.xhtml#" + link.secret())
                    .inOrder()
                    .type("first:name", "Erika Beispiel")
                    .type("first:password", ConsoleBrowser.PASSWORD)
                    .type("first:again", ConsoleBrowser.PASSWORD)
                    .click("first:go")
                    .sees("Veranstaltungen")
                    .inOrder()
                    .open("health.xhtml")
                    .sees("Was zu tun ist")
                    .inOrder()
                    .open("events.xhtml")
                    .click("new")
                    .inOrder()
                    .click("new:model:1")
                    .type("new:german", "Digitales Erfurt")
                    .choose("new:day", "2032-07-05")
                    .click("new:create")
                    .sees("Die Veranstaltung ist angelegt")
                    .inOrder();
            assertThat(browser.query()).isEqualTo("event=digitales-erfurt-2032");

            browser.follow("Liste")
                    .inOrder()
                    .type("list:file", list().toString())
                    .click("list:preview")
                    .sees("Das würde geschehen")
                    .inOrder()
                    .click("list:confirm")
                    .sees("Die Liste ist übernommen.")
                    .inOrder();

            browser.click("list:people")
                    .sees("1 bis 50 von 500")
                    .inOrder()
                    .type("people:text", "mueller-417")
                    .misses("Stadt Erfurt 12")
                    .sees("Müller-417")
                    .inOrder()
                    .follow("Müller-417, Jörg")
                    .sees("Noch war diese Person an keiner Tür.")
                    .inOrder();

            browser.follow("Geräte")
                    .type("devices:title", "Kiosk 2")
                    .click("devices:offer")
                    .sees("Dieser Code steht nur jetzt hier")
                    .inOrder()
                    .type("devices:title", "Kiosk 1")
                    .click("devices:enrol")
                    .sees("Dieses Token steht nur jetzt hier.")
                    .inOrder()
                    .follow("Zahlen")
                    .sees("Keine Ankünfte an diesem Tag.")
                    .inOrder()
                    .follow("Vor dem Tag")
                    .sees("500 Anmeldungen sind eingespielt.")
                    .inOrder()
                    .guidePicture("guide-preparation-de")
                    .open("badge-layout.xhtml?event=digitales-erfurt-2032")
                    .sees("Namensschild mit dem")
                    .guidePicture("guide-badge-de")
                    .open("registrations.xhtml?event=digitales-erfurt-2032")
                    .sees("1 bis 50 von 500")
                    .guidePicture("guide-registrations-de")
                    .follow("Vor dem Tag")
                    .click("phase:begin")
                    .sees("Die Veranstaltung läuft.")
                    .click("phase:rehearse")
                    .sees("Es ist wieder Probe.")
                    .follow("Protokoll")
                    .sees("Gerät aufgenommen")
                    .inOrder()
                    .follow("Quarantäne")
                    .sees("Nichts wartet auf eine Entscheidung.")
                    .inOrder()
                    .follow("Zahlen")
                    .click("reading:english")
                    .sees("No arrivals on this day.")
                    .open("preparation.xhtml?event=digitales-erfurt-2032")
                    .sees("500 registrations are in.")
                    .guidePicture("guide-preparation-en")
                    .open("badge-layout.xhtml?event=digitales-erfurt-2032")
                    .sees("Badge with the")
                    .guidePicture("guide-badge-en")
                    .open("registrations.xhtml?event=digitales-erfurt-2032")
                    .sees("1 to 50 of 500")
                    .guidePicture("guide-registrations-en")
                    .click("reading:contrast")
                    .inOrder()
                    .follow("All events")
                    .click("nav-people")
                    .inOrder()
                    .type("new:name", "Max Mustermann, Rechnungshof")
                    .click("new:add")
                    .sees("This link stands here only now")
                    .inOrder()
                    .click("people:all:0:open")
                    .inOrder()
                    .click("nav-tokens")
                    .type("tokens:name", "Anmeldeseite")
                    .click("tokens:make")
                    .sees("This token stands here only now.")
                    .inOrder()
                    .click("reading:account")
                    .click("factor:begin")
                    .sees("Enter this key into the app")
                    .inOrder()
                    .open("invitation.xhtml")
                    .inOrder()
                    .click("reading:sign-out")
                    .sees("Password")
                    .inOrder();
            assertThat(browser.steps()).isLessThanOrEqualTo(MOST_STEPS);
        }
    }

    @Test
    void theWholePreparationIsDoneByKeyboardOnly() throws IOException {
        try (ChromiumBrowser browser =
                new ChromiumBrowser(RunningServer.organiser().server())) {
            browser.byKeyboard()
                    .signInAsOrganiser(RunningServer.data(), "Tastatur Beispiel")
                    .click("new")
                    .type("new:german", "Nur mit Tasten")
                    .choose("new:day", "2033-07-05")
                    .click("new:create")
                    .sees("Die Veranstaltung ist angelegt")
                    .click("edit:addSession")
                    .type("edit:sessions:0:german", "Führung")
                    .select("edit:doors:0:repetition", "ONCE_A_DAY")
                    .click("edit:doors:0:as:0")
                    .click("edit:save")
                    .sees("Darf einmal am Tag hinein, nur als Teilnahme")
                    .follow("Liste")
                    .type("list:pasted", "Vorname;Nachname;Organisation\nJörg;Müller;Stadt Erfurt\n")
                    .click("list:preview")
                    .sees("Das würde geschehen")
                    .click("list:confirm")
                    .sees("Die Liste ist übernommen.")
                    .follow("Anmeldungen")
                    .follow("Müller, Jörg")
                    .sees("Noch war diese Person an keiner Tür.")
                    .follow("Geräte")
                    .type("devices:title", "Kiosk 1")
                    .click("devices:offer")
                    .sees("Dieser Code steht nur jetzt hier");
            redeem(browser.words("typed"));
            browser.click("devices:look")
                    .sees("wartet auf Bestätigung")
                    .click("devices:waiting:0:confirm")
                    .sees("Bestätigt")
                    .select("doors:which", "kiosk-1")
                    .click("doors:new:0")
                    .click("doors:assign")
                    .sees("Haupteingang")
                    .follow("Vor dem Tag")
                    .sees("1 Anmeldung")
                    .click("phase:begin")
                    .sees("Die Veranstaltung läuft.")
                    .follow("Zahlen")
                    .sees("Keine Ankünfte an diesem Tag.");
            System.out.println("Keys' steps from the empty event to the running one: " + browser.steps());
        }
    }

    /** What a device does that has read the code. */
    private static void redeem(String code) {
        EnrollingDevice device = new EnrollingDevice();
        ApiClient nobody = RunningServer.nobody();
        String enrolment = nobody.post(
                        "enrolments",
                        "{\"code\": \"%s\", \"publicKey\": \"%s\", \"commitment\": \"%s\"}"
                                .formatted(code, device.key().text(), device.commitment()))
                .expect(200)
                .json()
                .path("enrolment")
                .asText();
        nobody.post("enrolments/" + enrolment + "/nonce", "{\"nonce\": \"" + device.nonce() + "\"}")
                .expect(200);
    }

    @Test
    void aServerThatIsGoneInMidFormLosesNothingOfAPersonsPage() throws IOException {
        ApiClient organiser = RunningServer.organiser();
        String event = RunningServer.newEvent();
        organiser
                .upload("events/" + event + "/import", Samples.LIST.getBytes(UTF_8))
                .expect(200);
        String person = organiser
                .get("events/" + event + "/registrations")
                .json()
                .at("/registrations/0/id")
                .asText();
        try (ChromiumBrowser browser = new ChromiumBrowser(organiser.server())) {
            browser.signInAsOrganiser(RunningServer.data(), "Ohne Netz " + event)
                    .open("person.xhtml?event=" + event + "&person=" + person)
                    .press("Zugang, Hinweise, Presse")
                    .type("details:hint", "Kommt mit Fahrer")
                    .offline(true)
                    .click("details:save")
                    .sees("Der Server antwortet nicht");
            assertThat(browser.typed("details:hint")).isEqualTo("Kommt mit Fahrer");
            browser.offline(false)
                    .open("person.xhtml?event=" + event + "&person=" + person)
                    .sees("Ihre Eingaben stehen wieder hier");
            assertThat(browser.typed("details:hint")).isEqualTo("Kommt mit Fahrer");
            browser.click("details:save").sees("Gespeichert; besetzte Schalter erfahren es sofort.");
        }
    }

    @Test
    void aSignInThatEndsInMidFormLosesNothingThatWasTyped() throws IOException {
        String event = RunningServer.newEvent();
        try (ChromiumBrowser browser =
                new ChromiumBrowser(RunningServer.organiser().server())) {
            String name = "Unterbrochen " + event;
            browser.signInAsOrganiser(RunningServer.data(), name)
                    .open("event.xhtml?event=" + event)
                    .retype("edit:organiser", "Getippt vor dem Ende")
                    .loses("__Host-einlass-login")
                    .click("edit:save")
                    .type("sign-in:name", name)
                    .type("sign-in:password", ConsoleBrowser.PASSWORD)
                    .click("sign-in:go")
                    .sees("Ihre Eingaben stehen wieder hier");
            assertThat(browser.typed("edit:organiser")).isEqualTo("Getippt vor dem Ende");
            browser.click("edit:save").sees("Gespeichert.");
        }
        assertThat(RunningServer.organiser().get("events/" + event).text()).contains("Getippt vor dem Ende");
    }

    @Test
    void aQuestionForKiosksIsAddedAndStandsInTheEvent() throws IOException {
        String event = RunningServer.newEvent();
        try (ChromiumBrowser browser =
                new ChromiumBrowser(RunningServer.organiser().server())) {
            browser.signInAsOrganiser(RunningServer.data(), "Fragen " + event)
                    .open("event.xhtml?event=" + event)
                    .click("edit:addQuestion")
                    .type("edit:questions:0:name", "Essen")
                    .type("edit:questions:0:german", "Was möchten Sie essen?")
                    .type("edit:questions:0:choicesGerman", "vegan")
                    .click("edit:save")
                    .sees("Eine Frage hat 2 bis 6 Antworten.")
                    .type("edit:questions:0:choicesGerman", "\nmit Fleisch")
                    .click("edit:save")
                    .sees("Gespeichert.");
        }
        assertThat(RunningServer.organiser().get("events/" + event).text())
                .contains("\"name\":\"Essen\"")
                .contains("mit Fleisch");
    }

    private Path list() throws IOException {
        String rows = IntStream.rangeClosed(1, 500)
                .mapToObj(row -> "K" + row + ";Jörg;Müller-" + row + ";Stadt Erfurt " + row % 40)
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("list.csv"), "Schlüssel;Vorname;Nachname;Organisation\n" + rows + "\n");
    }
}
