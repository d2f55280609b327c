package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that everybody may open cost the server no session, and broken forms no page of the log. */
final class StrangersPagesIT {
    private static final String FORM = "sign-in=sign-in&sign-in:name=Eve&sign-in:password=geraten&sign-in:code="
            + "&sign-in:go=x&primefaces.nonce=N2YzMzdiMDAtMjI1ZC00OWUyLWFkZWMtNWNkOWU4NzNlYzEz&jakarta.faces.ViewState=";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server = RunningServer.organiser().server();

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sign-in.xhtml", "first-organiser.xhtml", "invitation.xhtml", "room.xhtml", "people.xhtml"})
    void aStrangersPageTakesNoSession(String page) throws IOException, InterruptedException {
        HttpResponse<String> shown = get(page);

        assertThat(shown.statusCode()).isIn(200, 302);
        assertThat(shown.headers().allValues("Set-Cookie")).isEmpty();
    }

    /** Whoever shows a new cookie each time would be given a new session each time, of tens of kilobytes. */
    @Test
    void twoThousandPagesOfSigningInLeaveNothingInTheServersMemory() throws IOException, InterruptedException {
        openPages(300);
        long before = liveBytes();

        assertThat(openPages(2_000)).as("pages shown").isGreaterThan(500);

        assertThat(liveBytes() - before).isLessThan(4_000_000);
    }

    /** @return how many were shown; the rest came too fast */
    private long openPages(int count) {
        long shown = 0;
        for (int from = 0; from < count; from += 20) {
            List<CompletableFuture<HttpResponse<Void>>> pages = IntStream.range(0, 20)
                    .mapToObj(i -> HttpRequest.newBuilder(server.resolve("sign-in.xhtml"))
                            .header("Cookie", "__Host-einlass=" + UUID.randomUUID())
                            .build())
                    .map(page -> client.sendAsync(page, BodyHandlers.discarding()))
                    .toList();
            shown += pages.stream()
                    .filter(page -> page.join().statusCode() == 200)
                    .count();
        }
        return shown;
    }

    /** What is in use after the server's Java has collected everything else. */
    private static long liveBytes() throws IOException, InterruptedException {
        Process histogram = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/jcmd",
                        String.valueOf(RunningServer.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String told = new String(histogram.getInputStream().readAllBytes(), UTF_8);
        assertThat(histogram.waitFor()).as(told).isZero();
        String total = told.lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(total.strip().replaceFirst(".* ", ""));
    }

    @Test
    void aRefusedSignInTakesNoSessionAndSaysWhy() throws IOException, InterruptedException {
        HttpResponse<String> refused = post("sign-in.xhtml", FORM + "stateless");

        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body()).contains("sign-in:password").containsPattern("stimm|falsch|wrong");
        assertThat(refused.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void theLanguageIsKeptByTheBrowser() throws IOException, InterruptedException {
        HttpResponse<String> chosen = post(
                "sign-in.xhtml",
                "reading=reading&reading:english=x&primefaces.nonce=N2YzMzdiMDAtMjI1ZC00OWUyLWFkZWMtNWNkOWU4NzNlYzEz&jakarta.faces.ViewState=stateless");

        List<String> cookies = chosen.headers().allValues("Set-Cookie");
        assertThat(cookies)
                .singleElement()
                .asString()
                .startsWith("__Host-einlass-reading=en;")
                .contains("HttpOnly");
        HttpRequest again = HttpRequest.newBuilder(server.resolve("sign-in.xhtml"))
                .header("Accept-Language", "de")
                .header("Cookie", cookies.get(0).replaceFirst(";.*", ""))
                .build();
        assertThat(client.send(again, BodyHandlers.ofString()).body()).contains("lang=\"en\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x=y",
                "jakarta.faces.ViewState=stateless",
                FORM + "-1:-1",
                FORM + "12345678:87654321",
                FORM + "rO0ABXNyAA",
                FORM + "%00",
                "jakarta.faces.ViewState=1:1&jakarta.faces.partial.ajax=true&primefaces.nonce=%3Cscript%3E",
            })
    void aBrokenFormIsItsSendersAffair(String form) throws IOException, InterruptedException {
        HttpResponse<String> reply = post("sign-in.xhtml", form);

        assertThat(reply.statusCode()).as(reply.body()).isIn(200, 400);
        assertThat(reply.body()).doesNotContain("org.einlass", "at jakarta", "Caused by");
        assertThat(reply.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(Files.readString(RunningServer.data().resolve("log").resolve("server.log"), UTF_8))
                .doesNotContain("handling request to /sign-in.xhtml");
    }

    @Test
    void moreFieldsThanAnyFormHasAreTheirSendersAffair() throws IOException, InterruptedException {
        String fields = IntStream.range(0, 1_500).mapToObj(i -> "f" + i + "=x").collect(Collectors.joining("&"));

        assertThat(post("sign-in.xhtml", fields).statusCode()).isEqualTo(400);
        HttpRequest cutOff = HttpRequest.newBuilder(server.resolve("sign-in.xhtml"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx"))
                .build();
        assertThat(client.send(cutOff, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
        assertThat(Files.readString(RunningServer.data().resolve("log").resolve("server.log"), UTF_8))
                .doesNotContain("handling request to /sign-in.xhtml");
    }

    @Test
    void nobodyIsLedToAnotherHost() throws IOException, InterruptedException {
        assertThat(get("people.xhtml").headers().firstValue("Location")).contains("/sign-in.xhtml");
    }

    @Test
    void aPageOfThoseWhoAreSignedInIsNotOpenedByAStatelessForm() throws IOException, InterruptedException {
        try (ConsoleBrowser organiser = ConsoleBrowser.organiser()) {
            HttpRequest forged = HttpRequest.newBuilder(server.resolve("new-event.xhtml"))
                    .header("Cookie", organiser.session())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(
                            BodyPublishers.ofString(
                                    "new=new&primefaces.nonce=N2YzMzdiMDAtMjI1ZC00OWUyLWFkZWMtNWNkOWU4NzNlYzEz&jakarta.faces.ViewState=stateless"))
                    .build();

            assertThat(client.send(forged, BodyHandlers.ofString()).statusCode())
                    .isIn(400, 403);
        }
    }

    /** As where two people use one browser: what the first one's pages hold is never shown to the second one. */
    @Test
    void aSessionIsWorthNothingBesideAnothersLogin() throws IOException, InterruptedException {
        try (ConsoleBrowser first = ConsoleBrowser.organiser();
                ConsoleBrowser second = ConsoleBrowser.organiser()) {
            String mixed = cookie(first, "__Host-einlass=") + "; " + cookie(second, "__Host-einlass-login=");
            HttpRequest page = HttpRequest.newBuilder(server.resolve("events.xhtml"))
                    .header("Cookie", mixed)
                    .build();

            HttpResponse<String> shown = client.send(page, BodyHandlers.ofString());

            assertThat(shown.statusCode()).isEqualTo(200);
            assertThat(shown.headers().allValues("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .startsWith("__Host-einlass=")
                    .doesNotContain(cookie(first, "__Host-einlass="));
        }
    }

    private static String cookie(ConsoleBrowser browser, String name) {
        return List.of(browser.session().split("; ")).stream()
                .filter(cookie -> cookie.startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> get(String page) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(server.resolve(page)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String page, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
