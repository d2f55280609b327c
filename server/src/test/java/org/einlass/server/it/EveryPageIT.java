package org.einlass.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.einlass.quality.NeedsProgram;
import org.junit.jupiter.api.Test;

/** What holds for every page of the console: one that is added is tried, too. */
final class EveryPageIT {
    /** A phone's page behind a link of its own, tried where rooms are counted. */
    private static final Set<String> OTHERWISE = Set.of("room.xhtml");

    /** Whoever is signed in has no way but back from where others choose a password. */
    private static final Set<String> OF_STRANGERS =
            Set.of("first-organiser.xhtml", "invitation.xhtml", "sign-in.xhtml");

    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)");

    private final ApiClient organiser = RunningServer.organiser();
    private final LiveDay day = LiveDay.begin(organiser);

    @Test
    @NeedsProgram({"chromium", "chromedriver"})
    void isAccessibleAndFitsInGermanWithOwnColoursAndInEnglishWithHighContrast() throws IOException {
        furnish();
        try (ChromiumBrowser browser = new ChromiumBrowser(organiser.server())) {
            browser.signInAsOrganiser(RunningServer.data(), "Alle Seiten " + day.id());
            for (String page : pages()) {
                browser.open(page).hasOwnColours().inOrder();
            }
            browser.open("events.xhtml").click("reading:english");
            browser.open("events.xhtml").click("reading:contrast");
            assertThat(browser.attribute("html.contrast", "lang")).isEqualTo("en");
            for (String page : pages()) {
                browser.open(page).inOrder();
            }
        }
    }

    @Test
    void leadsOnAndEachLinkToAPageThatItsReaderMaySee() throws IOException {
        furnish();
        try (ConsoleBrowser owner = ConsoleBrowser.organiser();
                ConsoleBrowser reader = ConsoleBrowser.auditor()) {
            for (ConsoleBrowser browser : List.of(owner, reader)) {
                Set<String> links = new TreeSet<>();
                for (String page : pages()) {
                    browser.open(page);
                    if (browser.status() != 200) {
                        continue;
                    }
                    List<String> found = LINK.matcher(browser.source())
                            .results()
                            .map(link -> link.group(1).replace("&amp;", "&"))
                            .toList();
                    assertThat(found)
                            .as("ways on from " + page)
                            .hasSizeGreaterThan(OF_STRANGERS.contains(page) ? 0 : 2);
                    links.addAll(found);
                }
                assertThat(links).hasSizeGreaterThan(10);
                for (String link : links) {
                    assertThat(browser.open(link.substring(1)).status())
                            .as(link)
                            .isEqualTo(200);
                }
            }
        }
    }

    private void furnish() {
        ApiClient kiosk = day.device("kiosk-1", "KIOSK", "Kiosk 1");
        ApiClient desk = day.device("desk-1", "DESK", "Schalter 1");
        day.reportScans(kiosk, 1, 5, "main", "LIVE");
        day.somethingToClarify(desk);
        day.beat(kiosk, "PAPER_OUT", 2);
    }

    /** All of them, about the event or one of its people. */
    private List<String> pages() throws IOException {
        String person = organiser
                .get(day.path() + "/registrations")
                .expect(200)
                .json()
                .at("/registrations/0/id")
                .asText();
        return pages(day.id(), person);
    }

    /** Those of the console, about that event or that person of it. */
    static List<String> pages(String event, String person) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/webapp"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xhtml") && !OTHERWISE.contains(name))
                    .sorted()
                    .map(name -> OF_STRANGERS.contains(name)
                            ? name
                            : name + "?event=" + event + (name.equals("person.xhtml") ? "&person=" + person : ""))
                    .toList();
        }
    }
}
