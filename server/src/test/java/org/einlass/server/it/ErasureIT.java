package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A person goes through every part of the running server, is told what is kept, and is erased. */
final class ErasureIT {
    private static final List<String> CANARIES = List.of(
            "Nachtigaller", "Singdrosselin", "Gefiederte Stiftung", "drossel@nest.example", "NEST-815", "Amselfeldt");
    private static final long LARGEST = 200_000_000;

    private final ApiClient organiser = RunningServer.organiser();
    private final String event = RunningServer.newEvent();
    private final Instant begun = Instant.now().minusSeconds(2);

    private String person() {
        String list = """
                Schlüssel;Vorname;Nachname;Organisation;E-Mail;Ticketcode
                NEST-815;Singdrosselin;Nachtigaller;Gefiederte Stiftung;drossel@nest.example;SHOP-815
                A2;Ömer;Çelik;Stadt Erfurt;oemer@erfurt.example;SHOP-2
                """;
        organiser.upload(path("/import"), list.getBytes(UTF_8)).expect(200);
        return organiser
                .post(path("/registrations/search"), "{\"text\": \"nachtigaller\"}")
                .expect(200)
                .json()
                .at("/hits/0/registration")
                .asText();
    }

    private String path(String rest) {
        return "events/" + event + rest;
    }

    /** Files of the data folder and of the folder for temporary files that hold a canary. */
    private Set<String> left() throws IOException {
        try (Stream<Path> data = Files.walk(RunningServer.data());
                Stream<Path> temporary = Files.walk(Path.of(System.getProperty("java.io.tmpdir")), 1)) {
            return Stream.concat(data, temporary.filter(this::isOfThisTest))
                    .filter(Files::isRegularFile)
                    .filter(ErasureIT::holdsACanary)
                    .map(Path::toString)
                    .collect(Collectors.toSet());
        }
    }

    private boolean isOfThisTest(Path file) {
        try {
            return Files.isReadable(file)
                    && Files.getLastModifiedTime(file).compareTo(FileTime.from(begun)) > 0
                    && Files.size(file) < LARGEST;
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean holdsACanary(Path file) {
        try {
            String bytes = Files.readString(file, ISO_8859_1);
            return CANARIES.stream().anyMatch(bytes::contains);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothingOfAPersonIsLeftInAnyFileOfTheServer() throws IOException {
        String id = person();
        String one = path("/registrations/" + id);
        organiser
                .send(
                        "PATCH",
                        one,
                        "application/json",
                        "{\"attendee\": {\"familyName\": \"Nachtigaller\", \"department\": \"Amselfeldt\"}}"
                                .getBytes(UTF_8))
                .expect(200);
        for (String pages : List.of(
                one + "/ticket.pdf",
                path("/exports/registrations.xlsx"),
                path("/exports/tickets.zip"),
                path("/lists/attendance.pdf"))) {
            organiser.get(pages).expect(200);
        }
        JsonNode kept = organiser.get(one + "/disclosure").expect(200).json();
        assertThat(kept.at("/registrations/0/registration/particulars/attendee/familyName")
                        .asText())
                .isEqualTo("Nachtigaller");
        assertThat(kept.toString())
                .contains("drossel@nest.example", "NEST-815", "Singdrosselin", "Gefiederte Stiftung", "Amselfeldt")
                .doesNotContain("SHOP-815");
        assertThat(organiser.get(one + "/disclosure.pdf").expect(200).text()).startsWith("%PDF");
        assertThat(left()).isNotEmpty();

        JsonNode receipt = organiser.post(one + "/erasure", "").expect(200).json();

        assertThat(left()).isEmpty();
        assertThat(receipt.at("/erasure/registration").asText()).isEqualTo(id);
        assertThat(receipt.at("/erasure/rows/codes").asInt()).isEqualTo(3);
        assertThat(receipt.at("/erasure/cleanedAt").asText()).isNotEmpty();
        assertThat(organiser.get(path("/registrations")).expect(200).text())
                .contains("Çelik")
                .doesNotContain("Nachtigaller", id);
        assertThat(organiser.get(path("/erasures")).expect(200).json()).hasSize(1);
        assertThat(organiser.get(path("/erasures/log.pdf")).expect(200).text()).startsWith("%PDF");
        organiser.post(one + "/erasure", "").expect(404);
        organiser.get(one + "/disclosure").expect(404);
    }

    @Test
    void anEventIsErasedByWhoNamesItTwiceAndOnItsDay() {
        person();
        organiser.post(path("/erasures"), "{\"confirm\": \"another\"}").expect(400);
        organiser.post(path("/erasures"), "{\"confirm\": \"" + event + "\"}").expect(409);
        organiser
                .put("events/" + event, Samples.EVENT.replace("\"LIVE\"", "\"CLOSED\""))
                .expect(200);

        organiser.put(path("/retention"), "{\"eraseOn\": \"2022-07-04\"}").expect(400);
        organiser.put(path("/retention"), "{\"eraseOn\": \"2099-01-01\"}").expect(200);
        assertThat(organiser
                        .get(path("/retention"))
                        .expect(200)
                        .json()
                        .path("eraseOn")
                        .asText())
                .isEqualTo("2099-01-01");

        JsonNode receipt = organiser
                .post(path("/erasures"), "{\"confirm\": \"" + event + "\"}")
                .expect(200)
                .json();
        assertThat(receipt.at("/erasure/rows/registrations").asInt()).isEqualTo(2);
        assertThat(organiser.get(path("/registrations")).expect(200).json().path("registrations"))
                .isEmpty();
    }

    @Test
    void thePagesEraseAPersonOnlyAfterASecondThought() {
        String id = person();
        try (ConsoleBrowser browser = ConsoleBrowser.organiser();
                ConsoleBrowser english = ConsoleBrowser.organiser("en")) {
            browser.open("person.xhtml?event=" + event + "&person=" + id);
            assertThat(browser.text()).contains("Auskunft und Löschung", "Nachtigaller");
            assertThat(browser.click("rights:erase").text()).contains("Bitte zuerst das Häkchen setzen.");
            browser.click("rights:sure");
            assertThat(browser.click("rights:erase").text())
                    .contains("Die Person wurde gelöscht.", id)
                    .doesNotContain("Nachtigaller");
            assertThat(browser.path()).endsWith("erasures.xhtml");
            browser.type("retention:day", "2099-02-01");
            assertThat(browser.click("retention:save").text()).contains("Der Löschtermin ist gesetzt.");
            assertThat(english.open("erasures.xhtml?event=" + event).text()).contains("Where something is left", id);
        }
    }
}
