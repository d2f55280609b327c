package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** What a door is told of its room: sessions with bookings, head count, and the doors it may choose from. */
final class RoomIT {
    private static final String LIST = """
            Schlüssel;Nachname;Ticketcode;Buchungen
            A1;Weiß;SHOP-1;Workshop KI
            A2;Größler;SHOP-2;
            """;

    private final ApiClient organiser = RunningServer.organiser();
    private final String event = "events/" + RunningServer.newEvent();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void aDoorIsToldTheSessionsOfItsRoomWithTheirBookings() {
        plan();
        organiser.upload(event + "/import", LIST.getBytes(UTF_8)).expect(200);
        ApiClient door = enrol("door-1", "DOOR", "\"workshop\", \"main\"");

        JsonNode room = door.get(event + "/doors/workshop").expect(200).json().path("room");

        assertThat(room.path("area").asText()).isEqualTo("loge-4");
        assertThat(room.path("permitted").asInt()).isEqualTo(34);
        assertThat(room.path("sessions")).hasSize(1);
        assertThat(room.at("/sessions/0/title/german").asText()).isEqualTo("Workshop KI");
        assertThat(room.at("/sessions/0/seats").asInt()).isEqualTo(30);
        assertThat(room.at("/sessions/0/booked").asInt()).isEqualTo(1);
    }

    @Test
    void aDoorHearsTheHeadCountBehindItAsItWasCounted() {
        plan();
        ApiClient door = enrol("door-1", "DOOR", "\"workshop\"");
        assertThat(people(door, "workshop")).isZero();

        ReportedEntries entries = new ReportedEntries();
        String report = entries.report(entries.counted("loge-4", 28));
        door.post(event + "/journal", report).expect(200);

        assertThat(people(door, "workshop")).isEqualTo(28);
        door.get(event + "/doors/main/head-count").expect(403);
        door.get(event + "/doors/nowhere/head-count").expect(403);
    }

    @Test
    void aDoorIsToldAllDoorsThatItIsAssignedToAndAKioskNothingOfRooms() {
        plan();
        ApiClient door = enrol("door-1", "DOOR", "\"workshop\", \"main\"");
        JsonNode sheets = door.get(event + "/doors").expect(200).json().path("sheets");

        assertThat(sheets.findValuesAsText("door")).containsExactly("main", "workshop");
        assertThat(sheets.get(1).path("room").path("area").asText()).isEqualTo("loge-4");
        assertThat(enrol("door-2", "DOOR", "")
                        .get(event + "/doors")
                        .expect(200)
                        .json()
                        .path("sheets"))
                .isEmpty();
        assertThat(enrol("kiosk-1", "KIOSK", "\"main\"")
                        .get(event + "/doors/main")
                        .expect(200)
                        .json()
                        .has("room"))
                .isFalse();
    }

    private void plan() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String document = Samples.EVENT
                .replace(
                        "\"firstDay\": \"2022-07-04\"",
                        "\"firstDay\": \"%s\", \"lastDay\": \"%s\"".formatted(today.minusDays(2), today.plusDays(2)))
                .replace(
                        "\"permitted\": 900}",
                        "\"permitted\": 900}, {\"id\": \"loge-4\", \"title\": {\"german\": \"Loge 4\","
                                + " \"english\": \"Box 4\"}, \"parent\": \"arena\", \"permitted\": 34}")
                .replace("\"doors\": [", """
                        "sessions": [%s, %s],
                        "doors": [
                          {"id": "workshop", "title": {"german": "Loge 4", "english": "Box 4"}, "area": "loge-4"},
                        """.formatted(
                                session("ki", "Workshop KI", now.minus(Duration.ofMinutes(10)), 30),
                                session("alt", "Vorbei", now.minus(Duration.ofHours(20)), 5)));
        organiser.put(event, document).expect(200);
    }

    private static String session(String id, String title, Instant startsAt, int seats) {
        return """
                {"id": "%s", "programme": "egk", "area": "loge-4", "seats": %d,
                 "title": {"german": "%s", "english": "%s"}, "startsAt": "%s", "endsAt": "%s"}
                """.formatted(id, seats, title, title, startsAt, startsAt.plus(Duration.ofHours(2)));
    }

    private ApiClient enrol(String id, String kind, String doors) {
        String token = organiser
                .put(event + "/devices/" + id, "{\"kind\": \"%s\", \"doors\": [%s]}".formatted(kind, doors))
                .expect(200)
                .json()
                .path("token")
                .asText();
        return organiser.as(token);
    }

    private long people(ApiClient door, String at) {
        return door.get(event + "/doors/" + at + "/head-count")
                .expect(200)
                .json()
                .path("people")
                .asLong(-1);
    }
}
