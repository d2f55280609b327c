package org.einlass.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.einlass.launcher.DataFolder;
import org.einlass.launcher.ServerProcess;
import org.einlass.quality.NeedsProgram;
import org.junit.jupiter.api.Test;

/** The day from one page, in a real browser at a desk and on a phone. */
@NeedsProgram({"chromium", "chromedriver"})
final class LivePageIT {
    private static final int MOST_TAPS = 3;
    private static final Duration SOON = Duration.ofSeconds(2);

    private final ApiClient organiser = RunningServer.organiser();

    @Test
    void aScanIsSeenWithinTwoSecondsAndWhatNeedsSomebodyStandsFirst() throws IOException {
        LiveDay day = LiveDay.begin(organiser);
        ApiClient kiosk = day.device("kiosk-1", "KIOSK", "Kiosk 1");
        ApiClient printing = day.device("kiosk-2", "KIOSK", "Drucker 2");
        ApiClient door = day.device("door-1", "DOOR", "Saaltür");
        ApiClient desk = day.device("desk-1", "DESK", "Schalter 1");
        day.reportScans(kiosk, 1, 25, "main", "LIVE");
        day.count(door, "saal", 46);
        day.somethingToClarify(desk);
        day.beat(door, "NONE", 0);
        day.beat(desk, "READY", 0);
        day.beat(kiosk, "READY", 0);
        day.beat(printing, "PAPER_OUT", 0);
        JsonNode live = organiser.get(day.path() + "/live").expect(200).json();
        assertThat(live.path("arrived").asInt()).isEqualTo(24);
        assertThat(live.at("/rooms/2/people").asInt()).isEqualTo(46);
        assertThat(live.at("/devices/3/trouble").asText()).isEqualTo("PRINTER");
        assertThat(live.path("toClarify").asInt()).isEqualTo(1);
        assertThat(live.toString()).as("no names").doesNotContain("Nachname");
        try (ChromiumBrowser browser = new ChromiumBrowser(organiser.server())) {
            browser.signInAsOrganiser(RunningServer.data(), "Lage " + day.id())
                    .open("live.xhtml?event=" + day.id())
                    .reads("arrived", "24")
                    .sees("Drucker 2")
                    .sees("Papier leer")
                    .sees("92\u00a0%")
                    .sees("Zu klären")
                    .inOrder()
                    .guidePicture("guide-live-de");

            day.beat(kiosk, "READY", 0);
            Instant before = Instant.now();
            day.scan(kiosk, 30, "main");
            browser.reads("arrived", "25");
            assertThat(Duration.between(before, Instant.now())).isLessThan(SOON);

            day.count(door, "saal", 49);
            browser.sees("98\u00a0%");
            day.beat(printing, "READY", 0);
            browser.misses("Papier leer");

            browser.click("reading:english")
                    .sees("To do now")
                    .sees("Great hall")
                    .guidePicture("guide-live-en")
                    .click("reading:contrast")
                    .sees("98\u00a0%")
                    .inOrder();
        }
    }

    @Test
    void atFivePastNineAPhoneShowsOnOneScreenWhatNeedsSomebodyAndThreeTapsSettleEach() throws IOException {
        LiveDay day = LiveDay.begin(organiser);
        ApiClient kiosk = day.device("kiosk-1", "KIOSK", "Kiosk 1");
        ApiClient printing = day.device("kiosk-2", "KIOSK", "Drucker 2");
        ApiClient door = day.device("door-1", "DOOR", "Saaltür");
        ApiClient desk = day.device("desk-1", "DESK", "Schalter 1");
        day.reportScans(kiosk, 1, 12, "main", "LIVE");
        day.count(door, "saal", 46);
        for (int open = 0; open < 3; open++) {
            day.somethingToClarify(desk);
        }
        day.beat(printing, "PAPER_OUT", 0);
        try (ChromiumBrowser browser = new ChromiumBrowser(organiser.server())) {
            browser.signInAsOrganiser(RunningServer.data(), "Telefon " + day.id())
                    .onPhone()
                    .open("live.xhtml?event=" + day.id())
                    .showsWithoutScrolling("Drucker 2")
                    .showsWithoutScrolling("Großer Saal")
                    .showsWithoutScrolling("Zu klären")
                    .showsWithoutScrolling("Vortragende fehlen");
            day.scan(kiosk, 30, "main");
            browser.reads("arrived", "12");

            int taps = browser.steps();
            browser.press("Vortragende fehlen").press("Ist da").sees("Astrid Ölschläger ist da.");
            assertThat(browser.steps() - taps).isLessThanOrEqualTo(MOST_TAPS);
            browser.inOrder().onPhone().open("live.xhtml?event=" + day.id()).misses("Vortragende fehlen");

            String call = UUID.randomUUID().toString();
            printing.put(
                            day.path() + "/help-calls/own",
                            "{\"call\": \"%s\", \"reason\": \"GUEST\", \"ended\": false}".formatted(call))
                    .expect(200);
            desk.put(
                            day.path() + "/counters/own",
                            "{\"name\": \"Schalter 1\", \"open\": true, \"served\": [], \"ended\": []}")
                    .expect(200);
            browser.showsWithoutScrolling("Hilferuf: Drucker 2").sees("Gäste unterwegs");
            taps = browser.steps();
            browser.press("Hilferuf: Drucker 2").sees("Ein Gast braucht Hilfe.");
            browser.inOrder().onPhone().press("Wir kommen").sees("Dort steht jetzt, dass jemand kommt.");
            assertThat(browser.steps() - taps).isLessThanOrEqualTo(MOST_TAPS);
            browser.press("Erledigt").sees("Niemand ruft um Hilfe.");
            browser.open("live.xhtml?event=" + day.id()).misses("Hilferuf: Drucker 2");

            taps = browser.steps();
            browser.press("Zu klären").sees("Zurückgenommen").inOrder().onPhone();
            browser.press("Geprüft, stimmt so").sees("Geklärt:");
            assertThat(browser.steps() - taps).isLessThanOrEqualTo(MOST_TAPS);

            browser.open("live.xhtml?event=" + day.id());
            taps = browser.steps();
            browser.press("Großer Saal")
                    .press("Link zeigen")
                    .sees("Link zu: Großer Saal")
                    .inOrder();
            assertThat(browser.steps() - taps).isLessThanOrEqualTo(MOST_TAPS);
            browser.onPhone()
                    .open("live.xhtml?event=" + day.id())
                    .press("Drucker 2")
                    .sees("Papier leer");
            browser.open("closing.xhtml?event=" + day.id())
                    .sees("Noch keine Quittung")
                    .inOrder()
                    .click("closing:freeze")
                    .sees("Eingefrorene Zahlen")
                    .inOrder();
        }
    }

    @Test
    void theCurveOfTheDayStandsBesideThatOfLastYear() throws IOException {
        LiveDay before = LiveDay.ofLastYear(organiser, "Im Vorjahr", 12);
        LiveDay day = LiveDay.begin(organiser);
        ApiClient kiosk = day.device("kiosk-1", "KIOSK", "Kiosk 1");
        day.reportScans(kiosk, 1, 6, "main", "LIVE");
        assertThat(compared(day, "")).isEqualTo(-1);
        assertThat(compared(day, before.id())).isEqualTo(12);
        organiser.get(day.path() + "/live?earlier=nirgends").expect(404);
        try (ChromiumBrowser browser = new ChromiumBrowser(organiser.server())) {
            browser.signInAsOrganiser(RunningServer.data(), "Vergleich " + day.id())
                    .open("live.xhtml?event=" + day.id())
                    .reads("arrived", "5")
                    .misses("Linie: Im Vorjahr");
            assertThat(browser.attribute(".chart .earlier", "points")).isEmpty();
            browser.select("earlier", before.id()).press("Vergleichen").sees("Linie: Im Vorjahr");
            String line = browser.attribute(".chart .earlier", "points");
            assertThat(line).contains(",");

            day.scan(kiosk, 30, "main");
            browser.reads("arrived", "6").sees("Linie: Im Vorjahr");
            assertThat(browser.attribute(".chart .earlier", "points"))
                    .as("kept by the stream")
                    .contains(",");
            browser.inOrder()
                    .picture("live-compared-desktop-de", 1280, 800)
                    .picture("live-compared-phone-de", 390, 844);
        }
    }

    /** How many the earlier event had on the day that is compared; -1 where nothing is. */
    private int compared(LiveDay day, String earlier) {
        JsonNode quarters = organiser
                .get(day.path() + "/live?earlier=" + earlier)
                .expect(200)
                .json()
                .at("/today/earlier/quarters");
        if (quarters.isMissingNode()) {
            return -1;
        }
        int sum = 0;
        for (JsonNode quarter : quarters) {
            sum += quarter.path("arrivals").asInt();
        }
        return sum;
    }

    @Test
    void aPhoneCountsItsRoomAndKeepsWhatWasPressedWithoutNetwork() throws IOException {
        LiveDay day = LiveDay.begin(organiser);
        String secret = organiser
                .post(day.path() + "/room-links", "{\"area\": \"saal\"}")
                .expect(200)
                .json()
                .path("secret")
                .asText();
        try (ChromiumBrowser phone = new ChromiumBrowser(organiser.server())) {
            phone.onPhone()
                    .open("room.xhtml#" + secret)
                    .reads("room-title", "Großer Saal")
                    .reads("people", "0")
                    .sees("Eröffnung")
                    .inOrder()
                    .onPhone()
                    .press("+1")
                    .reads("people", "1")
                    .reads("waiting", "");
            phone.offline(true).press("+1").press("+1").reads("people", "3").sees("2 noch nicht gesendet");
            phone.offline(false).reads("waiting", "").reads("people", "3");
            phone.type("count", "49").press("Übernehmen").reads("people", "49").sees("voll");
            assertThat(organiser
                            .get(day.path() + "/live")
                            .expect(200)
                            .json()
                            .at("/rooms/2/people")
                            .asInt())
                    .isEqualTo(49);
        }
    }

    @Test
    void aServerThatStartsAnewLosesNothingThatWasTypedAndTheLivePageComesBackByItself()
            throws IOException, InterruptedException {
        DataFolder data = RunningServer.freshData();
        int port;
        String event;
        ChromiumBrowser browser;
        try (ServerProcess server = RunningServer.start(data)) {
            port = server.uri().getPort();
            LiveDay day = LiveDay.begin(RunningServer.organiser(server, data));
            event = day.id();
            browser = new ChromiumBrowser(server.uri());
            browser.signInAsOrganiser(data.folder(), "Lage")
                    .open("live.xhtml?event=" + event)
                    .reads("arrived", "0")
                    .open("event.xhtml?event=" + event)
                    .retype("edit:titleGerman", "Getippt ohne Server");
        }
        try (ChromiumBrowser watching = browser) {
            watching.click("edit:save").sees("Der Server antwortet nicht.");
            try (ServerProcess again = ServerProcess.start(RunningServer.planAt(data, port))) {
                assertThat(again.uri().getPort()).isEqualTo(port);
                watching.click("edit:save")
                        .press("Weiter")
                        .sees("Ihre Eingaben stehen wieder hier")
                        .click("edit:save")
                        .sees("Gespeichert.");
                assertThat(watching.typed("edit:titleGerman")).isEqualTo("Getippt ohne Server");
                watching.open("live.xhtml?event=" + event).reads("arrived", "0");
            }
            watching.sees("Verbindung unterbrochen");
            try (ServerProcess again = ServerProcess.start(RunningServer.planAt(data, port))) {
                watching.hides("broken");
                LiveDay.continued(RunningServer.organiser(again, data), event).scanByNewKiosk(5);
                watching.reads("arrived", "1");
            }
        }
    }
}
