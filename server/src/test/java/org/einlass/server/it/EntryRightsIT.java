package org.einlass.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What a device's token lets its holder write, by kind, door and time; all else is kept in quarantine. */
final class EntryRightsIT {
    private static final String FACT = "ACCEPTED";
    private static final String ASIDE = "QUARANTINED";
    private static final String LONGEST = "PT9223372036854775807S";

    private final ApiClient organiser = RunningServer.organiser();
    private final String event = "events/" + newEvent();
    private final ReportedEntries entries = new ReportedEntries();

    @Test
    void aKioskWritesScansPrintsAndUndoesItsOwnEntriesOnly() {
        UUID others = scanOfAnotherDevice();
        ApiClient kiosk = enrol("kiosk-1", "KIOSK", "main");
        UUID own = UUID.randomUUID();

        assertThat(fates(kiosk, entries.scanned(own, "main"), entries.printed(), entries.undone(own)))
                .containsOnly(FACT);
        assertThat(fates(
                        kiosk,
                        entries.scanned(UUID.randomUUID(), "once"),
                        entries.undone(others),
                        entries.overridden("main"),
                        entries.counted("arena", 2_000),
                        entries.settled()))
                .containsOnly(ASIDE);
        assertThat(fates(kiosk, entries.deskWork())).isEqualTo(Collections.nCopies(5, ASIDE));
    }

    @Test
    void aDoorWritesBesidesWhomItLetInAtItsDoorsAndCountsBehindThem() {
        UUID others = scanOfAnotherDevice();
        ApiClient door = enrol("door-1", "DOOR", "main");
        UUID own = UUID.randomUUID();

        assertThat(fates(
                        door,
                        entries.scanned(own, "main"),
                        entries.printed(),
                        entries.undone(own),
                        entries.overridden("main"),
                        entries.counted("arena", 34)))
                .containsOnly(FACT);
        assertThat(fates(
                        door,
                        entries.scanned(UUID.randomUUID(), "once"),
                        entries.undone(others),
                        entries.overridden("once"),
                        entries.counted("foyer", 34),
                        entries.settled()))
                .containsOnly(ASIDE);
        assertThat(fates(door, entries.deskWork())).isEqualTo(Collections.nCopies(5, ASIDE));
    }

    @Test
    void aDeskWritesEverythingAndUndoesForOthers() {
        UUID others = scanOfAnotherDevice();
        ApiClient desk = enrol("desk-1", "DESK", "main");

        List<String> all = entries.deskWork();
        all.add(entries.scanned(UUID.randomUUID(), "once"));
        all.add(entries.undone(others));
        all.add(entries.overridden("once"));
        all.add(entries.counted("foyer", 34));
        all.add(entries.settled());

        assertThat(fates(desk, all)).containsOnly(FACT);
    }

    @Test
    void aKioskThatWasMovedWhileItWasOfflineLosesNothing() {
        enrol("kiosk-1", "KIOSK", "main");
        ApiClient moved = enrol("kiosk-1", "KIOSK", "once");

        assertThat(fates(moved, entries.scanned(UUID.randomUUID(), "main"))).containsOnly(FACT);
        assertThat(fates(moved, entries.scanned(UUID.randomUUID(), "once"))).containsOnly(FACT);
        assertThat(fates(moved, entries.scanned(UUID.randomUUID(), "foyer"))).containsOnly(ASIDE);
    }

    @Test
    void aDeviceForAllDoorsThatGetsOneKeepsWhatItScannedAtTheOthers() {
        enrol("kiosk-1", "KIOSK");
        ApiClient narrowed = enrol("kiosk-1", "KIOSK", "once");

        assertThat(fates(narrowed, entries.scanned(UUID.randomUUID(), "foyer"))).containsOnly(FACT);
    }

    /** As after an upgrade, whose rules are narrower than those by which an entry was accepted. */
    @Test
    void whatWasAcceptedOnceStaysThoughTheDeviceMayWriteItNoMore() {
        String report = entries.report(entries.counted("arena", 34));
        assertThat(fates(enrol("front-1", "DESK"), report, 1)).containsOnly(FACT);

        ApiClient kiosk = enrol("front-1", "KIOSK");
        assertThat(fates(kiosk, entries.counted("arena", 35))).containsOnly(ASIDE);
        assertThat(fates(kiosk, report, 1)).containsOnly("KNOWN");

        assertThat(enrol("door-1", "DOOR", "main")
                        .get(event + "/doors/main/head-count")
                        .expect(200)
                        .json()
                        .path("people")
                        .asInt())
                .isEqualTo(34);
    }

    @Test
    void aWipedDeviceWritesNothingButWhatItHadRecordedBefore() {
        ApiClient kiosk = enrol("kiosk-1", "KIOSK", "main");
        Instant before = Instant.now().minusSeconds(60);
        organiser.post(event + "/devices/kiosk-1/wipe", "").expect(200);

        assertThat(fates(kiosk, entries.scanned(UUID.randomUUID(), "main", before)))
                .containsOnly(FACT);
        assertThat(fates(
                        kiosk,
                        entries.scanned(UUID.randomUUID(), "main", Instant.now().plusSeconds(60))))
                .containsOnly(ASIDE);
    }

    @Test
    void entriesThatAQuestionCarriesAreJudgedAlike() {
        ApiClient kiosk = enrol("kiosk-1", "KIOSK", "main");
        String question = Samples.question(UUID.randomUUID(), "main", "SHOP-1").strip();
        String carried = question.substring(0, question.length() - 1) + ", \"journal\": "
                + entries.report(entries.overridden("main")) + "}";

        JsonNode answer = kiosk.post(event + "/scans", carried).expect(200).json();

        assertThat(answer.at("/receipt/entries/0/fate").asText())
                .as("%s", answer)
                .isEqualTo(ASIDE);
    }

    @Test
    void numbersAndTimesAtTheEndsOfTheScaleSpoilTheirOwnEntryOnly() {
        ApiClient desk = enrol("desk-1", "DESK", "main");
        String good = entries.scanned(UUID.randomUUID(), "main");
        String paper = entries.deskWork().get(4);

        assertThat(fates(
                        desk,
                        entries.scanned(UUID.randomUUID(), "main").replaceFirst("monotonic\": \"[^\"]+", time(LONGEST)),
                        good.replaceFirst("wall\": \"[^\"]+", "wall\": \"+1000000000-12-31T23:59:59.999999999Z"),
                        entries.scanned(UUID.randomUUID(), "main").replace("\"PT1S\"", "\"" + LONGEST + "\""),
                        entries.scanned(UUID.randomUUID(), "main").replace("\"PT0S\"", "\"" + LONGEST + "\""),
                        entries.counted("arena", 2_000_000_000),
                        entries.scanned(UUID.randomUUID(), "main")
                                .replaceFirst("sequence\": \\d+", "sequence\": " + Long.MAX_VALUE),
                        paper.replaceFirst("writtenAt\": \"[^\"]+", "writtenAt\": \"-999999999-01-01T00:00:00Z"),
                        entries.scanned(UUID.randomUUID(), "main")))
                .containsExactly(ASIDE, ASIDE, ASIDE, ASIDE, ASIDE, ASIDE, ASIDE, FACT);
    }

    @Test
    void aRequestWithATimeAtTheEndsOfTheScaleIsRefusedAtItsPlace() {
        ApiClient kiosk = enrol("kiosk-1", "KIOSK", "main");
        String question = Samples.question(UUID.randomUUID(), "main", "SHOP-1");
        String report = entries.report(entries.scanned(UUID.randomUUID(), "main"));

        assertRefused(kiosk.post(event + "/scans", question.replace("PT5S", LONGEST)), "time.monotonic");
        assertRefused(
                kiosk.post(event + "/scans", question.replace("2022-07-04T07", "+1000000000-01-01T07")), "time.wall");
        assertRefused(
                kiosk.post(event + "/journal", report.replace("highWater\": 1", "highWater\": " + Long.MAX_VALUE)),
                "highWater");
        assertRefused(organiser.put(event, Samples.EVENT.replace("2022-07-04", "+999999999-12-31")), "firstDay");
    }

    private static String time(String monotonic) {
        return "monotonic\": \"" + monotonic;
    }

    private static void assertRefused(ApiClient.Reply reply, String field) {
        assertThat(reply.expect(400).type()).startsWith("application/problem+json");
        assertThat(reply.json().path("field").asText()).isEqualTo(field);
    }

    private UUID scanOfAnotherDevice() {
        UUID scan = UUID.randomUUID();
        ReportedEntries other = new ReportedEntries();
        assertThat(fates(enrol("kiosk-9", "KIOSK", "main"), other.report(other.scanned(scan, "main")), 1))
                .containsOnly(FACT);
        return scan;
    }

    private List<String> fates(ApiClient device, String... reported) {
        return fates(device, entries.report(reported), reported.length);
    }

    private List<String> fates(ApiClient device, List<String> reported) {
        return fates(device, reported.toArray(String[]::new));
    }

    private List<String> fates(ApiClient device, String report, int entryCount) {
        JsonNode receipt = device.post(event + "/journal", report).expect(200).json();
        List<String> fates = new ArrayList<>();
        StreamSupport.stream(receipt.path("entries").spliterator(), false)
                .forEach(entry -> fates.add(entry.path("fate").asText()));
        assertThat(fates).as("%s", receipt).hasSize(entryCount);
        return fates;
    }

    private ApiClient enrol(String id, String kind, String... doors) {
        String list = doors.length == 0 ? "" : ", \"doors\": [\"" + String.join("\", \"", doors) + "\"]";
        String token = organiser
                .put(event + "/devices/" + id, "{\"kind\": \"" + kind + "\"" + list + "}")
                .expect(200)
                .json()
                .path("token")
                .asText();
        return organiser.as(token);
    }

    /** With a foyer that has a door of its own. */
    private static String newEvent() {
        String event = RunningServer.newEvent();
        String foyer = "{\"id\": \"foyer\", \"title\": {\"german\": \"Foyer\", \"english\": \"Foyer\"}";
        RunningServer.organiser()
                .put(
                        "events/" + event,
                        Samples.EVENT
                                .replace("\"permitted\": 900}", "\"permitted\": 900}, " + foyer + "}")
                                .replace("\"doors\": [", "\"doors\": [" + foyer + ", \"area\": \"foyer\"}, "))
                .expect(200);
        return event;
    }
}
