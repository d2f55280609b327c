package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.einlass.quality.NeedsProgram;
import org.junit.jupiter.api.Test;

/** Whatever an organiser does on the day is begun at the live page, in a real browser. */
@NeedsProgram({"chromium", "chromedriver"})
final class LiveWalkIT {
    private static final String LONG_TITLE = "Schalter Akkreditierung, Ehrengäste und Presse, Foyer Nord";

    private final ApiClient organiser = RunningServer.organiser();
    private final LiveDay day = LiveDay.begin(organiser);
    private final String live = "live.xhtml?event=" + day.id();

    @Test
    void aPersonIsFoundFromTheLivePageAndLetInCorrectedCancelledAndBlocked() throws IOException {
        try (ChromiumBrowser browser = new ChromiumBrowser(organiser.server())) {
            browser.signInAsOrganiser(RunningServer.data(), "Rundgang " + day.id())
                    .open(live)
                    .click("to-people")
                    .type("people:text", "nachname20")
                    .follow("Nachname20, Vorname20")
                    .click("acts:letin")
                    .sees("Eingelassen.")
                    .press("Angaben berichtigen");
            assertThat(attendance()).contains("Gesamt;Insgesamt;total;40;1;");
            browser.retype("fields:familyName", "Berichtigt")
                    .click("fields:save")
                    .sees("Vorname20 Berichtigt")
                    .sees("Name: Vorname20 Nachname20 → Vorname20 Berichtigt")
                    .click("acts:cancel")
                    .sees("Storniert")
                    .click("acts:confirm")
                    .click("acts:block")
                    .sees("Gesperrt")
                    .inOrder()
                    .picture("person-desktop-de", 1280, 800)
                    .picture("person-phone-de", 390, 844);
        }
    }

    @Test
    void devicesHearMessagesCountersOpenAndAStolenDeviceIsRevokedAndSetAsideFromTheLivePage() throws IOException {
        ApiClient kiosk = day.device("kiosk-1", "KIOSK", "Kiosk 1");
        ApiClient desk = day.device("desk-1", "DESK", LONG_TITLE);
        day.device("desk-2", "DESK", "Schalter 2");
        day.reportScans(kiosk, 1, 11, "main", "LIVE");
        day.beat(kiosk, "PAPER_OUT", 3);
        day.beat(desk, "READY", 0);
        try (ChromiumBrowser browser = new ChromiumBrowser(organiser.server())) {
            browser.signInAsOrganiser(RunningServer.data(), "Geräte " + day.id())
                    .open(live)
                    .sees("Schalter öffnen und schließen")
                    .inOrder()
                    .picture("live-counters-desktop-de", 1280, 800)
                    .phonePicture("live-counters-phone-de")
                    .click("turn:desks:0:open")
                    .sees("Der Schalter öffnet innerhalb");
            assertThat(day.beat(desk, "READY", 0).toString()).contains("\"open\":true");

            browser.click("to-messages")
                    .hasInView("messages:text")
                    .type("messages:text", "Bitte das Papier an Kiosk 1 nachlegen, die Schlange steht bis zur Straße.")
                    .click("messages:send")
                    .sees("Die Nachricht ist unterwegs.")
                    .inOrder()
                    .picture("devices-message-desktop-de", 1280, 800)
                    .phonePicture("devices-message-phone-de");
            assertThat(day.beat(kiosk, "READY", 0).toString()).contains("nachlegen");

            browser.click("reading:english")
                    .click("reading:contrast")
                    .sees("Message to devices")
                    .inOrder()
                    .picture("devices-message-desktop-en-contrast", 1280, 800)
                    .open(live)
                    .inOrder()
                    .picture("live-counters-desktop-en-contrast", 1280, 800)
                    .phonePicture("live-counters-phone-en-contrast");
            browser.click("acts:rush").sees("Rush").click("acts:calm");

            browser.click("to-devices")
                    .click("devices:all:2:revoke")
                    .select("aside:which", "kiosk-1")
                    .choose("aside:from", "2020-01-01T00:00")
                    .click("aside:set")
                    .sees("What this device has reported since counts no more.");
            assertThat(attendance()).contains("Gesamt;Insgesamt;total;40;0;");
            kiosk.get(day.path() + "/doors/main").expect(403);
        }
    }

    @Test
    void theLivePageIsWorkedByKeyboardAlone() throws IOException {
        organiser
                .upload(
                        day.path() + "/import",
                        "Schlüssel;Vorname;Nachname;Kategorie\nP1;Klara;Minister;Ehrengäste\n".getBytes(UTF_8))
                .expect(200);
        ApiClient desk = day.device("desk-1", "DESK", LONG_TITLE);
        day.beat(desk, "READY", 0);
        try (ChromiumBrowser browser = new ChromiumBrowser(organiser.server())) {
            browser.byKeyboard()
                    .signInAsOrganiser(RunningServer.data(), "Tastatur " + day.id())
                    .open(live)
                    .click("turn:desks:0:open")
                    .sees("Der Schalter öffnet innerhalb");
            assertThat(day.beat(desk, "READY", 0).toString()).contains("\"open\":true");

            browser.click("acts:rush").click("acts:calm");
            browser.click("to-messages")
                    .type("messages:text", "Bitte Papier nachlegen.")
                    .click("messages:send")
                    .sees("Die Nachricht ist unterwegs.");
            assertThat(day.beat(desk, "READY", 0).toString()).contains("nachlegen");
            browser.open(live)
                    .click("to-awaited")
                    .click("awaited:protocol:0:here")
                    .sees("Klara Minister ist da.");
        }
    }

    @Test
    void theEvacuationListIsAFileAndTheProtocolIsExpectedThenHereThenAccompanied() throws IOException {
        organiser
                .upload(
                        day.path() + "/import",
                        "Schlüssel;Vorname;Nachname;Kategorie\nP1;Klara;Minister;Ehrengäste\n".getBytes(UTF_8))
                .expect(200);
        ApiClient kiosk = day.device("kiosk-1", "KIOSK", "Kiosk 1");
        day.reportScans(kiosk, 1, 4, "main", "LIVE");
        try (ChromiumBrowser browser = new ChromiumBrowser(organiser.server())) {
            browser.signInAsOrganiser(RunningServer.data(), "Protokoll " + day.id())
                    .onPhone()
                    .open(live);
            Path list = browser.downloads("acts:evacuation");
            assertThat(Files.readString(list, ISO_8859_1)).startsWith("%PDF");

            browser.click("to-awaited").sees("Klara Minister").sees("erwartet");
            int taps = browser.steps();
            browser.click("awaited:protocol:0:here")
                    .sees("Klara Minister ist da.")
                    .sees("da seit");
            assertThat(browser.steps() - taps).isEqualTo(1);
            browser.click("awaited:protocol:0:company")
                    .sees("begleitet seit")
                    .inOrder()
                    .phonePicture("awaited-protocol-phone-de");
        }
        assertThat(attendance()).contains("Gesamt;Insgesamt;total;41;4;");
    }

    private String attendance() {
        return organiser.get(day.path() + "/reports/attendance.csv").expect(200).text();
    }
}
