package org.einlass.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.einlass.contract.enrolment.EnrolmentOffer;
import org.einlass.contract.enrolment.EnrolmentStatus;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.server.device.enrolment.EnrollingDevice;
import org.junit.jupiter.api.Test;

/** A device enrols itself over REST, and what whoever is not one hears. */
final class EnrolmentIT {
    private static final String KIOSK = "{\"kind\": \"KIOSK\", \"doors\": [\"main\"], \"title\": \"Kiosk 1\"}";

    private final String name = RunningServer.newEvent();
    private final String event = "events/" + name;
    private final ApiClient organiser = RunningServer.organiser();
    private final ApiClient nobody = RunningServer.nobody();

    @Test
    void aDeviceGetsInByItsKeyOnceSomebodyConfirmedIt() {
        EnrollingDevice device = new EnrollingDevice();
        JsonNode made = make();
        assertThat(EnrolmentOffer.parse(made.path("offer").asText())).isPresent();
        assertThat(made.at("/addresses/0").asText()).startsWith("http://127.0.0.1:");

        JsonNode redeemed =
                nobody.post("enrolments", request(device, made)).expect(200).json();
        String path = "enrolments/" + redeemed.path("enrolment").asText();
        nobody.post(path + "/nonce", "{\"nonce\": \"" + device.nonce() + "\"}").expect(200);
        assertProblem(nobody.post(path + "/challenge", "").expect(409), "enrolment-pending", "noch nicht bestätigt");
        JsonNode waiting =
                organiser.get(event + "/enrolments").expect(200).json().path(0);
        String shown = device.shortCode(status(redeemed), null);
        assertThat(waiting.path("confirmation").asText()).isEqualTo(shown);
        confirm(redeemed, shown).expect(200);

        assertThat(nobody.get(path).expect(200).json().path("state").asText()).isEqualTo("CONFIRMED");
        ApiClient kiosk = token(device, redeemed, "");
        kiosk.get(event + "/doors/main").expect(200);
        kiosk.get(event + "/doors/once").expect(403);
        ApiClient next = token(device, redeemed, kiosk.token());
        kiosk.get(event + "/doors/main").expect(200);
        next.get(event + "/doors/main").expect(200);

        String late = proof(device, redeemed, kiosk.token());
        assertProblem(nobody.post(path + "/token", late).expect(403), "device-cloned", "kopiert");
        organiser.delete(event + "/devices/kiosk-1").expect(204);
        assertProblem(next.get(event + "/roster").expect(403), "device-revoked", "abgemeldet");
        organiser.post(event + "/devices/kiosk-1/wipe", "").expect(200);
        assertThat(organiser
                        .get(event + "/audit?subject=kiosk-1")
                        .expect(200)
                        .json()
                        .path("entries")
                        .findValuesAsText("action"))
                .containsExactly(
                        "WIPE_ORDERED",
                        "DEVICE_REVOKED",
                        "DEVICE_CLONED",
                        "DEVICE_ENROLLED",
                        "ENROLMENT_REDEEMED",
                        "ENROLMENT_CODE_MADE");
    }

    @Test
    void everyCodeThatIsNoneSaysWhy() {
        EnrollingDevice device = new EnrollingDevice();
        JsonNode used = make();
        nobody.post("enrolments", request(device, used)).expect(200);
        assertProblem(
                nobody.post("enrolments", request(new EnrollingDevice(), used)).expect(409),
                "enrolment-used",
                "schon ein Gerät benutzt");

        JsonNode withdrawn = make();
        organiser
                .delete(event + "/enrolments/" + withdrawn.path("enrolment").asText())
                .expect(204);
        assertProblem(
                nobody.post("enrolments", request(device, withdrawn)).expect(403),
                "enrolment-rejected",
                "zurückgezogen");

        String guessed = request(device, "0000-0000-0000");
        assertProblem(nobody.post("enrolments", guessed).expect(404), "unknown-enrolment", "gibt es hier nicht");
        assertProblem(
                nobody.post("enrolments", "{\"code\": \"0\", \"publicKey\": \"AAAA\"}")
                        .expect(400),
                "bad-value",
                "P-256");
    }

    @Test
    void theOrganiserHearsWhatIsMissing() {
        String enrolments = event + "/enrolments";
        organiser.post(enrolments, "{\"doors\": [\"main\"]}").expect(400);
        organiser.post(enrolments, "{\"kind\": \"KIOSK\"}").expect(400);
        organiser
                .post(enrolments, "{\"kind\": \"KIOSK\", \"doors\": [\"nowhere\"]}")
                .expect(404);
        organiser
                .post(enrolments, "{\"kind\": \"KIOSK\", \"doors\": [\"main\"], \"door\": \"main\"}")
                .expect(400);
        organiser.delete(enrolments + "/" + UUID.randomUUID()).expect(404);

        JsonNode made = make();
        JsonNode redeemed = nobody.post("enrolments", request(new EnrollingDevice(), made))
                .expect(200)
                .json();
        assertProblem(confirm(redeemed, "000000").expect(409), "conflict", "Noch kein Gerät");
    }

    private JsonNode make() {
        return organiser.post(event + "/enrolments", KIOSK).expect(200).json();
    }

    private ApiClient.Reply confirm(JsonNode redeemed, String shown) {
        return organiser.post(
                event + "/enrolments/" + redeemed.path("enrolment").asText() + "/confirmation",
                "{\"confirmation\": \"" + shown + "\"}");
    }

    private static String request(EnrollingDevice device, JsonNode made) {
        return request(device, made.path("code").asText());
    }

    private static String request(EnrollingDevice device, String code) {
        return "{\"code\": \"%s\", \"publicKey\": \"%s\", \"commitment\": \"%s\", \"later\": true}"
                .formatted(code, device.key().text(), device.commitment());
    }

    private ApiClient token(EnrollingDevice device, JsonNode redeemed, String last) {
        String path = "enrolments/" + redeemed.path("enrolment").asText() + "/token";
        return organiser.as(nobody.post(path, proof(device, redeemed, last))
                .expect(200)
                .json()
                .path("token")
                .asText());
    }

    private String proof(EnrollingDevice device, JsonNode redeemed, String last) {
        String nonce = nobody.post("enrolments/" + redeemed.path("enrolment").asText() + "/challenge", "")
                .expect(200)
                .json()
                .path("nonce")
                .asText();
        String before = last.isEmpty() ? "" : ", \"token\": \"" + last + "\"";
        return "{\"nonce\": \"%s\", \"signature\": \"%s\"%s}"
                .formatted(nonce, device.sign(status(redeemed), nonce), before);
    }

    private EnrolmentStatus status(JsonNode redeemed) {
        return new EnrolmentStatus(
                UUID.fromString(redeemed.path("enrolment").asText()),
                EnrolmentStatus.State.REDEEMED,
                new EventId(name),
                new DeviceId(redeemed.path("device").asText()),
                "",
                "KIOSK",
                List.of(),
                List.of(),
                redeemed.path("nonce").asText(),
                null);
    }

    private static void assertProblem(ApiClient.Reply reply, String type, String part) {
        assertThat(reply.json().path("type").asText()).isEqualTo("urn:einlass:problem:" + type);
        assertThat(reply.json().path("detail").asText()).contains(part);
        assertThat(reply.json().path("remedy").asText()).isNotEmpty();
    }
}
