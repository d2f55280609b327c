package org.einlass.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.einlass.contract.tls.KeyPin;
import org.einlass.demo.DemoCongress;
import org.einlass.demo.MorningPictures;
import org.einlass.demo.Organiser;
import org.einlass.kiosk.PictureRun.Finding;
import org.einlass.launcher.ServerProcess;
import org.einlass.quality.NeedsProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An organiser's browser and a real kiosk at one server. */
@NeedsProgram({"chromium", "chromedriver"})
final class ConsoleAndKioskIT {
    /** Two on a machine with nothing else to do ({@code -Deinlass.live.seconds=2}); a busy one is only waited for. */
    private static final Duration SOON = Duration.ofSeconds(Integer.getInteger("einlass.live.seconds", 30));

    private static final int MOST_STEPS = 90;
    private static final int GUESTS = 5;

    /** The day has begun by then: what a server does for the first time takes longer. */
    private static final int FIRST = 2;

    @TempDir
    private Path folder;

    @Test
    void theLivePageShowsEachScanOfARealKioskWithinTwoSeconds() throws Exception {
        Path data = folder.resolve("server");
        try (RunningHouse house = RunningHouse.open(data)) {
            DemoCongress congress = DemoCongress.on(house.server(), house.organiserToken());
            congress.inviteGuests();
            List<Path> tickets = new ArrayList<>();
            for (JsonNode guest : visitors(congress.organiser())) {
                tickets.add(photographed(
                        congress.organiser().ticket(guest), guest.path("ownKey").asText()));
            }
            try (Entrance north = new Entrance(congress, "kiosk-north", folder);
                    WebDriverBrowser browser =
                            new WebDriverBrowser(house.server().uri(), folder)) {
                assertThat(north.knowsItsGuests()).isTrue();
                browser.signInAsOrganiser(data)
                        .open("live.xhtml?event=" + congress.organiser().event())
                        .reads("arrived", "0");
                List<Duration> delays = new ArrayList<>();
                for (int came = 1; came <= tickets.size(); came++) {
                    Finding finding = north.shows(tickets.get(came - 1)).finding();
                    Instant shown = Instant.now();
                    assertThat(finding).isEqualTo(Finding.ADMITTED);
                    browser.reads("arrived", String.valueOf(came));
                    if (came > FIRST) {
                        delays.add(Duration.between(shown, Instant.now()));
                    }
                }
                System.out.println("From the verdict to the live page: " + delays);
                assertThat(delays).allSatisfy(delay -> assertThat(delay).isLessThan(SOON));
            }
        }
    }

    @Test
    void anEmptyServerIsPreparedInTheBrowserUntilARealKioskAdmitsATicket() throws Exception {
        Path data = folder.resolve("server");
        try (RunningHouse house = RunningHouse.open(data);
                WebDriverBrowser browser = new WebDriverBrowser(house.server().uri(), folder)) {
            browser.signInAsOrganiser(data)
                    .click("new")
                    .click("new:model:0")
                    .type("new:german", "Tag der Verwaltung")
                    .type("new:day", LocalDate.now(ZoneId.of("Europe/Berlin")).toString())
                    .click("new:create")
                    .sees("Die Veranstaltung ist angelegt");
            String event = browser.address().replaceFirst(".*event=", "");
            browser.follow("Liste")
                    .type("list:pasted", list())
                    .click("list:preview")
                    .sees("Das würde geschehen")
                    .click("list:confirm")
                    .sees("Die Liste ist übernommen.")
                    .follow("Geräte")
                    .type("devices:title", "Kiosk 1")
                    .click("devices:enrol")
                    .sees("Dieses Token steht nur jetzt hier.");
            String token = browser.words(".secret code");
            browser.follow("Vor dem Tag").click("phase:begin").sees("Die Veranstaltung läuft.");
            assertThat(browser.steps()).isLessThanOrEqualTo(MOST_STEPS);

            Organiser organiser = new Organiser(
                    house.server().uri(),
                    event,
                    Files.readString(house.organiserToken()).strip());
            JsonNode guest = organiser.registrations().stream()
                    .filter(one -> one.path("ownKey").asText().equals("K417"))
                    .findFirst()
                    .orElseThrow();
            Path ticket = photographed(organiser.ticket(guest), "K417");
            try (Entrance entrance = Entrance.of(settings(house.server(), event, organiser, token), badges())) {
                assertThat(entrance.shows(ticket).finding()).isEqualTo(Finding.ADMITTED);
                assertThat(entrance.badges()).hasSize(1);
            }
            System.out.println("Clicks and fields from the empty server to the admitted ticket: " + browser.steps());
        }
    }

    private static List<JsonNode> visitors(Organiser organiser) {
        return organiser.registrations().stream()
                .filter(one -> one.at("/particulars/status").asText().equals("CONFIRMED"))
                .filter(one -> !one.at("/particulars/category").asText().equals("companion"))
                .filter(one ->
                        !one.at("/particulars/attendee/familyName").asText().isEmpty())
                .limit(GUESTS)
                .toList();
    }

    private Path badges() {
        return folder.resolve("badges");
    }

    private Path settings(ServerProcess server, String event, Organiser organiser, String token) throws Exception {
        JsonNode device = organiser.devices().get(0);
        return Files.write(
                folder.resolve("kiosk.properties"),
                List.of(
                        "server = " + server.httpsUri().orElseThrow(),
                        "server.pins = "
                                + server.pins().stream().map(KeyPin::text).collect(Collectors.joining(", ")),
                        "event = " + event,
                        "door = " + organiser.firstDoor(),
                        "device = " + device.path("device").asText(),
                        "kind = kiosk",
                        "token = " + token,
                        "language = de",
                        "scan = keyboard",
                        "printer = folder:" + badges(),
                        "store = " + folder.resolve("store"),
                        "counter = 2"));
    }

    private static String list() {
        return "Schlüssel;Vorname;Nachname;Organisation\n"
                + IntStream.rangeClosed(1, 500)
                        .mapToObj(row -> "K" + row + ";Jörg;Müller-" + row + ";Stadt Erfurt " + row % 40)
                        .collect(Collectors.joining("\n"));
    }

    private Path photographed(byte[] ticket, String key) throws Exception {
        Path pictures = folder.resolve("pictures-of-" + key);
        new MorningPictures(pictures).ticket(ticket, "ticket");
        try (Stream<Path> files = Files.list(pictures)) {
            return files.findFirst().orElseThrow();
        }
    }
}
