package org.einlass.server.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.einlass.contract.account.OrganiserLink;
import org.einlass.launcher.ServerHome;
import org.einlass.server.database.Databases;

/**
 * Measures how long each page of the console takes in an event of {@code bench.guests}, and whether scans wait longer
 * while {@code bench.organisers} open one page after the other: rounds without and with them take turns on one server.
 */
final class ConsoleBench {
    private static final int GUESTS = Integer.getInteger("bench.guests", 100_000);
    private static final int ORGANISERS = Integer.getInteger("bench.organisers", 20);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 30));
    private static final int SCANS_A_SECOND = Integer.getInteger("bench.rate", 20);
    private static final boolean PAGES_ONE_BY_ONE = !"no".equals(System.getProperty("bench.pages"));
    private static final int KIOSKS = 4;
    private static final int ATTEMPTS = 5;
    private static final int MILLIS_BETWEEN_CLICKS = 4_000;
    private static final List<String> PAGES = List.of(
            "events",
            "preparation",
            "event",
            "list",
            "registrations",
            "badges",
            "badge-layout",
            "helpers",
            "live",
            "clarifications",
            "awaited",
            "calls",
            "rooms",
            "contingents",
            "closing",
            "devices",
            "numbers",
            "certificates",
            "erasures",
            "audit",
            "quarantine");
    private static final Pattern HIDDEN =
            Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");
    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);

    private final LoadedServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String cookies;

    private ConsoleBench(LoadedServer server) throws IOException, InterruptedException {
        this.server = server;
        this.cookies = signIn();
    }

    public static void main(String[] arguments) throws Exception {
        ServerHome home = new ServerHome(Path.of(System.getProperty("einlass.server.home", "target/server")));
        try (LoadedServer server = LoadedServer.open(Databases.SQLITE, home, GUESTS)) {
            ConsoleBench bench = new ConsoleBench(server);
            if (PAGES_ONE_BY_ONE) {
                bench.eachPage();
            }
            bench.scans();
        }
        System.exit(0);
    }

    private void eachPage() throws IOException, InterruptedException {
        OUT.println("| page | first | median of " + ATTEMPTS + " | longest |");
        OUT.println("|---|---|---|---|");
        for (String page : PAGES) {
            long first = open(page);
            List<Long> took = new ArrayList<>();
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                took.add(open(page));
            }
            took.sort(null);
            OUT.println(String.format(
                    Locale.ROOT,
                    "| %s | %d ms | %d ms | %d ms |",
                    page,
                    first,
                    took.get(ATTEMPTS / 2),
                    took.get(ATTEMPTS - 1)));
        }
    }

    private void scans() throws InterruptedException {
        OUT.println("| organisers | scans: p50 | p99 | longest | wrong or none |");
        OUT.println("|---|---|---|---|---|");
        server.checkIns().open(KIOSKS, SCANS_A_SECOND, Duration.ofSeconds(10));
        for (int round = 0; round < ROUNDS; round++) {
            say(0, server.checkIns().open(KIOSKS, SCANS_A_SECOND, ROUND));
            AtomicBoolean going = new AtomicBoolean(true);
            ExecutorService organisers = Executors.newFixedThreadPool(ORGANISERS);
            for (int organiser = 0; organiser < ORGANISERS; organiser++) {
                organisers.execute(() -> click(going));
            }
            say(ORGANISERS, server.checkIns().open(KIOSKS, SCANS_A_SECOND, ROUND));
            going.set(false);
            organisers.shutdown();
            organisers.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private static void say(int organisers, Load.Measured measured) {
        OUT.println(String.format(
                Locale.ROOT,
                "| %d | %.1f ms | %.1f ms | %.1f ms | %d |",
                organisers,
                measured.millis(50),
                measured.millis(99),
                measured.millis(100),
                measured.wrong()));
    }

    /** One page after the other, each read for a while. */
    private void click(AtomicBoolean going) {
        try {
            while (going.get()) {
                Thread.sleep(ThreadLocalRandom.current().nextInt(MILLIS_BETWEEN_CLICKS));
                open(PAGES.get(ThreadLocalRandom.current().nextInt(PAGES.size())));
            }
        } catch (IOException e) {
            OUT.println("A page did not come: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return how long it took, in milliseconds */
    private long open(String page) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        HttpResponse<String> answer =
                http.send(request(page + ".xhtml?event=load").GET().build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(page + " answered " + answer.statusCode());
        }
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve("/" + path));
        return cookies == null ? request : request.header("Cookie", cookies);
    }

    /** By the one-time link of a first start. @return the cookies of whoever is signed in */
    private String signIn() throws IOException, InterruptedException {
        OrganiserLink link = OrganiserLink.next(new SecureRandom(), Instant.now());
        link.write(server.data());
        HttpResponse<String> form =
                http.send(request("first-organiser.xhtml").GET().build(), BodyHandlers.ofString());
        StringBuilder body = new StringBuilder("first=first&first:go=go&first:name=Berta&first:secret=")
                .append(link.secret())
                .append("&first:password=pferd+heftet+batterie&first:again=pferd+heftet+batterie");
        String of = form.body().substring(form.body().indexOf("<form id=\"first\""));
        Matcher hidden = HIDDEN.matcher(of);
        while (hidden.find()) {
            body.append('&').append(hidden.group(1)).append('=').append(URLEncoder.encode(hidden.group(2), UTF_8));
        }
        HttpResponse<String> opened = http.send(
                request("first-organiser.xhtml")
                        .header("Cookie", cookies(form))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
        if (opened.statusCode() != 302) {
            throw new IllegalStateException("The bench's organiser was not taken in: " + opened.statusCode());
        }
        return cookies(opened);
    }

    private static String cookies(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }
}
