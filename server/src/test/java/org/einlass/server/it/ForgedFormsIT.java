package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Forms that somebody sends without having been given the page: with the state of a page that they may see, to
 * the address of one that they may not.
 */
final class ForgedFormsIT {
    private static final Pattern STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]* value=\"([^\"]+)\"");
    private static final Pattern NONCE = Pattern.compile("name=\"primefaces\\.nonce\"[^>]* value=\"([^\"]+)\"");

    private static final List<String> PAGES_OF_EVENTS = List.of(
            "preparation.xhtml",
            "event.xhtml",
            "list.xhtml",
            "registrations.xhtml",
            "contingents.xhtml",
            "person.xhtml",
            "helpers.xhtml",
            "badges.xhtml",
            "badge-layout.xhtml",
            "devices.xhtml",
            "live.xhtml",
            "clarifications.xhtml",
            "awaited.xhtml",
            "rooms.xhtml",
            "closing.xhtml",
            "numbers.xhtml",
            "certificates.xhtml",
            "erasures.xhtml",
            "audit.xhtml",
            "quarantine.xhtml");

    private final URI server = RunningServer.organiser().server();

    @TestFactory
    List<DynamicTest> nobodyChangesTheServerByAPageOfTheirEvent() {
        String event = RunningServer.newEvent();
        return List.of(
                        List.of("people.xhtml", "new=new&new:name=Eve&new:newEverywhere=ORGANISER&new:add=x"),
                        List.of("tokens.xhtml", "tokens=tokens&tokens:name=Eve&tokens:make=x"),
                        List.of("new-event.xhtml", "new=new"))
                .stream()
                .map(forged ->
                        DynamicTest.dynamicTest(forged.get(0), () -> refuses(event, forged.get(0), forged.get(1))))
                .collect(Collectors.toList());
    }

    @Test
    void theServersPagesAreNotShownToWhoeverOrganisesOneEvent() throws IOException, InterruptedException {
        String event = RunningServer.newEvent();
        try (ConsoleBrowser organiser = ConsoleBrowser.organiserOf(event)) {
            for (String page : List.of("people.xhtml", "tokens.xhtml", "new-event.xhtml", "health.xhtml")) {
                HttpRequest request = HttpRequest.newBuilder(server.resolve(page + "?event=" + event))
                        .header("Cookie", organiser.session())
                        .build();
                assertThat(send(request).statusCode()).as(page).isEqualTo(403);
            }
        }
    }

    @Test
    void whoOrganisesOneEventSeesNothingOfAnotherByItsParameters() throws IOException, InterruptedException {
        String own = RunningServer.newEvent();
        String other = RunningServer.newEvent();
        ApiClient everywhere = RunningServer.organiser();
        everywhere
                .upload("events/" + other + "/import", Samples.LIST.getBytes(UTF_8))
                .expect(200);
        String guest = everywhere
                .get("events/" + other + "/registrations")
                .expect(200)
                .json()
                .at("/registrations/0/id")
                .asText();
        try (ConsoleBrowser organiser = ConsoleBrowser.organiserOf(own)) {
            for (String page : PAGES_OF_EVENTS) {
                for (String query : List.of("event=" + other, "event=" + other + "&event=" + own, "event=", "")) {
                    assertThat(shown(organiser, page + "?" + query).statusCode())
                            .as(page + "?" + query)
                            .isEqualTo(403);
                }
                assertThat(shown(organiser, page + "?event=" + own + "&event=" + other)
                                .body())
                        .as(page)
                        .doesNotContain("Çelik")
                        .doesNotContain(other);
            }
            for (String name : List.of("registration", "id", "person", "guest")) {
                assertThat(shown(organiser, "person.xhtml?event=" + own + "&" + name + "=" + guest)
                                .body())
                        .as(name)
                        .doesNotContain("Çelik", "Lüdenscheidt", "Thị Mai");
            }
        }
    }

    private HttpResponse<String> shown(ConsoleBrowser reader, String page) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.resolve(page))
                .header("Cookie", reader.session())
                .build());
    }

    private void refuses(String event, String page, String fields) throws IOException, InterruptedException {
        try (ConsoleBrowser organiser = ConsoleBrowser.organiserOf(event)) {
            String own = organiser.open("event.xhtml?event=" + event).source();
            HttpRequest request = HttpRequest.newBuilder(server.resolve(page))
                    .header("Cookie", organiser.session())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(fields
                            + "&jakarta.faces.ViewState=" + encoded(found(STATE, own))
                            + "&primefaces.nonce=" + encoded(found(NONCE, own))))
                    .build();

            assertThat(send(request).statusCode()).isEqualTo(403);
        }
        try (ConsoleBrowser everywhere = ConsoleBrowser.organiser()) {
            assertThat(everywhere.open("people.xhtml").rows("people:all")).noneMatch(row -> row.contains("Eve"));
        }
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as("%s on the page", pattern).isTrue();
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
