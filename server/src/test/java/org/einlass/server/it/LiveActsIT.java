package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people do on the day by the interface: who is awaited, let in by hand, and rooms that phones count. */
final class LiveActsIT {
    private final ApiClient organiser = RunningServer.organiser();
    private final LiveDay day = LiveDay.begin(organiser);

    @Test
    void aSpeakerWhoIsMissingIsNamedWithANumberAndOneTapSaysThatTheyAreHere() {
        JsonNode speaker = awaited(organiser);
        String id = speaker.path("registration").asText();
        assertThat(speaker.path("name").asText()).isEqualTo("Astrid Ölschläger");
        assertThat(speaker.at("/session/german").asText()).isEqualTo("Eröffnung");
        assertThat(speaker.has("since")).isFalse();
        liveSays("/missed/people", 1);

        String path = day.path() + "/awaited/" + id;
        organiser.put(path + "/phone", "{\"phone\": \"ruf an\"}").expect(400);
        organiser.put(path + "/phone", "{\"phone\": \"+49 361 5550-123\"}").expect(200);
        assertThat(awaited(organiser).path("phone").asText()).isEqualTo("+49 361 5550-123");
        assertThat(awaited(day.device("desk-1", "DESK", "Schalter")).has("phone"))
                .isTrue();
        assertThat(awaited(organiser.as(Auditors.token(RunningServer.data()))).has("phone"))
                .isFalse();

        String entry = organiser
                .post(path + "/arrival", "{}")
                .expect(200)
                .json()
                .path("entry")
                .asText();
        assertThat(awaited(organiser).has("since")).isTrue();
        liveSays("/missed/people", 0);
        assertThat(attendance()).contains("Gesamt;Insgesamt;total;40;1;");

        organiser.delete(day.path() + "/awaited/arrivals/" + entry).expect(200);
        assertThat(awaited(organiser).has("since")).isFalse();
        assertThat(attendance()).contains("Gesamt;Insgesamt;total;40;0;");
        assertThat(organiser
                        .get(day.path() + "/audit?action=LET_IN")
                        .expect(200)
                        .text())
                .contains(id);
    }

    @Test
    void aRoomsLinkOpensThatRoomOnlyAndEachTapCountsOnce() throws IOException {
        JsonNode made = organiser
                .post(day.path() + "/room-links", "{\"area\": \"loge\", \"hours\": 2}")
                .expect(200)
                .json();
        String secret = made.path("secret").asText();
        ApiClient phone = RunningServer.nobody();

        JsonNode room = room(phone, secret, "");
        assertThat(room.at("/title/german").asText()).isEqualTo("Loge 4");
        assertThat(room.path("people").asInt(-1)).isZero();
        assertThat(room.toString()).doesNotContain("Nachname", "saal");

        String more = tap("MORE", "");
        String counted = tap("COUNTED", ", \"people\": 27");
        assertThat(room(phone, secret, more).path("people").asInt()).isEqualTo(1);
        assertThat(room(phone, secret, more + "," + counted).path("people").asInt())
                .isEqualTo(27);
        assertThat(room(phone, secret, counted + "," + more).path("people").asInt())
                .as("sent again")
                .isEqualTo(27);
        assertThat(room(phone, secret, tap("FEWER", "")).path("people").asInt()).isEqualTo(26);
        liveSays("/rooms/1/people", 26);
        liveSays("/rooms/2/people", 0);

        phone.post("room", "{\"secret\": \"%s\", \"taps\": [%s]}".formatted(secret, tap("COUNTED", "")))
                .expect(400);
        phone.as(secret).get(day.path() + "/live").expect(401);
        assertThat(Files.readString(RunningServer.data().resolve("einlass.db"), ISO_8859_1))
                .doesNotContain(secret);
        organiser
                .delete(day.path() + "/room-links/" + made.at("/link/id").asText())
                .expect(204);
        phone.post("room", "{\"secret\": \"" + secret + "\"}").expect(404);
        phone.post("room", "{\"secret\": \"geraten\"}").expect(404);
        organiser.post(day.path() + "/room-links", "{\"area\": \"nirgends\"}").expect(400);
        organiser
                .post(day.path() + "/room-links", "{\"area\": \"loge\", \"hours\": 0}")
                .expect(400);
    }

    @Test
    void anOrganiserSetsADeviceAsideAndActsOnAPersonOnTheirPages() {
        ApiClient kiosk = day.device("kiosk-1", "KIOSK", "Kiosk 1");
        day.reportScans(kiosk, 1, 11, "main", "LIVE");
        String person = byKey("A20");
        String notYetHere = byKey("A21");
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            browser.open("devices.xhtml?event=" + day.id())
                    .choose("aside:which", "kiosk-1")
                    .type("aside:from", "2020-01-01T00:00")
                    .click("aside:set");
            assertThat(browser.text()).contains("zählt nicht mehr");
            assertThat(attendance()).contains("Gesamt;Insgesamt;total;40;0;");
            browser.click("aside:all:0:include");
            assertThat(attendance()).contains("Gesamt;Insgesamt;total;40;10;");

            browser.open("person.xhtml?event=" + day.id() + "&person=" + person).click("acts:letin");
            assertThat(browser.text()).contains("Eingelassen.");
            assertThat(attendance()).contains("Gesamt;Insgesamt;total;40;11;");
            browser.type("fields:familyName", "Berichtigt").click("fields:save");
            assertThat(browser.text()).contains("Vorname20 Berichtigt", "Berichtigt.");
            browser.open("person.xhtml?event=" + day.id() + "&person=" + notYetHere)
                    .type("substitution:familyName", "Vertretung")
                    .type("substitution:givenName", "Vera")
                    .click("substitution:go");
            assertThat(browser.text()).contains("Vera Vertretung", "dies ist ihre Seite");
            browser.click("place:undo");
            assertThat(browser.text()).contains("Vorname21 Nachname21", "zurückgenommen");
            browser.click("place:reissue");
            assertThat(browser.text()).contains("Es gibt einen neuen Ticketcode.", "beendet");

            browser.open("person.xhtml?event=" + day.id() + "&person=" + person);
            browser.type("acts:phone", "+49 361 99").click("acts:keep");
            assertThat(browser.typed("acts:phone")).isEqualTo("+49 361 99");
            browser.click("acts:block");
            assertThat(browser.text()).contains("Gesperrt; „Bestätigen“ nimmt es zurück.");
            browser.click("acts:confirm").click("acts:cancel");
            assertThat(browser.text()).contains("Storniert");
        }
    }

    @Test
    void aGuestOfHonourIsExpectedThenHereThenAccompanied() {
        organiser
                .upload(
                        day.path() + "/import",
                        "Schlüssel;Vorname;Nachname;Kategorie\nP1;Klara;Minister;Ehrengäste\n".getBytes(UTF_8))
                .expect(200);
        JsonNode guest = honoured();
        String id = guest.path("registration").asText();
        assertThat(guest.path("name").asText()).isEqualTo("Klara Minister");
        assertThat(guest.has("accompaniedSince")).isFalse();
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            browser.open("awaited.xhtml?event=" + day.id());
            assertThat(browser.text()).contains("Klara Minister", "erwartet");
        }

        organiser.post(day.path() + "/awaited/" + id + "/arrival", "{}").expect(200);
        organiser
                .put(day.path() + "/awaited/" + id + "/company", "{\"accompanied\": true}")
                .expect(200);
        assertThat(honoured().has("since")).isTrue();
        assertThat(honoured().has("accompaniedSince")).isTrue();

        organiser
                .put(day.path() + "/awaited/" + id + "/company", "{\"accompanied\": false}")
                .expect(200);
        assertThat(honoured().has("accompaniedSince")).isFalse();
    }

    private JsonNode honoured() {
        for (JsonNode guest : organiser.get(day.path() + "/awaited").expect(200).json()) {
            if (guest.path("role").asText().equals("PROTOCOL")) {
                return guest;
            }
        }
        throw new AssertionError("no guest of honour");
    }

    @Test
    void rushModeIsTurnedOnAndOffFromTheLivePageAndKiosksHearOfIt() {
        ApiClient kiosk = day.device("kiosk-1", "KIOSK", "Kiosk 1");
        assertThat(sheet(kiosk).has("rush")).isFalse();
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            browser.open("live.xhtml?event=" + day.id());
            assertThat(browser.source()).contains("<span data-when=\"calm\">", "<span data-when=\"rush\" hidden");

            browser.click("acts:rush");
            assertThat(browser.text()).contains("Andrang ist an.");
            assertThat(sheet(kiosk).path("rush").asBoolean()).isTrue();
            assertThat(organiser.get(day.path()).expect(200).json().path("rush").asBoolean())
                    .isTrue();

            browser.click("acts:calm");
            assertThat(browser.text()).contains("Andrang ist beendet.");
            assertThat(sheet(kiosk).has("rush")).isFalse();
        }
        try (ConsoleBrowser auditor = ConsoleBrowser.auditor()) {
            auditor.open("live.xhtml?event=" + day.id());
            assertThat(auditor.source()).contains("data-stream").doesNotContain("acts:rush");
        }
    }

    private JsonNode sheet(ApiClient kiosk) {
        return kiosk.get(day.path() + "/doors/main").expect(200).json();
    }

    private String byKey(String key) {
        return organiser
                .post(day.path() + "/registrations/by-key", "{\"key\": \"" + key + "\"}")
                .expect(200)
                .json()
                .at("/registrations/0/id")
                .asText();
    }

    private static JsonNode room(ApiClient phone, String secret, String taps) {
        return phone.post("room", "{\"secret\": \"%s\", \"taps\": [%s]}".formatted(secret, taps))
                .expect(200)
                .json();
    }

    private static String tap(String kind, String rest) {
        return "{\"id\": \"%s\", \"kind\": \"%s\", \"age\": 0%s}".formatted(UUID.randomUUID(), kind, rest);
    }

    private JsonNode awaited(ApiClient reader) {
        return reader.get(day.path() + "/awaited").expect(200).json().get(0);
    }

    /** Whoever asks within a second is told the same: asks until it is so. */
    private void liveSays(String pointer, int expected) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(20));
        int said;
        do {
            said = organiser
                    .get(day.path() + "/live")
                    .expect(200)
                    .json()
                    .at(pointer)
                    .asInt();
        } while (said != expected && Instant.now().isBefore(patience));
        assertThat(said).as(pointer).isEqualTo(expected);
    }

    private String attendance() {
        return organiser.get(day.path() + "/reports/attendance.csv").expect(200).text();
    }
}
