package org.einlass.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.EventCalendar;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.ScanProof;
import org.einlass.contract.id.EntryId;

/**
 * An event of today in its first hour: guests come one after the other, a room fills, a printer has run out of
 * paper, something is to be clarified, and the speaker of the keynote is not here. Its devices are played.
 */
final class LivelyDay implements AutoCloseable {
    static final String EVENT = "heute";

    private static final int GUESTS = 180;
    private static final int ALREADY_HERE = 64;
    private static final int IN_THE_HALL = 41;
    private static final int SECONDS_BETWEEN_GUESTS = 3;
    private static final int SECONDS_BETWEEN_HEARTBEATS = 20;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "lively-day");
        thread.setDaemon(true);
        return thread;
    });
    private final URI api;
    private final String organiserToken;
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, Integer> sequences = new HashMap<>();
    private final UUID epoch = UUID.randomUUID();
    private final UUID boot = UUID.randomUUID();
    private final Instant booted = Instant.now().minus(Duration.ofHours(2));
    private EventSalt salt;
    private Future<?> arriving;
    private Future<?> beating;
    private int guests = ALREADY_HERE;
    private int inTheHall = IN_THE_HALL;

    private LivelyDay(URI server, String organiserToken) {
        this.api = server.resolve("api/v1/events/" + EVENT + "/");
        this.organiserToken = organiserToken;
    }

    /** Begins on a server; goes on by itself until it is closed. */
    static LivelyDay begin(URI server, String organiserToken) {
        LivelyDay day = new LivelyDay(server, organiserToken);
        day.prepare();
        day.arriving = day.time.scheduleWithFixedDelay(
                day::anotherGuest, SECONDS_BETWEEN_GUESTS, SECONDS_BETWEEN_GUESTS, TimeUnit.SECONDS);
        day.beating = day.time.scheduleWithFixedDelay(
                day::beat, SECONDS_BETWEEN_HEARTBEATS, SECONDS_BETWEEN_HEARTBEATS, TimeUnit.SECONDS);
        return day;
    }

    /** Whether the live page has something to show of everything. */
    boolean isLively() {
        JsonNode live = tell("GET", "live", "", organiserToken);
        boolean printer = live.get("devices").findValuesAsText("trouble").contains("PRINTER");
        boolean room = live.get("rooms").findValuesAsText("people").stream().anyMatch(people -> !people.equals("0"));
        return live.get("arrived").asInt() >= ALREADY_HERE - 1
                && printer
                && room
                && live.get("toClarify").asInt() > 0
                && live.has("missed");
    }

    private void prepare() {
        tell(
                "PUT",
                "",
                resource("event-of-today.json")
                        .replace("LASTDAY", day(Duration.ofHours(3)))
                        .replace("FIRSTDAY", day(Duration.ofMinutes(25)))
                        .replace("KEYNOTE", soon(Duration.ofMinutes(25)))
                        .replace("AFTERWARDS", soon(Duration.ofMinutes(70))),
                organiserToken);
        upload();
        enrol("kiosk-1", "KIOSK", "Kiosk 1");
        enrol("kiosk-2", "KIOSK", "Drucker 2");
        enrol("saal-1", "DOOR", "Saaltür");
        enrol("schalter-1", "DESK", "Schalter 1");
        salt = new EventSalt(
                tell("GET", "doors/main", "", tokens.get("kiosk-1")).get("salt").asText());
        beat();
        report(
                "kiosk-1",
                IntStream.range(1, ALREADY_HERE)
                        .mapToObj(guest -> scanned(
                                "kiosk-1",
                                guest,
                                Instant.now().minus(Duration.ofSeconds(45L * (ALREADY_HERE - guest)))))
                        .collect(Collectors.joining(",")));
        count();
        report("schalter-1", entry("schalter-1", "undone", Instant.now(), "\"entry\": \"" + UUID.randomUUID() + "\""));
    }

    private static String soon(Duration until) {
        return Instant.now().plus(until).truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** The event's day at that time: before four in the morning it is still that of yesterday. */
    private static String day(Duration until) {
        return new EventCalendar(ZONE, LocalTime.of(4, 0))
                .dayOf(Instant.now().plus(until))
                .toString();
    }

    private void upload() {
        List<String> given = List.of(resource("given-names.txt").strip().split(" "));
        List<String> family = List.of(resource("family-names.txt").strip().split(" "));
        List<String> offices =
                List.of("Stadt Erfurt", "Thüringer Finanzministerium", "Landkreis Gotha", "IT Nord GmbH");
        List<String> sectors = List.of("Kommune", "Land", "Kommune", "Wirtschaft");
        String rows = IntStream.range(1, GUESTS)
                .mapToObj(i -> "H%d;%s;%s;%s;%s;%s;HEUTE-%d;Teilnahme;"
                        .formatted(
                                i,
                                given.get(i % given.size()),
                                family.get(i * 7 % family.size()),
                                offices.get(i % offices.size()),
                                sectors.get(i % sectors.size()),
                                i % 3 == 0 ? "egk|itls" : "egk",
                                i))
                .collect(Collectors.joining("\n"));
        send(
                "POST",
                "import",
                "text/csv",
                "Schlüssel;Vorname;Nachname;Organisation;Sektor;Programme;Ticketcode;Kategorie;Buchungen\n"
                        + "S1;Astrid;Ölschläger;Universität Jena;Wissenschaft;egk;HEUTE-0;Vortrag;Eröffnung\n" + rows,
                organiserToken);
    }

    private void enrol(String device, String kind, String title) {
        String document = "{\"kind\": \"%s\", \"title\": \"%s\"}".formatted(kind, title);
        tokens.put(
                device,
                tell("PUT", "devices/" + device, document, organiserToken)
                        .get("token")
                        .asText());
    }

    /** A guest comes, and every third one goes into the hall. */
    private void anotherGuest() {
        if (guests + 1 < GUESTS) {
            guests++;
            report("kiosk-1", scanned("kiosk-1", guests, Instant.now()));
            if (guests % 3 == 0) {
                inTheHall++;
                count();
            }
        }
    }

    private void count() {
        report("saal-1", entry("saal-1", "counted", Instant.now(), "\"area\": \"saal\", \"people\": " + inTheHall));
    }

    private void beat() {
        tokens.forEach((device, token) -> tell(
                "POST",
                "heartbeat",
                """
                {"program": "demo", "contract": %d, "phase": "LIVE", "waiting": 0, "rejected": 0, "quarantined": 0,
                 "highWater": %d, "printer": "%s"}
                """.formatted(
                                DoorRule.VERSION,
                                sequences.getOrDefault(device, 0),
                                device.equals("kiosk-2") ? "PAPER_OUT" : device.equals("saal-1") ? "NONE" : "READY"),
                token));
    }

    private String scanned(String device, int guest, Instant at) {
        ExternalCode code = new ExternalCode("HEUTE-" + guest);
        UUID scan = UUID.randomUUID();
        return entry(device, "scanned", scan, at, """
                "door": "main", "code": "%s", "proof": "%s", "outcome": {"verdict": "ADMITTED", "source": "SERVER"}
                """.formatted(
                salt.lookupId(code).hex(), ScanProof.of(code, new EntryId(scan)).hex()));
    }

    private String entry(String device, String type, Instant at, String rest) {
        return entry(device, type, UUID.randomUUID(), at, rest);
    }

    private String entry(String device, String type, UUID id, Instant at, String rest) {
        int sequence = sequences.merge(device, 1, Integer::sum);
        return """
                {"type": "%s", "head": {"id": "%s", "sequence": %d, "phase": "LIVE", "time": {"wall": "%s",
                 "boot": "%s", "monotonic": "%s", "serverOffset": "PT0S", "offsetAge": "PT1S"}}, %s}
                """.formatted(type, id, sequence, at, boot, Duration.between(booted, at), rest);
    }

    private void report(String device, String entries) {
        tell(
                "POST",
                "journal",
                "{\"epoch\": \"%s\", \"highWater\": %d, \"entries\": [%s]}"
                        .formatted(epoch, sequences.get(device), entries),
                tokens.get(device));
    }

    private JsonNode tell(String method, String path, String body, String token) {
        try {
            return json.readTree(send(method, path, "application/json", body, token));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] send(String method, String path, String type, String body, String token) {
        URI address = path.isEmpty() ? URI.create(api.toString().replaceAll("/$", "")) : api.resolve(path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException("The server answered " + response.statusCode() + " to " + method + " "
                        + address.getPath() + ": " + new String(response.body(), UTF_8));
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = LivelyDay.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        arriving.cancel(false);
        beating.cancel(false);
        time.shutdown();
    }
}
