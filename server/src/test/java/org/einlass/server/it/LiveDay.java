package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.EventCalendar;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.ScanProof;
import org.einlass.contract.id.EntryId;

/** An event that takes place today, with rooms, a session that begins soon, guests and devices. */
final class LiveDay {
    static final int GUESTS = 40;

    private final ApiClient organiser;
    private final String id;
    private final UUID boot = UUID.randomUUID();
    private final UUID epoch = UUID.randomUUID();
    private final Instant booted;
    private final Map<ApiClient, Integer> sequences = new HashMap<>();

    private LiveDay(ApiClient organiser, String id, Instant now) {
        this.organiser = organiser;
        this.id = id;
        this.booted = now.minus(Duration.ofHours(3));
    }

    /** Begins at this moment, live. */
    static LiveDay begin(ApiClient organiser) {
        LiveDay day =
                new LiveDay(organiser, "live-" + UUID.randomUUID().toString().substring(0, 8), Instant.now());
        organiser.put(day.path(), document("LIVE")).expect(200);
        organiser.upload(day.path() + "/import", list().getBytes(UTF_8)).expect(200);
        return day;
    }

    /** The congress of a year ago, at which so many guests came in the last hour of the same time of day. */
    static LiveDay ofLastYear(ApiClient organiser, String title, int guests) {
        Instant then = Instant.now().minus(Duration.ofDays(364));
        LiveDay day =
                new LiveDay(organiser, "before-" + UUID.randomUUID().toString().substring(0, 8), then);
        String document = document("LIVE", then)
                .replaceFirst(
                        "\"title\": \\{[^}]*}",
                        "\"title\": {\"german\": \"%s\", \"english\": \"%s\"}".formatted(title, title));
        organiser.put(day.path(), document).expect(200);
        organiser.upload(day.path() + "/import", list().getBytes(UTF_8)).expect(200);
        ApiClient kiosk = day.device("kiosk-1", "KIOSK", "Kiosk 1");
        day.report(
                kiosk,
                IntStream.range(1, guests + 1)
                        .mapToObj(guest -> day.scanned(
                                kiosk,
                                UUID.randomUUID(),
                                guest,
                                "main",
                                "LIVE",
                                then.minus(Duration.ofMinutes(2L * guest))))
                        .collect(Collectors.joining(",")));
        return day;
    }

    static String document(String phase) {
        return document(phase, Instant.now());
    }

    private static String document(String phase, Instant now) {
        Instant soon = now.plus(Duration.ofMinutes(20)).truncatedTo(ChronoUnit.SECONDS);
        return Samples.EVENT
                .replace("\"phase\": \"LIVE\"", "\"phase\": \"" + phase + "\"")
                .replace(
                        "\"firstDay\": \"2022-07-04\"",
                        "\"firstDay\": \"%s\", \"lastDay\": \"%s\""
                                .formatted(day(soon), day(soon.plus(Duration.ofHours(1)))))
                .replace(
                        "\"countsAsVisitor\": false}],",
                        "\"countsAsVisitor\": false}, {\"id\": \"speaker\", \"colour\": \"#7a1f5c\","
                                + " \"countsAsVisitor\": true, \"title\": {\"german\": \"Vortragende\","
                                + " \"english\": \"Speaker\"}}, {\"id\": \"protocol\", \"colour\": \"#7a1f5c\","
                                + " \"countsAsVisitor\": true, \"title\": {\"german\": \"Ehrengäste\","
                                + " \"english\": \"Guests of honour\"}}],")
                .replace(
                        "\"permitted\": 900}",
                        "\"permitted\": 900}, {\"id\": \"saal\", \"title\": {\"german\": \"Großer Saal\","
                                + " \"english\": \"Great hall\"}, \"parent\": \"arena\", \"permitted\": 50},"
                                + " {\"id\": \"loge\", \"title\": {\"german\": \"Loge 4\", \"english\": \"Box 4\"},"
                                + " \"parent\": \"arena\", \"permitted\": 30}")
                .replace("\"doors\": [", """
                        "sessions": [{"id": "keynote", "programme": "egk", "area": "saal",
                          "title": {"german": "Eröffnung", "english": "Opening keynote"},
                          "startsAt": "%s", "endsAt": "%s"}],
                        "doors": [
                          {"id": "hall", "title": {"german": "Saaltür", "english": "Hall door"}, "area": "saal"},
                        """.formatted(soon, soon.plus(Duration.ofMinutes(45))));
    }

    /** The event's day at that time: before four in the morning it is still that of yesterday. */
    private static LocalDate day(Instant at) {
        return new EventCalendar(ZoneId.of("Europe/Berlin"), LocalTime.of(4, 0)).dayOf(at);
    }

    /** The first is the keynote's speaker. */
    private static String list() {
        return "Schlüssel;Vorname;Nachname;Organisation;Sektor;Programme;Ticketcode;Kategorie;Buchungen\n"
                + "S1;Astrid;Ölschläger;Universität Jena;Wissenschaft;egk;LIVE-0;Vortragende;Eröffnung\n"
                + IntStream.range(1, GUESTS)
                        .mapToObj(i -> "A%d;Vorname%d;Nachname%d;%s;%s;%s;LIVE-%d;Teilnehmer;"
                                .formatted(
                                        i,
                                        i,
                                        i,
                                        i % 3 == 0 ? "Stadt Erfurt" : "Thüringer Finanzministerium",
                                        i % 3 == 0 ? "Kommune" : "Land",
                                        i % 4 == 0 ? "egk|itls" : "egk",
                                        i))
                        .collect(Collectors.joining("\n"));
    }

    /** The same event on a server that has started anew. */
    static LiveDay continued(ApiClient organiser, String id) {
        return new LiveDay(organiser, id, Instant.now());
    }

    /** A kiosk that nobody knew admits a guest. */
    void scanByNewKiosk(int guest) {
        ApiClient kiosk = device("kiosk-" + guest, "KIOSK", "Kiosk " + guest);
        scan(kiosk, guest, "main");
    }

    String id() {
        return id;
    }

    String path() {
        return "events/" + id;
    }

    /** Enrols a device for all doors. */
    ApiClient device(String device, String kind, String title) {
        return organiser.as(organiser
                .put(path() + "/devices/" + device, "{\"kind\": \"%s\", \"title\": \"%s\"}".formatted(kind, title))
                .expect(200)
                .json()
                .path("token")
                .asText());
    }

    /** The device says how it is. @return what it hears */
    JsonNode beat(ApiClient device, String printer, int waiting) {
        return device.post(path() + "/heartbeat", """
                        {"program": "1", "contract": %d, "kind": "KIOSK", "phase": "LIVE", "waiting": %d, "rejected": 0,
                         "quarantined": 0, "highWater": 1, "printer": "%s"}
                        """.formatted(DoorRule.VERSION, waiting, printer))
                .expect(200)
                .json();
    }

    /** A guest shows a ticket, is answered by the server, and the outcome is reported. */
    void scan(ApiClient device, int guest, String door) {
        UUID scan = UUID.randomUUID();
        device.post(path() + "/scans", Samples.question(scan, door, "LIVE-" + guest))
                .expect(200);
        report(device, scanned(device, scan, guest, door, "LIVE", Instant.now()));
    }

    /** What a device reports of scans that it decided some minutes ago. */
    void reportScans(ApiClient device, int from, int until, String door, String phase) {
        report(
                device,
                IntStream.range(from, until)
                        .mapToObj(guest -> scanned(
                                device,
                                UUID.randomUUID(),
                                guest,
                                door,
                                phase,
                                Instant.now().minus(Duration.ofMinutes(2L * (until - guest)))))
                        .collect(Collectors.joining(",")));
    }

    /** The same, still in the device's hands. */
    String scansToReport(ApiClient device, int from, int until, String door) {
        return IntStream.range(from, until)
                .mapToObj(guest -> scanned(
                        device,
                        UUID.randomUUID(),
                        guest,
                        door,
                        "LIVE",
                        Instant.now().minus(Duration.ofMinutes(5))))
                .collect(Collectors.joining(","));
    }

    /** Somebody counted a room. */
    void count(ApiClient device, String area, int people) {
        report(device, entry(device, "counted", UUID.randomUUID(), "LIVE", Instant.now(), """
                "area": "%s", "people": %d
                """.formatted(area, people)));
    }

    /** Something to clarify: an undo of an entry that nobody reported. */
    void somethingToClarify(ApiClient device) {
        report(
                device,
                entry(
                        device,
                        "undone",
                        UUID.randomUUID(),
                        "LIVE",
                        Instant.now(),
                        "\"entry\": \"" + UUID.randomUUID() + "\""));
    }

    /** A device delivers. */
    void report(ApiClient device, String entries) {
        String receipt = device.post(
                        path() + "/journal",
                        "{\"epoch\": \"%s\", \"highWater\": %d, \"entries\": [%s]}"
                                .formatted(epoch, sequences.get(device), entries))
                .expect(200)
                .text();
        assertThat(receipt).doesNotContain("QUARANTINED", "REJECTED");
    }

    private String scanned(ApiClient device, UUID scan, int guest, String door, String phase, Instant at) {
        ExternalCode code = new ExternalCode("LIVE-" + guest);
        EventSalt salt = new EventSalt(device.get(path() + "/doors/" + door)
                .expect(200)
                .json()
                .path("salt")
                .asText());
        return entry(device, "scanned", scan, phase, at, """
                "door": "%s", "code": "%s", "proof": "%s", "outcome": {"verdict": "ADMITTED", "source": "SERVER"}
                """.formatted(
                        door,
                        salt.lookupId(code).hex(),
                        ScanProof.of(code, new EntryId(scan)).hex()));
    }

    private String entry(ApiClient device, String type, UUID entry, String phase, Instant at, String rest) {
        int sequence = sequences.merge(device, 1, Integer::sum);
        return """
                {"type": "%s", "head": {"id": "%s", "sequence": %d, "phase": "%s", "time": {"wall": "%s",
                 "boot": "%s", "monotonic": "%s", "serverOffset": "PT0S", "offsetAge": "PT1S"}}, %s}
                """.formatted(type, entry, sequence, phase, at, boot, Duration.between(booted, at), rest);
    }
}
