package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device fetches, before the network fails, what it needs to decide alone. */
final class RosterIT {
    private static final int PART = 500;
    private static final int CROWD = 4_000;

    private final ApiClient organiser = RunningServer.organiser();
    private String event;
    private ApiClient kiosk;

    @BeforeEach
    void enrol() {
        event = RunningServer.newEvent();
        String token = organiser
                .put("events/" + event + "/devices/kiosk", "{\"kind\": \"KIOSK\"}")
                .expect(200)
                .json()
                .path("token")
                .asText();
        kiosk = organiser.as(token);
    }

    @Test
    void aKioskFetchesTheRosterPartByPartAndItsChecksumIsRight() throws Exception {
        importGuests();

        JsonNode snapshot = kiosk.get(roster("")).expect(200).json();

        byte[] file = fetch(snapshot);
        assertThat(snapshot.path("rows").asLong()).isEqualTo(9);
        assertThat(new String(file, UTF_8).lines()).hasSize(9);
        assertThat(new String(file, UTF_8))
                .doesNotContain("Müller-Lüdenscheidt")
                .doesNotContain("SHOP-1");
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)))
                .isEqualTo(snapshot.path("sha256").asText());
    }

    @Test
    void nothingIsBeyondTheEndAndTheWholeFileComesWithoutARange() throws Exception {
        importGuests();
        JsonNode snapshot = kiosk.get(roster("")).expect(200).json();
        long bytes = snapshot.path("bytes").asLong();

        HttpResponse<byte[]> beyond = part(snapshot, "bytes=" + bytes + "-");
        ApiClient.Reply whole = whole(snapshot).expect(200);

        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(whole.body()).hasSize((int) bytes);
    }

    @Test
    void noThreadWritesMoreThanADevicesPartAndAllOfItComesInParts() throws Exception {
        String rows = IntStream.range(0, CROWD)
                .mapToObj(number -> "K" + number + ";Eva;Muster" + number)
                .collect(Collectors.joining("\n"));
        organiser
                .upload("events/" + event + "/import", ("Schlüssel;Vorname;Nachname\n" + rows).getBytes(UTF_8))
                .expect(200);
        JsonNode snapshot = kiosk.get(roster("")).expect(200).json();
        int bytes = snapshot.path("bytes").asInt();

        ApiClient.Reply whole = kiosk.get(roster("/" + name(snapshot)));
        HttpResponse<byte[]> tooMuch = part(snapshot, "bytes=0-");
        HttpResponse<byte[]> first = part(snapshot, "bytes=0-3999999");
        HttpResponse<byte[]> second = part(snapshot, "bytes=4000000-7999999");

        assertThat(bytes).isBetween(4_000_001, 8_000_000);
        assertThat(whole.status()).isEqualTo(413);
        assertThat(whole.text()).contains("Range");
        assertThat(tooMuch.statusCode()).isEqualTo(413);
        assertThat(first.statusCode()).isEqualTo(206);
        assertThat(second.headers().firstValue("Content-Range")).hasValue("bytes 4000000-" + (bytes - 1) + "/" + bytes);
        MessageDigest sum = MessageDigest.getInstance("SHA-256");
        sum.update(first.body());
        assertThat(HexFormat.of().formatHex(sum.digest(second.body())))
                .isEqualTo(snapshot.path("sha256").asText());
    }

    @Test
    void anEmptyRosterComesWholeAlthoughAKioskAsksForAPart() throws Exception {
        JsonNode snapshot = kiosk.get(roster("")).expect(200).json();

        HttpResponse<byte[]> file = part(snapshot, "bytes=0-3999999");
        HttpResponse<byte[]> beyond = part(snapshot, "bytes=1-");

        assertThat(snapshot.path("bytes").asLong()).isZero();
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEmpty();
        assertThat(file.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/x-ndjson"));
        assertThat(beyond.statusCode()).isEqualTo(416);
    }

    @Test
    void guestsWhoRegisterLaterComeAsChanges() {
        JsonNode cursor = kiosk.get(roster("")).expect(200).json().path("cursor");

        importGuests();

        JsonNode changes = kiosk.get(changes(cursor.path("incarnation").asText(), cursor))
                .expect(200)
                .json();
        assertThat(changes.path("rows")).hasSize(9);
        assertThat(changes.path("more").asBoolean()).isFalse();
        assertThat(changes.path("cursor").path("number").asLong())
                .isGreaterThan(cursor.path("number").asLong());
    }

    @Test
    void aCursorOfAnotherServerIsGone() {
        JsonNode cursor = kiosk.get(roster("")).expect(200).json().path("cursor");

        ApiClient.Reply gone = kiosk.get(changes(new UUID(4, 4).toString(), cursor));

        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.type()).startsWith("application/problem+json");
    }

    @Test
    void aCursorOfBlanksIsRefused() {
        ApiClient.Reply reply =
                kiosk.get(roster("/changes?after=0&incarnation=%20")).expect(400);

        assertThat(reply.json().path("field").asText()).isEqualTo("incarnation");
    }

    @Test
    void theOrganiserHasNoUseForIt() {
        assertThat(organiser.get(roster("")).status()).isEqualTo(403);
        assertThat(organiser.get(roster("/any.ndjson")).status()).isEqualTo(403);
        assertThat(organiser.get(roster("/changes")).status()).isEqualTo(403);
    }

    /** Again while the server still ends the part before, which came on another connection. */
    private ApiClient.Reply whole(JsonNode snapshot) {
        ApiClient.Reply whole = kiosk.get(roster("/" + name(snapshot)));
        while (whole.status() == 429) {
            whole = kiosk.get(roster("/" + name(snapshot)));
        }
        return whole;
    }

    private void importGuests() {
        organiser
                .upload("events/" + event + "/import", Samples.LIST.getBytes(UTF_8))
                .expect(200);
    }

    private String roster(String below) {
        return "events/" + event + "/roster" + below;
    }

    private String changes(String incarnation, JsonNode cursor) {
        return roster("/changes?incarnation=" + incarnation + "&after="
                + cursor.path("number").asLong());
    }

    private static String name(JsonNode snapshot) {
        JsonNode cursor = snapshot.path("cursor");
        return cursor.path("incarnation").asText() + "-" + cursor.path("number").asLong() + ".ndjson";
    }

    private byte[] fetch(JsonNode snapshot) throws IOException, InterruptedException {
        long bytes = snapshot.path("bytes").asLong();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        while (file.size() < bytes) {
            HttpResponse<byte[]> part = part(snapshot, "bytes=" + file.size() + "-" + (file.size() + PART - 1));
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/x-ndjson"));
            assertThat(part.headers().firstValue("Content-Range"))
                    .hasValueSatisfying(range -> assertThat(range)
                            .startsWith("bytes " + file.size() + "-")
                            .endsWith("/" + bytes));
            file.write(part.body());
        }
        return file.toByteArray();
    }

    /** As kiosks ask: for JSON, and for a range. */
    private HttpResponse<byte[]> part(JsonNode snapshot, String range) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(kiosk.server().resolve("api/v1/" + roster("/" + name(snapshot))))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + kiosk.token())
                .header("Range", range)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
