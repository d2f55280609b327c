package org.einlass.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An organiser at work, through the server's public REST surface and nothing else. */
public final class Organiser {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final String CONFIRMED = "CONFIRMED";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI api;
    private final String event;
    private final String token;

    /**
     * Works on one event.
     *
     * @param server root of the server, ending in a slash
     * @param token bearer token with the role organiser
     */
    public Organiser(URI server, String event, String token) {
        this.api = server.resolve("api/v1/events/");
        this.event = event;
        this.token = token;
    }

    /** Creates the event, or changes it. */
    public void prepare(byte[] eventDocument) {
        send(request("").PUT(BodyPublishers.ofByteArray(eventDocument)).header("Content-Type", "application/json"));
    }

    /** Imports a registration list; answers the import report. */
    public JsonNode importList(byte[] csv) {
        return json(
                send(request("/import").POST(BodyPublishers.ofByteArray(csv)).header("Content-Type", "text/csv")));
    }

    /** Enrols a device; answers its bearer token. */
    public String enrol(String device, String deviceDocument) {
        byte[] answer = send(request("/devices/" + device)
                .PUT(BodyPublishers.ofString(deviceDocument))
                .header("Content-Type", "application/json"));
        return json(answer).get("token").asText();
    }

    /** Makes a one-time code for a device that enrols itself; answers what its QR code says. */
    public String offer(String deviceDocument) {
        return json(send(request("/enrolments")
                        .POST(BodyPublishers.ofString(deviceDocument))
                        .header("Content-Type", "application/json")))
                .get("offer")
                .asText();
    }

    /** Codes that are open and devices that wait to be confirmed. */
    public JsonNode waiting() {
        return json(send(request("/enrolments").GET()));
    }

    /** Has read the same short code on the device's screen. */
    public void confirm(String enrolment, String shortCode) {
        send(request("/enrolments/" + enrolment + "/confirmation")
                .POST(BodyPublishers.ofString("{\"confirmation\": \"" + shortCode + "\"}"))
                .header("Content-Type", "application/json"));
    }

    /** Orders a device to destroy all but its journal. */
    public void wipe(String device) {
        send(request("/devices/" + device + "/wipe").POST(BodyPublishers.noBody()));
    }

    /** Withdraws a device. */
    public void revoke(String device) {
        send(request("/devices/" + device).DELETE());
    }

    /** Trusts all devices again after the server was restored; answers those that waited. */
    public JsonNode confirmRestored() {
        return json(send(request("/device-confirmations")
                .POST(BodyPublishers.ofString("{\"all\": true}"))
                .header("Content-Type", "application/json")));
    }

    /** Takes in a helper for the desks today; answers badge and PIN, too. */
    public JsonNode takeInHelper(String name) {
        String helper = "{\"name\": \"" + name + "\", \"work\": \"DESK\"}";
        return json(send(
                request("/helpers").POST(BodyPublishers.ofString(helper)).header("Content-Type", "application/json")));
    }

    /** The helpers, and where their badges were barred. */
    public JsonNode helpers() {
        return json(send(request("/helpers").GET()));
    }

    /** All devices, and how they are. */
    public JsonNode devices() {
        return json(send(request("/devices").GET()));
    }

    /** Which event it is. */
    public String event() {
        return event;
    }

    /** The door that an event's document names first. */
    public String firstDoor() {
        return json(send(request("").GET())).at("/doors/0/id").asText();
    }

    /** All registrations, in the server's order. */
    public List<JsonNode> registrations() {
        List<JsonNode> all = new ArrayList<>();
        String page = "?most=500";
        while (!page.isEmpty()) {
            JsonNode answer = json(send(request("/registrations" + page).GET()));
            answer.get("registrations").forEach(all::add);
            page = answer.hasNonNull("next")
                    ? "?most=500&after=" + answer.get("next").asText()
                    : "";
        }
        return all;
    }

    /**
     * The ticket that an attendee holds. Who may not come has one from the time when they still might, for the
     * server makes none for them now.
     */
    public byte[] ticket(JsonNode registration) {
        String status = registration.at("/particulars/status").asText();
        if (status.equals(CONFIRMED)) {
            return mailedTicket(registration);
        }
        changeStatus(registration, CONFIRMED);
        byte[] ticket = mailedTicket(registration);
        changeStatus(registration, status);
        return ticket;
    }

    private byte[] mailedTicket(JsonNode registration) {
        return send(request(path(registration) + "/ticket.pdf").GET());
    }

    private void changeStatus(JsonNode registration, String status) {
        String change = "{\"status\": \"" + status + "\"}";
        send(request(path(registration))
                .method("PATCH", BodyPublishers.ofString(change))
                .header("Content-Type", "application/json"));
    }

    private static String path(JsonNode registration) {
        return "/registrations/" + registration.get("id").asText();
    }

    /** What an attendee types who has no ticket at hand. */
    public String bookingNumber(JsonNode registration) {
        return json(send(request(path(registration)).GET()))
                .get("bookingNumber")
                .asText();
    }

    /** The attendance report, as {@code pdf} or {@code csv}. */
    public byte[] attendance(String format) {
        return send(request("/reports/attendance." + format).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(event + path))
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE);
    }

    private byte[] send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 == 2) {
                return response.body();
            }
            throw new IllegalStateException("The server answered " + response.statusCode() + " to "
                    + response.request().method() + " " + response.uri().getPath() + ": "
                    + new String(response.body(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The server cannot be reached at " + api + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the server was asked.", e);
        }
    }

    private JsonNode json(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("The server's answer is no JSON.", e);
        }
    }
}
