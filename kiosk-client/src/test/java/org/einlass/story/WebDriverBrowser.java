package org.einlass.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einlass.contract.account.OrganiserLink;
import org.einlass.quality.RealPart;

/**
 * A real browser, driven by the W3C WebDriver protocol without a library: the module of the kiosk has none for it. It counts
 * the clicks and fields of its user.
 */
final class WebDriverBrowser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final Pattern PORT = Pattern.compile("successfully on port (\\d+)");
    private static final String PASSWORD = "vier ganze Wörter hier";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final Process driver;
    private final URI session;
    private int steps;

    WebDriverBrowser(URI server, Path folder) throws IOException {
        this.server = server;
        driver = new ProcessBuilder(
                        RealPart.program("chromedriver").orElseThrow().toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        URI address = URI.create("http://127.0.0.1:" + port() + "/");
        Map<String, Object> options = Map.of(
                "prefs",
                Map.of("intl.accept_languages", "de"),
                "binary",
                RealPart.program("chromium").orElseThrow().toString(),
                "args",
                List.of(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--window-size=1280,800",
                        "--user-data-dir=" + Files.createTempDirectory(folder, "chromium")));
        JsonNode begun = send(
                address.resolve("session"),
                Map.of("capabilities", Map.of("alwaysMatch", Map.of("goog:chromeOptions", options))));
        session = address.resolve("session/" + begun.get("sessionId").asText() + "/");
    }

    private String port() throws IOException {
        BufferedReader said = driver.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                return port.group(1);
            }
        }
        throw new IllegalStateException("chromedriver did not start.");
    }

    /** Signs in as somebody new who organises everything, by the one-time link of a first start. */
    WebDriverBrowser signInAsOrganiser(Path data) throws IOException {
        OrganiserLink link = OrganiserLink.next(new SecureRandom(), Instant.now());
        link.write(data);
        return open("first-organiser.xhtml#" + link.secret())
                .type("first:name", "Erika Beispiel")
                .type("first:password", PASSWORD)
                .type("first:again", PASSWORD)
                .click("first:go")
                .sees("Veranstaltungen");
    }

    WebDriverBrowser open(String path) {
        send(session.resolve("url"), Map.of("url", server.resolve(path).toString()));
        return this;
    }

    /** Writes into a field what its user types there. */
    WebDriverBrowser type(String id, String text) {
        steps++;
        awaits("document.getElementById(arguments[0]) !== null", id);
        run("document.getElementById(arguments[0]).value = arguments[1]", id, text);
        return this;
    }

    WebDriverBrowser click(String id) {
        steps++;
        awaits("document.getElementById(arguments[0]) !== null", id);
        run("document.getElementById(arguments[0]).click()", id);
        return this;
    }

    /** Follows the first link with these words. */
    WebDriverBrowser follow(String words) {
        steps++;
        String link = "Array.from(document.links).find(link => link.textContent.trim() === arguments[0])";
        awaits(link + " !== undefined", words);
        run(link + ".click()", words);
        return this;
    }

    WebDriverBrowser sees(String words) {
        awaits("document.body.innerText.includes(arguments[0])", words);
        return this;
    }

    /** Waits until the element of this id says exactly these words. */
    WebDriverBrowser reads(String id, String words) {
        awaits(
                "document.getElementById(arguments[0]) !== null"
                        + " && document.getElementById(arguments[0]).textContent.trim() === arguments[1]",
                id,
                words);
        return this;
    }

    /** What the first element that the CSS selector finds says. */
    String words(String selector) {
        return run("return document.querySelector(arguments[0]).textContent.trim()", selector)
                .asText();
    }

    String address() {
        return run("return location.href").asText();
    }

    /** Clicks and fields so far. */
    int steps() {
        return steps;
    }

    private void awaits(String condition, String... arguments) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!run("return " + condition, arguments).asBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not so on " + address() + ": " + condition + " " + List.of(arguments));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private JsonNode run(String script, String... arguments) {
        return send(session.resolve("execute/sync"), Map.of("script", script, "args", arguments));
    }

    private JsonNode send(URI address, Map<String, ?> body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                    .build();
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            JsonNode value = json.readTree(answer.body()).path("value");
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(value.path("message").asText());
            }
            return value;
        } catch (IOException e) {
            throw new IllegalStateException("The browser does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            http.send(
                    HttpRequest.newBuilder(URI.create(session.toString().replaceAll("/$", "")))
                            .DELETE()
                            .build(),
                    BodyHandlers.discarding());
        } catch (IOException e) {
            throw new IllegalStateException("The browser does not end.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            driver.destroy();
        }
    }
}
