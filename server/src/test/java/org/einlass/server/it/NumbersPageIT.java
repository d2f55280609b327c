package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.einlass.contract.account.OrganiserLink;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.ScanProof;
import org.einlass.contract.id.EntryId;
import org.einlass.quality.NeedsProgram;
import org.junit.jupiter.api.Test;

/** The page of figures of an event of three days, in a real browser, on a desk and on a phone. */
@NeedsProgram({"chromium", "chromedriver"})
final class NumbersPageIT {
    private static final int REGISTERED = 90;
    private static final int ARRIVED = 61;

    private final ApiClient organiser = RunningServer.organiser();
    private final String event = "numbers-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void showsFiguresThatAddUp() throws Exception {
        takePlace();
        OrganiserLink link = OrganiserLink.next(new SecureRandom(), Instant.now());
        link.write(RunningServer.data());
        try (ChromiumBrowser browser = new ChromiumBrowser(organiser.server())) {
            browser.open("first-organiser.xhtml#" + link.secret())
                    .type("first:name", "Zahlen " + event)
                    .type("first:password", ConsoleBrowser.PASSWORD)
                    .type("first:again", ConsoleBrowser.PASSWORD)
                    .click("first:go")
                    .sees("Veranstaltungen");

            browser.open("numbers.xhtml?event=" + event)
                    .sees(ARRIVED + "Besucherinnen und Besucher")
                    .sees("In beiden Programmen, oben doppelt")
                    .sees("Nicht mitgezählt: Team")
                    .sees("Verschiedene Personen")
                    .inOrder()
                    .picture("numbers-desktop", 1280, 800)
                    .picture("numbers-phone", 390, 844)
                    .inOrder();
        }
    }

    private void takePlace() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        organiser
                .put(
                        "events/" + event,
                        Samples.EVENT.replace(
                                "\"firstDay\": \"2022-07-04\"",
                                "\"firstDay\": \"" + today.minusDays(1) + "\", \"lastDay\": \"" + today.plusDays(1)
                                        + "\""))
                .expect(200);
        String list = "Schlüssel;Vorname;Nachname;Organisation;Sektor;Bundesland;Programme;Ticketcode;Kategorie\n"
                + IntStream.range(0, REGISTERED).mapToObj(NumbersPageIT::row).collect(Collectors.joining("\n"));
        organiser.upload("events/" + event + "/import", list.getBytes(UTF_8)).expect(200);
        ApiClient kiosk = organiser.as(organiser
                .put("events/" + event + "/devices/kiosk-1", "{\"kind\": \"KIOSK\", \"doors\": [\"main\"]}")
                .expect(200)
                .json()
                .path("token")
                .asText());
        EventSalt salt = new EventSalt(kiosk.get("events/" + event + "/doors/main")
                .expect(200)
                .json()
                .path("salt")
                .asText());
        String entries =
                IntStream.range(0, ARRIVED + 4).mapToObj(i -> scan(i, salt)).collect(Collectors.joining(","));
        kiosk.post(
                        "events/" + event + "/journal",
                        "{\"epoch\": \"" + new UUID(1, 2) + "\", \"highWater\": " + (ARRIVED + 4) + ", \"entries\": ["
                                + entries + "]}")
                .expect(200);
    }

    /** The first four are of the team. */
    private static String row(int i) {
        String organisation = i % 7 == 0
                ? "Arbeitsgemeinschaft der kommunalen Spitzenverbände für interkommunale Zusammenarbeit"
                : i % 3 == 0 ? "Stadt Erfurt" : "Thüringer Finanzministerium";
        return "A%d;Vorname%d;Nachname%d;%s;%s;%s;%s;NUMBERS-%d;%s"
                .formatted(
                        i,
                        i,
                        i,
                        organisation,
                        i % 3 == 0 ? "Kommune" : "Land",
                        i % 5 == 0 ? "Sachsen" : "Thüringen",
                        i % 4 == 0 ? "egk|itls" : i % 4 == 1 ? "" : "egk",
                        i,
                        i < 4 ? "Team" : "Teilnehmer");
    }

    private static String scan(int i, EventSalt salt) {
        ExternalCode code = new ExternalCode("NUMBERS-" + i);
        UUID id = UUID.randomUUID();
        int minute = i % 9 == 0 ? 100 + i : 60 + i / 2;
        return """
                {"type": "scanned",
                 "head": {"id": "%s", "sequence": %d, "phase": "LIVE",
                          "time": {"wall": "%s", "boot": "%s", "monotonic": "PT%dM"}},
                 "door": "main", "code": "%s", "proof": "%s",
                 "outcome": {"verdict": "ADMITTED", "source": "%s"}}
                """.formatted(
                        id,
                        i + 1,
                        Instant.now().minus(Duration.ofMinutes(200 - minute)),
                        new UUID(7, 7),
                        minute,
                        salt.lookupId(code).hex(),
                        ScanProof.of(code, new EntryId(id)).hex(),
                        i % 6 == 0 ? "DEVICE" : "SERVER");
    }
}
