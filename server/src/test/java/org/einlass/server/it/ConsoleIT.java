package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.lowagie.text.pdf.PdfReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.einlass.server.device.enrolment.EnrollingDevice;
import org.htmlunit.util.Cookie;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The console's pages over HTTP: who gets in, what each page says to browsers, and what an organiser does on
 * them.
 */
final class ConsoleIT {
    /** For an organiser, an auditor and somebody who is not signed in. */
    private static final Map<String, List<Integer>> PAGES = Map.ofEntries(
            Map.entry("sign-in.xhtml", List.of(200, 200, 200)),
            Map.entry("events.xhtml", List.of(200, 200, 302)),
            Map.entry("new-event.xhtml", List.of(200, 403, 302)),
            Map.entry("preparation.xhtml", List.of(200, 403, 302)),
            Map.entry("event.xhtml", List.of(200, 403, 302)),
            Map.entry("list.xhtml", List.of(200, 403, 302)),
            Map.entry("registrations.xhtml", List.of(200, 403, 302)),
            Map.entry("review.xhtml", List.of(200, 403, 302)),
            Map.entry("contingents.xhtml", List.of(200, 403, 302)),
            Map.entry("erasures.xhtml", List.of(200, 200, 302)),
            Map.entry("badges.xhtml", List.of(200, 403, 302)),
            Map.entry("badge-layout.xhtml", List.of(200, 403, 302)),
            Map.entry("person.xhtml", List.of(302, 403, 302)),
            Map.entry("first-organiser.xhtml", List.of(200, 200, 200)),
            Map.entry("helpers.xhtml", List.of(200, 403, 302)),
            Map.entry("devices.xhtml", List.of(200, 200, 302)),
            Map.entry("live.xhtml", List.of(200, 200, 302)),
            Map.entry("clarifications.xhtml", List.of(200, 200, 302)),
            Map.entry("awaited.xhtml", List.of(200, 200, 302)),
            Map.entry("calls.xhtml", List.of(200, 200, 302)),
            Map.entry("signed-in", List.of(204, 204, 302)),
            Map.entry("rooms.xhtml", List.of(200, 200, 302)),
            Map.entry("closing.xhtml", List.of(200, 200, 302)),
            Map.entry("room.xhtml", List.of(200, 200, 200)),
            Map.entry("numbers.xhtml", List.of(200, 200, 302)),
            Map.entry("certificates.xhtml", List.of(200, 403, 302)),
            Map.entry("audit.xhtml", List.of(200, 200, 302)),
            Map.entry("quarantine.xhtml", List.of(200, 200, 302)),
            Map.entry("account.xhtml", List.of(200, 200, 302)),
            Map.entry("people.xhtml", List.of(200, 403, 302)),
            Map.entry("health.xhtml", List.of(200, 200, 302)),
            Map.entry("tokens.xhtml", List.of(200, 403, 302)),
            Map.entry("invitation.xhtml", List.of(200, 200, 200)));

    private final URI server = RunningServer.organiser().server();

    @Test
    void theServersRootLeadsToTheSignIn() {
        try (ConsoleBrowser nobody = ConsoleBrowser.nobody()) {
            assertThat(nobody.path()).isEqualTo("/sign-in.xhtml");
            assertThat(nobody.text()).contains("Anmelden");
        }
    }

    @Test
    void everyPageNamesItsScriptsAndStaysOutOfFramesAndCaches() throws IOException, InterruptedException {
        HttpResponse<String> page = get("sign-in.xhtml", "");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains(
                        "default-src 'none'",
                        "frame-ancestors 'none'",
                        "form-action 'self'",
                        "script-src 'self' 'nonce-")
                .doesNotContain("unsafe-inline", "unsafe-eval");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        try (ConsoleBrowser signedIn = ConsoleBrowser.organiser()) {
            Cookie login = signedIn.cookie("__Host-einlass-login");
            assertThat(get("events.xhtml", "__Host-einlass-login=" + login.getValue())
                            .headers()
                            .firstValue("Set-Cookie")
                            .orElseThrow())
                    .startsWith("__Host-einlass=")
                    .contains("Path=/", "Secure", "HttpOnly", "SameSite=Strict");
            assertThat(login.getPath()).isEqualTo("/");
            assertThat(login.isSecure()).isTrue();
            assertThat(login.isHttpOnly()).isTrue();
            assertThat(login.getSameSite()).isEqualToIgnoringCase("strict");
        }
    }

    @Test
    void aSessionEndsWhenSomebodySignsOutAndGetsANewIdWhenTheySignIn() throws IOException, InterruptedException {
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            String signedIn = browser.session();

            assertThat(browser.path()).isEqualTo("/events.xhtml");
            browser.click("reading:sign-out").open("events.xhtml");
            assertThat(browser.path()).isEqualTo("/sign-in.xhtml");
            assertThat(get("events.xhtml", signedIn).statusCode()).isEqualTo(302);

            String before = browser.session();
            browser.signIn(browser.name(), ConsoleBrowser.PASSWORD);
            assertThat(browser.path()).isEqualTo("/events.xhtml");
            assertThat(browser.session()).isNotEmpty().isNotEqualTo(before);
        }
    }

    @Test
    void aWrongPasswordOpensNothing() {
        try (ConsoleBrowser browser = ConsoleBrowser.nobody()) {
            browser.signIn("Niemand", "geraten geraten");

            assertThat(browser.text()).contains("Name oder Passwort stimmt nicht.");
            assertThat(browser.open("events.xhtml").path()).isEqualTo("/sign-in.xhtml");
        }
    }

    @Test
    void aFormThatAnotherSiteSendsIsRefused() throws IOException, InterruptedException {
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            for (String origin : List.of("https://elsewhere.example", "null")) {
                HttpRequest request = HttpRequest.newBuilder(server.resolve("events.xhtml"))
                        .header("Cookie", browser.session())
                        .header("Origin", origin)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("reading=reading&reading:sign-out=x"))
                        .build();

                assertThat(send(request).statusCode()).isEqualTo(403);
            }
            assertThat(browser.open("events.xhtml").path()).isEqualTo("/events.xhtml");
        }
    }

    @Test
    void noCookieOpensTheInterfaceForPrograms() throws IOException, InterruptedException {
        String event = RunningServer.newEvent();
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            assertThat(get("api/v1/events/" + event, browser.session()).statusCode())
                    .isEqualTo(401);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsForWhomItIs() {
        String event = RunningServer.newEvent();
        return PAGES.entrySet().stream()
                .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> {
                    try (ConsoleBrowser organiser = ConsoleBrowser.organiser();
                            ConsoleBrowser reader = ConsoleBrowser.auditor()) {
                        String path = page.getKey() + "?event=" + event;
                        assertThat(List.of(
                                        get(path, organiser.session()).statusCode(),
                                        get(path, reader.session()).statusCode(),
                                        get(path, "").statusCode()))
                                .isEqualTo(page.getValue());
                    }
                }));
    }

    @Test
    void anEventBeginsWithAModelAndIsChangedByAForm() {
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            browser.open("new-event.xhtml")
                    .type("new:german", "Tagung der Prüfer")
                    .type("new:day", "2031-05-06")
                    .click("new:create");

            assertThat(browser.query()).isEqualTo("event=tagung-der-pruefer-2031");
            assertThat(browser.text()).contains("Die Veranstaltung ist angelegt", "Darf beliebig oft hinein");
            browser.type("edit:placeGerman", "Arena Erfurt").click("edit:save");
            assertThat(browser.text()).contains("Gespeichert.");
            assertThat(RunningServer.organiser()
                            .get("events/tagung-der-pruefer-2031")
                            .text())
                    .contains("Arena Erfurt", "Prüfer");
            assertThat(browser.open("audit.xhtml?event=tagung-der-pruefer-2031").rows("trail:lines"))
                    .hasSize(2)
                    .allMatch(row -> row.contains(browser.name()) && row.contains("Veranstaltung geändert"));
        }
    }

    @Test
    void lastYearsEventIsHeldAgain() {
        String event = RunningServer.newEvent();
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            browser.open("new-event.xhtml")
                    .choose("new:earlier", event)
                    .type("new:german", "Noch einmal " + event)
                    .type("new:day", "2033-07-04")
                    .click("new:create");

            assertThat(browser.text()).contains("Die Veranstaltung ist angelegt, als Probe.");
            String copy = RunningServer.organiser()
                    .get("events/noch-einmal-" + event + "-2033")
                    .text();
            assertThat(copy)
                    .contains("E-Government-Kongress", "2033-07-04", "REHEARSAL")
                    .doesNotContain("2022-07-0");
        }
    }

    @Test
    void theEventIsRehearsedAndGoesLiveAndBack() {
        String event = RunningServer.newEvent();
        String phase = "\"phase\":\"LIVE\"";
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            browser.open("preparation.xhtml?event=" + event);
            assertThat(browser.text()).contains("Noch ist niemand angemeldet.", "Noch ist kein Gerät aufgenommen.");

            browser.click("phase:rehearse");
            assertThat(browser.text()).contains("Es ist wieder Probe.");
            assertThat(RunningServer.organiser().get("events/" + event).text()).doesNotContain(phase);
            browser.click("phase:begin");
            assertThat(browser.text()).contains("Die Veranstaltung läuft.");
            assertThat(RunningServer.organiser().get("events/" + event).text()).contains(phase);
        }
    }

    @Test
    void aClashIsNamedWhileTheEventIsEditedAndBeforeAnythingIsSaved() {
        String event = RunningServer.newEvent();
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            browser.open("event.xhtml?event=" + event)
                    .click("edit:addSession")
                    .type("edit:sessions:0:german", "Vortrag")
                    .type("edit:sessions:0:seats", "1000")
                    .choose("edit:doors:0:booking", "session-1")
                    .type("edit:doors:0:until", "2022-07-04T09:00")
                    .click("edit:check");

            assertThat(browser.text())
                    .contains(
                            "„Vortrag“ hat mehr Plätze (1000), als der Raum Personen fassen darf (900).",
                            "„Haupteingang“ schließt, bevor beginnt, wofür sie einen Platz verlangt.");
            assertThat(RunningServer.organiser().get("events/" + event).text()).doesNotContain("Vortrag");

            browser.type("edit:sessions:0:seats", "40")
                    .type("edit:doors:0:until", "")
                    .click("edit:check");
            assertThat(browser.text()).contains("Nichts fällt auf.");
            browser.click("edit:save");
            assertThat(browser.text()).contains("Gespeichert.", "nur mit Platz in „Vortrag“");
        }
    }

    @Test
    void aSecondOrganisersEarlierSaveIsNamedAndNothingTypedIsLost() {
        String event = RunningServer.newEvent();
        try (ConsoleBrowser first = ConsoleBrowser.organiser();
                ConsoleBrowser second = ConsoleBrowser.organiser()) {
            first.open("event.xhtml?event=" + event);
            second.open("event.xhtml?event=" + event)
                    .type("edit:hotline", "+49 361 1")
                    .click("edit:save");

            first.type("edit:organiser", "Finanzministerium").click("edit:save");

            assertThat(first.text()).contains("Jemand anderes hat inzwischen gespeichert", "+49 361 1");
            assertThat(first.typed("edit:organiser")).isEqualTo("Finanzministerium");
            first.click("edit:mine");
            assertThat(first.text()).contains("Gespeichert.");
            assertThat(RunningServer.organiser().get("events/" + event).text()).contains("Finanzministerium");
        }
    }

    @Test
    void twoOrganisersEditTheSameDoorAndBothAreKept() {
        String event = RunningServer.newEvent();
        try (ConsoleBrowser first = ConsoleBrowser.organiser();
                ConsoleBrowser second = ConsoleBrowser.organiser()) {
            first.open("event.xhtml?event=" + event);
            second.open("event.xhtml?event=" + event)
                    .type("edit:doors:0:until", "2022-07-04T18:00")
                    .click("edit:doors:0:as:0")
                    .click("edit:save");

            first.type("edit:doors:0:from", "2022-07-04T07:30").click("edit:save");

            assertThat(first.text())
                    .contains("Jemand anderes hat inzwischen gespeichert", "„Haupteingang“ Darf beliebig oft hinein")
                    .contains("nur als Teilnehmer")
                    .doesNotContain("german=");
            assertThat(first.typed("edit:doors:0:from")).isEqualTo("2022-07-04T07:30");
            assertThat(first.typed("edit:doors:0:until")).isEqualTo("2022-07-04T18:00");
            first.click("edit:mine");
            assertThat(first.text()).contains("Gespeichert.");
            assertThat(RunningServer.organiser()
                            .get("events/" + event)
                            .json()
                            .at("/doors/0/rule")
                            .toString())
                    .contains("2022-07-04T05:30:00Z", "2022-07-04T16:00:00Z", "attendee");
        }
    }

    @Test
    void aCategoryIsAddedWithItsColourAndOneInUseStays() {
        String event = RunningServer.newEvent();
        ApiClient api = RunningServer.organiser();
        api.upload("events/" + event + "/import", Samples.LIST.getBytes(UTF_8)).expect(200);
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            browser.open("event.xhtml?event=" + event)
                    .click("edit:addCategory")
                    .type("edit:categories:2:german", "Ehrengast")
                    .type("edit:categories:2:colour", "#7a1f5c")
                    .click("edit:save");
            assertThat(browser.text()).contains("Gespeichert.");
            assertThat(api.get("events/" + event).json().at("/categories/2").toString())
                    .contains("Ehrengast", "#7a1f5c", "true");

            browser.click("edit:categories:0:remove").click("edit:save");
            assertThat(browser.text()).doesNotContain("Gespeichert.");
            assertThat(api.get("events/" + event).json().path("categories")).hasSize(3);
        }
    }

    @Test
    void whatElseIsKeptOfAPersonIsTypedOnTheirPageAndNeedsOnlyWithConsent() {
        String event = RunningServer.newEvent();
        ApiClient api = RunningServer.organiser();
        api.upload("events/" + event + "/import", Samples.LIST.getBytes(UTF_8)).expect(200);
        api.put(
                        "events/" + event + "/contingents",
                        "{\"organisation\": \"Thüringer Finanzministerium\", \"category\": \"attendee\", \"places\": 7}")
                .expect(200);
        JsonNode person = person(api, event, "Müller-Lüdenscheidt");
        String path = "events/" + event + "/registrations/" + person.path("id").asText();
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            browser.open("person.xhtml?event=" + event + "&person="
                    + person.path("id").asText());
            assertThat(browser.source()).contains("Kontingent: Thüringer Finanzministerium, 1 von 7 Plätzen vergeben");
            browser.click("details:needs:0")
                    .type("details:hint", "Kommt mit Fahrer")
                    .click("details:save");
            assertThat(browser.text()).contains("Unterstützungsbedarf wird nur mit Einwilligung gespeichert.");
            assertThat(browser.typed("details:hint")).isEqualTo("Kommt mit Fahrer");

            browser.click("details:consent")
                    .type("details:delegation", "Delegation des Landtags")
                    .choose("details:press", "ACCREDITED")
                    .type("details:question", "Essen?")
                    .type("details:answer", "vegetarisch")
                    .click("details:save");

            assertThat(browser.text()).contains("Gespeichert; besetzte Schalter erfahren es sofort.");
            JsonNode kept = api.get(path).expect(200).json().at("/particulars/details");
            assertThat(kept.toString())
                    .contains("WHEELCHAIR", "ACCREDITED", "Kommt mit Fahrer", "Delegation des Landtags", "vegetarisch");
            assertThat(browser.typed("details:answers:0:answer")).isEqualTo("vegetarisch");

            browser.type("details:answers:0:answer", "")
                    .type("details:hint", "")
                    .click("details:save");
            assertThat(api.get(path).json().at("/particulars/details").toString())
                    .contains("WHEELCHAIR")
                    .doesNotContain("vegetarisch", "Kommt mit Fahrer");
            assertThat(browser.open("audit.xhtml?event=" + event).text()).doesNotContain("Rollstuhl", "Landtag");
        }
        try (ConsoleBrowser reader = ConsoleBrowser.auditor()) {
            assertThat(reader.open("person.xhtml?event=" + event + "&person="
                                    + person.path("id").asText())
                            .status())
                    .isEqualTo(403);
        }
        ApiClient auditor = api.as(Auditors.token(RunningServer.data()));
        assertThat(auditor.get(path).expect(200).text()).doesNotContain("WHEELCHAIR");
    }

    @Test
    void aPersonThatSomebodyElseChangedMeanwhileKeepsWhatWasTyped() {
        String event = RunningServer.newEvent();
        ApiClient api = RunningServer.organiser();
        api.upload("events/" + event + "/import", Samples.LIST.getBytes(UTF_8)).expect(200);
        String id = person(api, event, "Çelik").path("id").asText();
        String page = "person.xhtml?event=" + event + "&person=" + id;
        try (ConsoleBrowser first = ConsoleBrowser.organiser();
                ConsoleBrowser second = ConsoleBrowser.organiser()) {
            first.open(page);
            second.open(page).type("fields:function", "Amtsleitung").click("fields:save");

            first.type("fields:department", "Bauamt")
                    .click("fields:programmes:1")
                    .click("fields:save");

            assertThat(first.text()).contains("Ihre Eingaben stehen noch da.", "Amtsleitung");
            assertThat(first.typed("fields:department")).isEqualTo("Bauamt");
            first.click("fields:save");
            assertThat(first.text()).contains("Berichtigt.");
            assertThat(api.get("events/" + event + "/registrations/" + id).text())
                    .contains("Bauamt", "itls");
        }
    }

    @Test
    void sheetsByWhichDevicesEnrolThemselvesAreFilesWithACodeEach() throws IOException {
        String event = RunningServer.newEvent();
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            browser.open("devices.xhtml?event=" + event).type("devices:title", "Kiosk am Haupteingang");
            assertThat(browser.file("devices:paper")).startsWith("%PDF");
            browser.open("devices.xhtml?event=" + event)
                    .type("devices:title", "Schalter 2")
                    .choose("devices:kind", "DESK")
                    .click("devices:offer");
            assertThat(browser.rows("devices:waiting")).hasSize(2);
            String shown = browser.words("typed");

            byte[] pdf = browser.file("devices:sheets").getBytes(ISO_8859_1);
            assertThat(browser.file("devices:waiting:0:sheet")).startsWith("%PDF");

            try (PdfReader reader = new PdfReader(pdf)) {
                assertThat(reader.getNumberOfPages()).as("one a device").isEqualTo(2);
            }
            EnrollingDevice device = new EnrollingDevice();
            RunningServer.nobody()
                    .post(
                            "enrolments",
                            "{\"code\": \"%s\", \"publicKey\": \"%s\", \"commitment\": \"%s\"}"
                                    .formatted(shown, device.key().text(), device.commitment()))
                    .expect(403);
            assertThat(browser.open("audit.xhtml?event=" + event).text()).contains("devices.pdf");
        }
    }

    private static JsonNode person(ApiClient api, String event, String familyName) {
        for (JsonNode one :
                api.get("events/" + event + "/registrations").expect(200).json().path("registrations")) {
            if (one.at("/particulars/attendee/familyName").asText().equals(familyName)) {
                return one;
            }
        }
        throw new IllegalStateException("Nobody is called " + familyName);
    }

    @Test
    void whatCannotBeReadIsNamedAndStaysTyped() {
        String event = RunningServer.newEvent();
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            browser.open("event.xhtml?event=" + event)
                    .type("edit:lastDay", "2022-07-01")
                    .type("edit:organiser", "Kept & <b>typed</b>")
                    .click("edit:save");

            assertThat(browser.text()).contains("Der letzte Tag liegt vor dem ersten.");
            assertThat(browser.typed("edit:organiser")).isEqualTo("Kept & <b>typed</b>");
            assertThat(browser.source()).doesNotContain("<b>typed</b>");
        }
    }

    @Test
    void aListComesInAsATrialFirstAndIsUndone() {
        String event = RunningServer.newEvent();
        try (ConsoleBrowser browser = ConsoleBrowser.organiser("en")) {
            browser.open("list.xhtml?event=" + event)
                    .type("list:pasted", Samples.LIST)
                    .click("list:preview");
            assertThat(browser.text()).contains("This would happen", "3new");
            assertThat(registered(event)).isZero();

            browser.click("list:confirm");
            assertThat(browser.text()).contains("This has happened");
            assertThat(registered(event)).isEqualTo(3);

            browser.click("list:undoNow");
            assertThat(browser.text()).contains("The import was undone.");
            assertThat(registered(event)).isZero();
        }
    }

    @Test
    void badgesArePrintedBeforePeopleComeAndPulledAgain() {
        String event = RunningServer.newEvent();
        ApiClient api = RunningServer.organiser();
        api.upload("events/" + event + "/import", Samples.LIST.getBytes(UTF_8)).expect(200);
        try (ConsoleBrowser browser = ConsoleBrowser.organiser("en")) {
            browser.open("badges.xhtml?event=" + event)
                    .type("boxes:counters", "2")
                    .click("boxes:divide");
            assertThat(browser.text()).contains("divided among 2 boxes", "3to print now", "0to pull");

            browser.click("print:go");
            assertThat(browser.text()).contains("Print 1: 3 badges.", "0to print now");

            browser.click("boxes:divide");
            assertThat(browser.text()).contains("Badges lie in the boxes already.");

            browser.click("pull:emptied");
            assertThat(browser.text()).contains("3 badges are on record as pulled.", "3to print now");
        }
        assertThat(api.get("events/" + event + "/badges/boxes").expect(200).json())
                .hasSize(2);
    }

    @Test
    void aDeviceThatReportedMoreThanItMayIsSeenRaisedReleasedAndBlocked() {
        String event = RunningServer.newEvent();
        ApiClient api = RunningServer.organiser();
        String path = "events/" + event;
        ApiClient kiosk = api.as(api.put(path + "/devices/kiosk-1", "{\"kind\": \"KIOSK\", \"title\": \"Kiosk 1\"}")
                .expect(200)
                .json()
                .path("token")
                .asText());
        api.put(path + "/quotas/kiosk-1", "{\"entries\": 1, \"bytes\": 4000000}")
                .expect(200);
        kiosk.post(path + "/journal", unreadableEntries(3)).expect(429);
        try (ConsoleBrowser browser = ConsoleBrowser.organiser("en")) {
            browser.open("devices.xhtml?event=" + event);
            assertThat(browser.rows("quotas:reported"))
                    .singleElement(as(STRING))
                    .contains("Kiosk 1", "0 of 1", "0 of 4", "waits with 3 entries since");

            browser.click(browser.inRow("quotas:reported", "Kiosk 1", "raise"));
            assertThat(browser.rows("quotas:reported"))
                    .singleElement(as(STRING))
                    .contains("0 of 2");
            browser.click(browser.inRow("quotas:reported", "Kiosk 1", "raise"));
            kiosk.post(path + "/journal", unreadableEntries(3)).expect(200);
            kiosk.post(path + "/journal", unreadableEntries(6)).expect(429);
            browser.click(browser.inRow("quotas:reported", "Kiosk 1", "raise"));
            browser.click(browser.inRow("quotas:reported", "Kiosk 1", "release"));
            assertThat(browser.rows("quotas:reported"))
                    .singleElement(as(STRING))
                    .contains("0 of 8");
            kiosk.post(path + "/journal", unreadableEntries(1)).expect(200);

            browser.click(browser.inRow("quotas:reported", "Kiosk 1", "block"));
            assertThat(browser.text()).contains("Nothing of the device is taken any more.", "blocked since");
            kiosk.post(path + "/journal", unreadableEntries(6)).expect(403);
            browser.click(browser.inRow("quotas:reported", "Kiosk 1", "unblock"));
            kiosk.post(path + "/journal", unreadableEntries(1)).expect(200);
        }
        try (ConsoleBrowser auditor = ConsoleBrowser.auditor()) {
            auditor.open("devices.xhtml?event=" + event);
            assertThat(auditor.rows("quotas:reported"))
                    .singleElement(as(STRING))
                    .contains("wird angenommen");
            assertThat(auditor.source())
                    .as("whoever only reads decides nothing")
                    .doesNotContain("Grenze verdoppeln");
        }
    }

    private static String unreadableEntries(int count) {
        String entries = IntStream.range(0, count)
                .mapToObj(number -> "{\"type\": \"of-tomorrow\", \"head\": {\"id\": \"%s\", \"sequence\": %d}}"
                        .formatted(new UUID(5, number), number + 1))
                .collect(Collectors.joining(","));
        return "{\"epoch\": \"%s\", \"highWater\": 9, \"entries\": [%s]}".formatted(new UUID(3, 3), entries);
    }

    @Test
    void aPersonsConsentIsNotedAndNobodyGetsACertificateWhoDidNotCome() {
        String event = RunningServer.newEvent();
        ApiClient api = RunningServer.organiser();
        api.upload("events/" + event + "/import", Samples.LIST.getBytes(UTF_8)).expect(200);
        String person = api.get("events/" + event + "/registrations")
                .expect(200)
                .json()
                .at("/registrations/0/id")
                .asText();
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            browser.open("person.xhtml?event=" + event + "&person=" + person).click("one:sessions");
            assertThat(browser.text()).contains("Einwilligung zu Vorträgen zurücknehmen");

            browser.click("one:certificate");
            assertThat(browser.text()).contains("Noch niemand wurde hier eingelassen.");

            browser.click("one:sessions");
            assertThat(browser.text()).contains("Einwilligung: Vorträge auf die Bescheinigung");
        }
    }

    @Test
    void severalRegistrationsAreCancelledTogetherAndBackAndTheirColumnsChosen() {
        String event = RunningServer.newEvent();
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            RunningServer.organiser()
                    .upload("events/" + event + "/import", Samples.LIST.getBytes(UTF_8))
                    .expect(200);
            browser.open("registrations.xhtml?event=" + event).click("people:cancel");
            assertThat(browser.text()).contains("Bitte 1 bis 500 Anmeldungen auswählen.");

            browser.click("people:table:0:tick").click("people:table:2:tick").click("people:cancel");
            assertThat(browser.text()).contains("2 Anmeldungen geändert.");
            assertThat(browser.words("people:table").split("abgesagt", -1)).hasSize(1 + 2);
            browser.click("people:undo");
            assertThat(browser.text()).contains("2 Anmeldungen sind wieder wie vorher.");
            assertThat(browser.words("people:table")).doesNotContain("abgesagt");

            browser.click("people:table:1:tick").click("people:move");
            assertThat(browser.text()).contains("Bitte zuerst eine Kategorie wählen.");
            browser.click("people:columns:0").click("people:show");
            assertThat(browser.words("people:table")).doesNotContain("Finanzministerium");
        }
    }

    @Test
    void aDeviceIsEnrolledByTheCodeOnThePageAndComparedThere() {
        String event = RunningServer.newEvent();
        ApiClient nobody = RunningServer.nobody();
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            browser.open("devices.xhtml?event=" + event)
                    .type("devices:title", "Kiosk am Haupteingang")
                    .click("devices:offer");
            assertThat(browser.source()).contains("<svg ", "127.0.0.1:");
            EnrollingDevice device = new EnrollingDevice();
            String redeemed = nobody.post(
                            "enrolments",
                            "{\"code\": \"%s\", \"publicKey\": \"%s\", \"commitment\": \"%s\"}"
                                    .formatted(
                                            browser.words("typed"), device.key().text(), device.commitment()))
                    .expect(200)
                    .json()
                    .path("enrolment")
                    .asText();
            assertThat(browser.click("devices:look").rows("devices:waiting"))
                    .singleElement(as(STRING))
                    .contains("Kiosk am Haupteingang", "Code noch nicht benutzt");
            assertThat(browser.source()).as("shown once").doesNotContain("<svg ");
            nobody.post("enrolments/" + redeemed + "/nonce", "{\"nonce\": \"" + device.nonce() + "\"}")
                    .expect(200);
            assertThat(browser.click("devices:look").rows("devices:waiting"))
                    .singleElement(as(STRING))
                    .contains("wartet auf Bestätigung")
                    .containsPattern("[0-9]{3} [0-9]{3}");

            browser.click("devices:waiting:0:confirm");

            assertThat(browser.rows("devices:waiting")).isEmpty();
            assertThat(browser.rows("devices:all"))
                    .singleElement(as(STRING))
                    .contains("Kiosk am Haupteingang", "aufgenommen");
            assertThat(nobody.get("enrolments/" + redeemed).expect(200).text()).contains("CONFIRMED");

            browser.click("devices:all:0:again").click("devices:waiting:0:reject");
            assertThat(browser.text()).contains("Abgelehnt.");
        }
    }

    @Test
    void theAuditTrailIsSearchedByWhomByWhatAndBySubject() {
        String event = RunningServer.newEvent();
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            browser.open("devices.xhtml?event=" + event)
                    .type("devices:title", "Kiosk am Haupteingang")
                    .click("devices:enrol")
                    .open("audit.xhtml?event=" + event);
            assertThat(browser.rows("trail:lines"))
                    .first(as(STRING))
                    .contains(browser.name(), "Gerät aufgenommen", "Kiosk am Haupteingang");

            browser.choose("trail:action", "EVENT_CHANGED").click("trail:find");
            assertThat(browser.rows("trail:lines"))
                    .isNotEmpty()
                    .allMatch(row -> row.contains("Veranstaltung geändert"));
            assertThat(browser.query()).as("nothing that was looked for").isNull();

            browser.click("trail:all").click("trail:lines:0:about");
            assertThat(browser.typed("trail:subject")).isEqualTo("kiosk-am-haupteingang");
            assertThat(browser.rows("trail:lines")).hasSize(1);

            browser.type("trail:until", "2001-01-01T00:00").click("trail:find");
            assertThat(browser.text()).contains("Dazu steht nichts im Protokoll.");
        }
    }

    @Test
    void theAuditTrailIsReadPageByPageAndForTheWholeServer() {
        String event = RunningServer.newEvent();
        for (int reading = 0; reading < 100; reading++) {
            registered(event);
        }
        try (ConsoleBrowser browser = ConsoleBrowser.organiser("en")) {
            browser.open("audit.xhtml?event=" + event);
            assertThat(browser.rows("trail:lines")).hasSize(100).allMatch(row -> row.contains("read registrations"));
            browser.click("trail:older");
            assertThat(browser.rows("trail:lines")).last(as(STRING)).contains("changed the event");
            browser.click("trail:newest");
            assertThat(browser.rows("trail:lines")).hasSize(100);

            browser.open("events.xhtml").click("nav-audit").choose("trail:action", "PASSWORD_CHOSEN");
            browser.click("trail:find");
            assertThat(browser.rows("trail:lines")).first(as(STRING)).contains(browser.name(), "chose a password");
        }
    }

    @Test
    void somebodyIsInvitedForOneEventAndMayNoMoreThanThat() {
        String event = RunningServer.newEvent();
        try (ConsoleBrowser organiser = ConsoleBrowser.organiser();
                ConsoleBrowser invited = ConsoleBrowser.nobody()) {
            String name = "Gast von " + organiser.name();
            organiser.open("people.xhtml").type("new:name", name).click("new:add");
            String link = organiser.written("link");
            assertThat(URI.create(link).getPath()).isEqualTo("/invitation.xhtml");
            organiser.click("reading:english");
            assertThat(organiser.source()).as("told once").doesNotContain(link);

            invited.open("invitation.xhtml")
                    .type("invitation:secret", URI.create(link).getFragment())
                    .type("invitation:password", ConsoleBrowser.PASSWORD)
                    .type("invitation:again", ConsoleBrowser.PASSWORD)
                    .click("invitation:go");
            assertThat(invited.path()).isEqualTo("/events.xhtml");
            assertThat(invited.open("numbers.xhtml?event=" + event).status()).isEqualTo(403);

            organiser.click(organiser.inRow("people:all", name, "open"));
            organiser
                    .choose(organiser.idOf("select[data-event='" + event + "']"), "AUDITOR")
                    .click("people:save");
            assertThat(organiser.text()).contains("count from now on");
            assertThat(invited.open("numbers.xhtml?event=" + event).status()).isEqualTo(200);
            assertThat(invited.open("event.xhtml?event=" + event).status()).isEqualTo(403);
            assertThat(invited.open("audit.xhtml").status())
                    .as("the whole server")
                    .isEqualTo(403);

            organiser.click(organiser.inRow("people:all", name, "open")).click("people:block");
            assertThat(organiser.rows("people:all")).noneMatch(row -> row.contains(name));
            assertThat(invited.open("events.xhtml").path()).isEqualTo("/sign-in.xhtml");
        }
    }

    @Test
    void aProgramsTokenIsShownOnceAndRevoked() {
        try (ConsoleBrowser browser = ConsoleBrowser.organiser("en")) {
            String name = "Mailer of " + browser.name();
            browser.open("tokens.xhtml").type("tokens:name", name).click("tokens:make");
            String secret = browser.written("secret");
            ApiClient program = new ApiClient(server, secret);
            program.get("audit").expect(200);
            program.get("people").expect(403);

            browser.click(browser.inRow("tokens:all", name, "revoke"));
            assertThat(browser.source()).doesNotContain(secret);
            assertThat(browser.rows("tokens:all")).noneMatch(row -> row.contains(name));
            program.get("audit").expect(401);
        }
    }

    @Test
    void aColumnThatNobodyReadsIsGivenAMeaning() {
        String event = RunningServer.newEvent();
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            browser.open("list.xhtml?event=" + event)
                    .type("list:pasted", "Vorname;Nachname;Haus\nErika;Beispiel;Stadt Erfurt\n")
                    .click("list:preview");
            assertThat(browser.chosen(house(browser))).isEqualTo("ignore");

            browser.choose(house(browser), "Organisation").click("list:map");
            assertThat(browser.chosen(house(browser))).isEqualTo("Organisation");
            browser.click("list:confirm").open("registrations.xhtml?event=" + event);
            assertThat(browser.text()).contains("Beispiel, Erika", "Stadt Erfurt");

            browser.open("list.xhtml?event=" + event)
                    .type("list:pasted", "Vorname;Nachname;Haus\nMax;Muster;Stadt Jena\n")
                    .click("list:preview");
            assertThat(browser.chosen(house(browser)))
                    .as("kept for the next list")
                    .isEqualTo("Organisation");
            assertThat(browser.text()).contains("Wer in dieser Liste fehlt", "Absagen");
        }
    }

    private static String house(ConsoleBrowser browser) {
        return browser.idOf("select[data-heading=Haus]");
    }

    @Test
    void aSecondFactorIsSetUpWithACodeAndAskedForFromThenOn() throws GeneralSecurityException {
        try (ConsoleBrowser browser = ConsoleBrowser.organiser();
                ConsoleBrowser elsewhere = ConsoleBrowser.nobody()) {
            elsewhere.signIn(browser.name(), ConsoleBrowser.PASSWORD);
            assertThat(elsewhere.path()).isEqualTo("/events.xhtml");

            browser.click("reading:account").click("factor:begin");
            String secret = browser.written("secret");
            browser.type("factor:code", "000 000").click("factor:confirm");
            assertThat(browser.text()).contains("Dieser Code stimmt nicht.");
            String code = new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(new Base32().decode(secret.replace(" ", "")), "HmacSHA1"), Instant.now());
            browser.type("factor:code", code).click("factor:confirm");
            assertThat(browser.text()).contains("✓ eingerichtet");
            assertThat(browser.source()).doesNotContain(secret);

            browser.click("logins:end");
            assertThat(browser.path()).isEqualTo("/sign-in.xhtml");
            assertThat(elsewhere.open("events.xhtml").path()).isEqualTo("/sign-in.xhtml");
            elsewhere.signIn(browser.name(), ConsoleBrowser.PASSWORD);
            assertThat(elsewhere.path()).isEqualTo("/sign-in.xhtml");
        }
    }

    @Test
    void pagesAskNoOtherHostAndBringNoStockTheme() {
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            assertThat(browser.addresses()
                            .replace("http://www.w3.org/1999/xhtml", "")
                            .strip())
                    .isEmpty();
            assertThat(browser.source()).doesNotContain("theme.css", "primeicons");
        }
    }

    private static int registered(String event) {
        return RunningServer.organiser()
                .get("events/" + event + "/registrations")
                .json()
                .path("registrations")
                .size();
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
        return send((cookie.isEmpty() ? request : request.header("Cookie", cookie)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(30))
                .build()
                .send(request, BodyHandlers.ofString());
    }
}
