package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.einlass.quality.NeedsProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Markup in every name of an event: pages, documents and tables show it as it is, and none of it does anything. */
final class MarkupIT {
    private static final String MARKUP = "<script>ran=1</script>\"><img src=x onerror=ran=1>";
    private static final String QUOTED = MARKUP.replace("\"", "\"\"");

    /** What every page names the event by. */
    private static final int PAGES_ABOUT_THE_EVENT = 15;

    private final ApiClient organiser = RunningServer.organiser();

    @TempDir
    private Path folder;

    @Test
    @NeedsProgram({"chromium", "chromedriver"})
    void namesWithMarkupAreTextEverywhere() throws IOException {
        LiveDay day = LiveDay.begin(organiser);
        String path = day.path();
        JsonNode document = renamed(organiser.get(path).expect(200).json());
        organiser.put(path, document.toString()).expect(200);
        organiser.upload(path + "/import", list().getBytes(UTF_8)).expect(200);
        ApiClient kiosk = day.device("kiosk-1", "KIOSK", json(MARKUP));
        ApiClient desk = day.device("desk-1", "DESK", json(MARKUP));
        day.beat(kiosk, "PAPER_OUT", 1);
        day.reportScans(kiosk, 1, 4, "main", "LIVE");
        day.somethingToClarify(desk);
        organiser
                .post(path + "/helpers", "{\"name\": \"%s\", \"work\": \"DESK\"}".formatted(json(MARKUP)))
                .expect(200);
        organiser
                .post(path + "/messages", "{\"devices\": [\"kiosk-1\"], \"text\": \"%s\"}".formatted(json(MARKUP)))
                .expect(200);
        String person = person(path);

        try (ChromiumBrowser browser = new ChromiumBrowser(organiser.server())) {
            browser.signInAsOrganiser(RunningServer.data(), MARKUP + day.id())
                    .open("people.xhtml")
                    .type("new:name", MARKUP + " zwei")
                    .click("new:add");
            assertThat(browser.injected()).as("people.xhtml with a new link").isZero();
            browser.open("list.xhtml?event=" + day.id())
                    .type("list:file", file().toString())
                    .click("list:preview")
                    .sees("Das würde geschehen");
            assertThat(browser.injected()).as("the preview of a list").isZero();
            List<String> showing = new ArrayList<>();
            for (String page : EveryPageIT.pages(day.id(), person)) {
                browser.open(page);
                assertThat(browser.injected()).as(page).isZero();
                if (browser.shows(MARKUP)) {
                    showing.add(page);
                }
            }
            assertThat(showing).as("pages that show the markup as text").hasSizeGreaterThan(PAGES_ABOUT_THE_EVENT);
        }
        documents(path, person);
    }

    private void documents(String path, String person) throws IOException {
        for (String pdf : List.of(
                "/reports/attendance.pdf",
                "/lists/attendance.pdf",
                "/lists/evacuation.pdf",
                "/lists/rooms.pdf",
                "/helpers/badges.pdf",
                "/registrations/" + person + "/ticket.pdf",
                "/registrations/" + person + "/disclosure.pdf",
                "/lists/desk-protocol.pdf")) {
            assertThat(text(organiser.get(path + pdf).expect(200).body()).replaceAll("\\s", ""))
                    .as(pdf)
                    .contains("<script>ran=1</script>");
        }
        for (String csv : List.of("/exports/registrations.csv", "/lists/attendance.csv", "/reports/attendance.csv")) {
            assertThat(organiser.get(path + csv).expect(200).text()).as(csv).contains("<script>ran=1</script>");
        }
    }

    private String person(String path) {
        for (JsonNode one :
                organiser.get(path + "/registrations").expect(200).json().path("registrations")) {
            if (one.at("/particulars/attendee/familyName").asText().contains("<script>")) {
                return one.path("id").asText();
            }
        }
        throw new IllegalStateException("Nobody has markup in the name.");
    }

    /** Every title of the event, and every text of it, is the markup. */
    private static JsonNode renamed(JsonNode event) throws IOException {
        String words = "{\"german\": \"%s\", \"english\": \"%s\"}".formatted(json(MARKUP), json(MARKUP));
        String text = event.toString()
                .replaceAll("\\{\"german\":\"[^\"]*\",\"english\":\"[^\"]*\"}", words.replace("\\", "\\\\"));
        ObjectNode renamed = (ObjectNode) new ObjectMapper().readTree(text);
        renamed.put("organiser", MARKUP);
        renamed.put("hotline", MARKUP.substring(0, 40));
        return renamed;
    }

    private static String list() {
        return "Schlüssel;Titel;Vorname;Nachname;Funktion;Organisation;Programme;Ticketcode;Kategorie\n"
                + "M1;\"%s\";\"%s\";\"%s\";\"%s\";\"%s\";egk;MARKUP-1;attendee\n"
                        .formatted(QUOTED, QUOTED, QUOTED, QUOTED, QUOTED);
    }

    private Path file() throws IOException {
        return Files.writeString(
                folder.resolve("\"><img src=x onerror=ran=1>.csv"),
                "Schlüssel;Vorname;Nachname;\"%s\"\nM2;Max;\"%s\";\"%s\"\n".formatted(QUOTED, QUOTED, QUOTED));
    }

    private static String json(String text) {
        return text.replace("\"", "\\\"");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            StringBuilder all = new StringBuilder();
            PdfTextExtractor extractor = new PdfTextExtractor(reader);
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                all.append(extractor.getTextFromPage(page));
            }
            return all.toString();
        }
    }
}
