package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.einlass.contract.admission.Admission;
import org.einlass.contract.admission.AdmissionQuestion;
import org.einlass.contract.admission.Booking;
import org.einlass.contract.admission.CodeMatch;
import org.einlass.contract.admission.Decision;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.TimeWindow;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.RosterRow;
import org.einlass.server.json.Json;
import org.junit.jupiter.api.Test;

/**
 * A booked workshop from the organiser's document and list to the server's answer and the device's own
 * decision.
 */
final class SessionsIT {
    private static final Duration HELD = Duration.ofMinutes(10);
    private static final String LIST = """
            Schlüssel;Nachname;Ticketcode;Buchungen;Tage
            A1;Weiß;SHOP-1;Workshop KI;
            A2;Größler;SHOP-2;;
            """;

    private final ApiClient organiser = RunningServer.organiser();
    private final String event = "events/" + RunningServer.newEvent();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Instant soon = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(1));

    private String document(Instant startsAt) {
        return Samples.EVENT
                .replace(
                        "\"firstDay\": \"2022-07-04\"",
                        "\"firstDay\": \"%s\", \"lastDay\": \"%s\"".formatted(today.minusDays(2), today.plusDays(2)))
                .replace("\"doors\": [", """
                        "sessions": [{"id": "ki", "programme": "egk", "area": "arena", "seats": 1,
                          "title": {"german": "Workshop KI", "english": "Workshop AI"},
                          "startsAt": "%s", "endsAt": "%s"}],
                        "doors": [
                          {"id": "workshop", "title": {"german": "Workshop", "english": "Workshop"}, "area": "arena",
                           "rule": {"booking": {"session": "ki", "holdFor": "%s"}}},
                        """.formatted(startsAt, startsAt.plus(Duration.ofHours(2)), HELD));
    }

    private ApiClient device() {
        JsonNode enrolled = organiser
                .put(event + "/devices/door-1", "{\"kind\": \"DOOR\"}")
                .expect(200)
                .json();
        return organiser.as(enrolled.path("token").asText());
    }

    private JsonNode importList(String list) {
        return organiser
                .upload(event + "/import", list.getBytes(UTF_8))
                .expect(200)
                .json();
    }

    private String scan(ApiClient door, String code) {
        JsonNode answer = door.post(event + "/scans", Samples.question(UUID.randomUUID(), "workshop", code))
                .expect(200)
                .json();
        return answer.path("verdict").asText() + answer.path("refusal").asText();
    }

    @Test
    void whoBookedIsAdmittedAndAfterSomeMinutesAnybodyIs() {
        organiser.put(event, document(soon)).expect(200);
        importList(LIST);
        ApiClient door = device();

        assertThat(scan(door, "SHOP-1")).isEqualTo("ADMITTED");
        assertThat(scan(door, "SHOP-2")).isEqualTo("REFUSEDNOT_BOOKED");

        organiser.put(event, document(soon.minus(Duration.ofHours(2)))).expect(200);
        assertThat(scan(door, "SHOP-2")).isEqualTo("ADMITTED");
    }

    @Test
    void theDeviceDecidesTheSameFromItsSheetAndItsRoster() throws IOException {
        organiser.put(event, document(soon)).expect(200);
        importList(LIST);
        ApiClient door = device();

        DoorSheet sheet = sheet(door.get(event + "/doors/workshop").expect(200).json());
        assertThat(sheet.rule().booking()).isEqualTo(new Booking(new SessionId("ki"), soon, HELD));

        for (String line : roster(door).lines().toList()) {
            RosterRow row = Json.mapper().readValue(line, RosterRow.class);
            boolean booked = row.entitlement().bookings().equals(Set.of(new SessionId("ki")));
            assertThat(decide(row, sheet, soon).refusal()).isEqualTo(booked ? null : Refusal.NOT_BOOKED);
            assertThat(decide(row, sheet, soon.plus(HELD)).verdict()).isEqualTo(Verdict.ADMITTED);
        }
        assertThat(roster(door).lines().filter(line -> line.contains("\"bookings\":[\"ki\"]")))
                .as("ticket, badge and shop code of the one who booked")
                .hasSize(3);
    }

    @Test
    void aBookingThatComesLaterReachesTheDevicesAsAChange() {
        organiser.put(event, document(soon)).expect(200);
        importList(LIST.replace("Workshop KI", ""));
        ApiClient door = device();
        JsonNode cursor = door.get(event + "/roster").expect(200).json().path("cursor");

        importList("Schlüssel;Nachname;Workshops;Days\nA2;Größler;ki;%s\n".formatted(today));

        JsonNode changes = door.get(event + "/roster/changes?incarnation="
                        + cursor.path("incarnation").asText() + "&after="
                        + cursor.path("number").asLong())
                .expect(200)
                .json();
        assertThat(changes.path("rows")).hasSize(3).allSatisfy(row -> {
            assertThat(row.at("/entitlement/bookings/0").asText()).isEqualTo("ki");
            assertThat(row.at("/entitlement/days/0").asText()).isEqualTo(today.toString());
        });
    }

    @Test
    void anotherGuestHearsThatTheSessionIsBookedOut() {
        organiser.put(event, document(soon)).expect(200);
        importList(LIST);

        JsonNode report = importList("Schlüssel;Nachname;Workshops\nA2;Größler;ki\n");

        assertThat(report.at("/rejected/0/reason").asText()).isEqualTo("Die Session „Workshop KI“ ist ausgebucht.");
        assertThat(report.at("/rejected/0/column").asText()).isEqualTo("Buchungen");
    }

    @Test
    void theDocumentIsAnsweredAsItWasWritten() throws IOException {
        organiser.put(event, document(soon)).expect(200);

        JsonNode answered = organiser.get(event).expect(200).json();

        JsonNode written = new ObjectMapper().readTree(document(soon));
        assertThat(answered.path("sessions")).isEqualTo(written.path("sessions"));
        assertThat(answered.at("/doors/2/rule/booking")).isEqualTo(written.at("/doors/0/rule/booking"));
    }

    @Test
    void aWrongReferenceIsToldItsPlace() {
        ApiClient.Reply reply =
                organiser.put(event, document(soon).replace("\"session\": \"ki\"", "\"session\": \"x\""));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("field").asText()).isEqualTo("doors[0].rule.booking.session");
    }

    private static DoorSheet sheet(JsonNode json) throws IOException {
        DoorSheet sheet = Json.mapper().treeToValue(json, DoorSheet.class);
        assertThat(sheet.rule().window()).isEqualTo(TimeWindow.ALWAYS);
        return sheet;
    }

    private static Decision decide(RosterRow row, DoorSheet sheet, Instant at) {
        return Admission.decide(new AdmissionQuestion(
                sheet.settings(),
                sheet.phase(),
                sheet.calendar().moment(at, true),
                new CodeMatch.Registered(row.entitlement())));
    }

    private String roster(ApiClient door) {
        JsonNode cursor = door.get(event + "/roster").expect(200).json().path("cursor");
        String file = cursor.path("incarnation").asText() + "-"
                + cursor.path("number").asLong() + ".ndjson";
        return door.get(event + "/roster/" + file).expect(200).text();
    }
}
