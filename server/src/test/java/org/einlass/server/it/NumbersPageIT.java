package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.einlass.contract.account.OrganiserLink;
import org.einlass.contract.certificate.AttendanceCertificate;
import org.einlass.contract.certificate.AttendanceSigningKey;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.ScanProof;
import org.einlass.contract.id.EntryId;
import org.einlass.quality.NeedsProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of figures and of badges of an event of three days, in a real browser, on a desk and on a phone. */
@NeedsProgram({"chromium", "chromedriver"})
final class NumbersPageIT {
    private static final int REGISTERED = 90;
    private static final int ARRIVED = 61;

    private final ApiClient organiser = RunningServer.organiser();

    @TempDir
    Path folder;

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

            organiser.put("events/" + event + "/badges/boxes", "{\"boxes\": 3}").expect(200);
            organiser.post("events/" + event + "/badges/runs", "{}").expect(200);
            browser.open("badges.xhtml?event=" + event)
                    .sees("Türschilder")
                    .sees("Bestätigen Sie erst")
                    .inOrder()
                    .picture("badges-desktop", 1280, 800)
                    .picture("badges-phone", 390, 844)
                    .inOrder();
            browser.open("badge-layout.xhtml?event=" + event)
                    .sees("zum Schalter")
                    .inOrder()
                    .picture("badge-layout-desktop", 1280, 800)
                    .picture("badge-layout-phone", 390, 844)
                    .inOrder();
        }
    }

    @Test
    void certificatesAreDesignedMadeAndVerifiedWithoutAServer() throws Exception {
        takePlace();
        OrganiserLink link = OrganiserLink.next(new SecureRandom(), Instant.now());
        link.write(RunningServer.data());
        try (ChromiumBrowser browser = new ChromiumBrowser(organiser.server())) {
            browser.open("first-organiser.xhtml#" + link.secret())
                    .type("first:name", "Bescheinigt " + event)
                    .type("first:password", ConsoleBrowser.PASSWORD)
                    .type("first:again", ConsoleBrowser.PASSWORD)
                    .click("first:go")
                    .sees("Veranstaltungen")
                    .open("numbers.xhtml?event=" + event)
                    .click("numbers:certificates")
                    .sees("Was darauf steht")
                    .type("design:german", "Als Fortbildung anerkannt.")
                    .type("design:signatory", "Dr. Beispiel")
                    .type("design:logo", logo().toString())
                    .click("design:save")
                    .sees("Gespeichert.")
                    .sees("Logo (vorhanden; ersetzen)")
                    .click("all:begin")
                    .sees("Alle 65 fertig")
                    .type("verify:code", "EINLASS-ATTENDANCE-1 nichts")
                    .click("verify:check")
                    .sees("Nicht bestätigt")
                    .inOrder()
                    .picture("certificates-desktop", 1280, 800)
                    .picture("certificates-phone", 390, 844)
                    .inOrder();

            verifiesOffline(browser);
        }
    }

    /** The page as a file, with a key of which the test knows the other half. */
    private void verifiesOffline(ChromiumBrowser browser) throws IOException {
        AttendanceSigningKey.Pair keys = AttendanceSigningKey.next();
        String code = new AttendanceCertificate(
                        "Kongress <b>",
                        "Jördis Müller",
                        "",
                        List.of(LocalDate.of(2025, 9, 16)),
                        List.of("Akten ohne Papier"),
                        LocalDate.of(2025, 9, 18))
                .sign(keys.signing());
        String certificates = "events/" + event + "/certificates/";
        String page = organiser.get(certificates + "verify.html").expect(200).text();
        String own = bare(organiser.get(certificates + "key.pem").expect(200).text());
        assertThat(page).contains(own);
        Path file = Files.writeString(
                folder.resolve("verify.html"),
                page.replace(own, bare(keys.verification().pem())));

        browser.open(file.toUri().toString())
                .offline(true)
                .type("code", code)
                .click("check")
                .sees("Bestätigt")
                .sees("Jördis Müller")
                .sees("16. September 2025")
                .sees("Akten ohne Papier")
                .picture("verify-phone", 390, 844)
                .picture("verify-desktop", 1280, 800)
                .inOrder()
                .choose("code", code.replace("Müller", "Möller"))
                .click("check")
                .sees("Nicht bestätigt")
                .choose("code", code)
                .click("check")
                .sees("Akten ohne Papier")
                .choose("code", code.substring(0, code.length() - 1) + sameBits(code.charAt(code.length() - 1)))
                .click("check")
                .sees("Nicht bestätigt");
    }

    /** Another sign that says the same two bits at the end of a signature. */
    private static char sameBits(char last) {
        return switch (last) {
            case 'A' -> 'B';
            case 'Q' -> 'R';
            case 'g' -> 'h';
            default -> 'x';
        };
    }

    private static String bare(String pem) {
        return pem.replaceAll("-----[A-Z ]+-----|\\s", "");
    }

    private Path logo() throws IOException {
        Path file = folder.resolve("logo.png");
        ImageIO.write(new BufferedImage(400, 100, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
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
