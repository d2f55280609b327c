package org.einlass.server.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.einlass.contract.account.OrganiserLink;
import org.einlass.launcher.ServerHome;
import org.einlass.server.database.Databases;

/**
 * Measures how long a sign-in takes while four kiosks scan, and whether the scans wait longer for it: rounds without
 * and with sign-ins take turns on one server.
 */
final class SignInBench {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 30));
    private static final int SIGN_INS_A_SECOND = Integer.getInteger("bench.signIns", 1);
    private static final int SCANS_A_SECOND = Integer.getInteger("bench.rate", 20);
    private static final int GUESTS = Integer.getInteger("bench.guests", 5_000);
    private static final int KIOSKS = 4;
    private static final int PEOPLE = 2;
    private static final String PASSWORD = "pferd heftet batterie";
    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);

    private SignInBench() {}

    public static void main(String[] arguments) throws Exception {
        ServerHome home = new ServerHome(Path.of(System.getProperty("einlass.server.home", "target/server")));
        try (LoadedServer server = LoadedServer.open(Databases.SQLITE, home, GUESTS)) {
            takeIn(server);
            Load signIns = new Load(server.uri(), () -> signIn(server.uri()), "\"token\"");
            server.checkIns().open(KIOSKS, SCANS_A_SECOND, ROUND);
            signIns.open(PEOPLE, SIGN_INS_A_SECOND, Duration.ofSeconds(10));
            OUT.println(
                    "| sign-ins a second | scans: p50 | p99 | longest | wrong or none | sign-ins: p50 | p95 | longest"
                            + " | refused or none |");
            OUT.println("|---|---|---|---|---|---|---|---|---|");
            for (int round = 0; round < ROUNDS; round++) {
                OUT.println("| 0 | " + scans(server.checkIns().open(KIOSKS, SCANS_A_SECOND, ROUND)) + " | | | | |");
                CompletableFuture<Load.Measured> signedIn =
                        CompletableFuture.supplyAsync(() -> signIns.open(PEOPLE, SIGN_INS_A_SECOND, ROUND));
                String scans = scans(server.checkIns().open(KIOSKS, SCANS_A_SECOND, ROUND));
                Load.Measured measured = signedIn.join();
                OUT.println(String.format(
                        Locale.ROOT,
                        "| %d | %s | %.0f ms | %.0f ms | %.0f ms | %d |",
                        SIGN_INS_A_SECOND,
                        scans,
                        measured.millis(50),
                        measured.millis(95),
                        measured.millis(100),
                        measured.wrong()));
            }
        }
        System.exit(0);
    }

    private static String scans(Load.Measured measured) {
        return String.format(
                Locale.ROOT,
                "%.1f ms | %.1f ms | %.1f ms | %d",
                measured.millis(50),
                measured.millis(99),
                measured.millis(100),
                measured.wrong());
    }

    /** The first organiser opens the link of the first start. */
    private static void takeIn(LoadedServer server) throws IOException, InterruptedException {
        OrganiserLink link = OrganiserLink.next(new SecureRandom(), Instant.now());
        link.write(server.data());
        String body = "{\"secret\": \"" + link.secret() + "\", \"name\": \"Berta Muster\", \"password\": \"" + PASSWORD
                + "\"}";
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("/api/v1/login/first-organiser"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> opened = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (opened.statusCode() != 200) {
            throw new IllegalStateException("The bench's organiser was not taken in: " + opened.body());
        }
    }

    private static byte[] signIn(URI server) {
        String body = "{\"name\": \"Berta Muster\", \"password\": \"" + PASSWORD + "\"}";
        return PlainConnection.post(server, "/api/v1/login", "", body);
    }
}
