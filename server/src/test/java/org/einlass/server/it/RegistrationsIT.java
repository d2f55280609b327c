package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.einlass.server.registration.imports.ImportService;
import org.junit.jupiter.api.Test;

/** People of an event over REST: found, changed, substituted, and what goes out to them. */
final class RegistrationsIT {
    private final ApiClient organiser = RunningServer.organiser();
    private final String event = RunningServer.newEvent();

    @Test
    void anOrganiserFindsChangesAndSendsTicketsTo() {
        organiser.upload(path("/import"), Samples.LIST.getBytes(UTF_8)).expect(200);
        String oemer = found("celik omer").path("registration").asText();

        ApiClient.Reply cancelled = organiser
                .send("PATCH", one(oemer, ""), "application/json", "{\"status\": \"CANCELLED\"}".getBytes(UTF_8))
                .expect(200);
        assertThat(cancelled.json().path("particulars").path("status").asText()).isEqualTo("CANCELLED");
        organiser.get(one(oemer, "/ticket.pdf")).expect(409);
        organiser
                .post(
                        path("/registrations/status"),
                        "{\"registrations\": [\"" + oemer + "\"], \"status\": \"CONFIRMED\"}")
                .expect(200);

        JsonNode heir = organiser
                .post(one(oemer, "/substitution"), "{\"givenName\": \"Eva\", \"familyName\": \"Schmidt\"}")
                .expect(200)
                .json();
        assertThat(found("schmidt eva").path("registration").asText())
                .isEqualTo(heir.path("id").asText());
        organiser.delete(one(heir.path("id").asText(), "/substitution")).expect(200);
        organiser.get(one(heir.path("id").asText(), "")).expect(404);

        organiser.post(one(oemer, "/ticket-code"), "").expect(200);
        assertThat(organiser.get(one(oemer, "/history")).expect(200).json()).hasSize(5);
        organiser
                .post(path("/registrations"), "{\"attendee\": {\"familyName\": \"Lang\"}, \"category\": \"team\"}")
                .expect(200);
        assertThat(organiser.get(path("/exports/tickets.zip")).expect(200).body())
                .startsWith('P', 'K');
        assertThat(organiser.get(path("/exports/registrations.csv")).expect(200).text())
                .contains("Çelik");
        organiser.delete(one(oemer, "")).expect(204);
        assertThat(organiser
                        .get(path("/audit?most=500"))
                        .expect(200)
                        .json()
                        .path("entries")
                        .findValuesAsText("action"))
                .contains(
                        "EVENT_CHANGED",
                        "LIST_IMPORTED",
                        "REGISTRATIONS_SEARCHED",
                        "REGISTRATION_READ",
                        "REGISTRATION_CHANGED",
                        "TICKET_READ",
                        "REGISTRATION_SUBSTITUTED",
                        "TICKET_CODE_REISSUED",
                        "WALK_IN_REGISTERED",
                        "EXPORTED",
                        "REGISTRATION_DELETED");
    }

    @Test
    void manyAreChangedAtOnceAndNoAuditorReadsAccessNeeds() {
        String kind = "application/json";
        String ida = registered("Ida", "Wart");
        String jan = registered("Jan", "Kurz");
        String both = "{\"registrations\": [\"" + ida + "\", \"" + jan + "\"]";
        organiser
                .send(
                        "PATCH",
                        one(ida, ""),
                        kind,
                        "{\"details\": {\"accessNeeds\": [\"WHEELCHAIR\"], \"accessConsent\": true}}".getBytes(UTF_8))
                .expect(200);
        assertThat(organiser
                        .send(
                                "PATCH",
                                one(jan, ""),
                                kind,
                                "{\"details\": {\"accessNeeds\": [\"SEAT\"]}}".getBytes(UTF_8))
                        .expect(400)
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("details.accessConsent");
        ApiClient auditor = organiser.as(Auditors.token(RunningServer.data()));
        assertThat(organiser.get(one(ida, "")).expect(200).text()).contains("WHEELCHAIR");
        assertThat(auditor.get(one(ida, "")).expect(200).text())
                .contains("Wart")
                .doesNotContain("WHEELCHAIR");
        assertThat(auditor.get(one(ida, "/history")).expect(200).text()).doesNotContain("WHEELCHAIR");

        assertThat(organiser
                        .post(path("/registrations/bulk"), both + ", \"category\": \"team\", \"delegation\": \"Gera\"}")
                        .expect(200)
                        .json()
                        .path("changed")
                        .asInt())
                .isEqualTo(2);
        assertThat(organiser.get(one(ida, "")).expect(200).text()).contains("WHEELCHAIR", "Gera", "team");
        organiser.post(path("/registrations/bulk"), both + "}").expect(400);
        assertThat(organiser
                        .post(path("/exports/tickets.zip"), both + "}")
                        .expect(200)
                        .body())
                .startsWith('P', 'K');
        organiser.post(path("/registrations/bulk/deletion"), both + "}").expect(200);
        organiser.get(one(ida, "")).expect(404);
    }

    private String registered(String givenName, String familyName) {
        return organiser
                .post(
                        path("/registrations"),
                        "{\"attendee\": {\"givenName\": \"" + givenName + "\", \"familyName\": \"" + familyName
                                + "\"}, \"category\": \"team\"}")
                .expect(200)
                .json()
                .path("id")
                .asText();
    }

    /** Case 11: an export of a ticket system with somebody cancelled and somebody waiting. */
    @Test
    void whoeverIsCancelledOrWaitingGetsNoTicket() throws IOException {
        try (InputStream list =
                Objects.requireNonNull(ImportService.class.getResourceAsStream("cases/11-cancelled-ticket/list.csv"))) {
            organiser.upload(path("/import"), list.readAllBytes()).expect(200);
        }

        organiser
                .get(one(found("Eva Schmidt").path("registration").asText(), "/ticket.pdf"))
                .expect(200);
        for (String name : List.of("Jan Kurz", "Ida Wart")) {
            String text = organiser
                    .get(one(found(name).path("registration").asText(), "/ticket.pdf"))
                    .expect(409)
                    .json()
                    .path("detail")
                    .asText();
            assertThat(text).as("a sentence for %s", name).contains(" ").endsWith(".");
        }
    }

    @Test
    void aBookingNumberIsATicketAtAKioskAndStandsInNoList() {
        organiser.upload(path("/import"), Samples.LIST.getBytes(UTF_8)).expect(200);
        String oemer = found("celik omer").path("registration").asText();
        String number = organiser
                .get(one(oemer, ""))
                .expect(200)
                .json()
                .path("bookingNumber")
                .asText();
        ApiClient kiosk = organiser.as(organiser
                .put(path("/devices/kiosk-1"), "{\"kind\": \"KIOSK\"}")
                .expect(200)
                .json()
                .path("token")
                .asText());

        JsonNode right = kiosk.post(
                        path("/booking-numbers"), "{\"number\": \"" + number + "\", \"familyName\": \"Celik\"}")
                .expect(200)
                .json();
        JsonNode wrong = kiosk.post(
                        path("/booking-numbers"), "{\"number\": \"" + number + "\", \"familyName\": \"Schmidt\"}")
                .expect(200)
                .json();
        kiosk.post(path("/booking-numbers"), "{\"number\": \"" + number + "\"}").expect(400);

        assertThat(right.path("code").asText()).startsWith("T").hasSize(29);
        assertThat(wrong).isEmpty();
        for (String list : List.of(
                "/registrations",
                "/exports/registrations.csv",
                "/lists/attendance.csv",
                "/reports/registrations.csv")) {
            assertThat(organiser.get(path(list)).expect(200).text())
                    .as(list)
                    .contains(list.startsWith("/reports") ? oemer : "elik")
                    .doesNotContain(number);
        }
    }

    @Test
    void spellingsOfAnOrganisationAreSuggestedReviewedAndCountedAsOne() {
        organiser.upload(path("/import"), """
                        Vorname;Nachname;Organisation
                        Eva;Schmidt;Ministerium des Innern
                        Jan;Kurz;Ministerium des Innern
                        Ole;Lang;MI
                        Ida;Wart;Min. d. Innern
                        """.getBytes(UTF_8)).expect(200);

        JsonNode suggestions =
                organiser.get(path("/organisation-aliases")).expect(200).json().path("suggestions");
        assertThat(suggestions.findValuesAsText("spelling")).containsExactly("MI", "Min. d. Innern");
        assertThat(suggestions.findValuesAsText("organisation")).containsOnly("Ministerium des Innern");
        for (JsonNode one : suggestions) {
            organiser
                    .put(path("/organisation-aliases"), """
                            {"spelling": "%s", "organisation": "Ministerium des Innern"}""".formatted(
                                    one.path("spelling").asText()))
                    .expect(200);
        }
        organiser.put(path("/organisation-aliases"), "{\"spelling\": \"MI\"}").expect(400);

        JsonNode reviewed =
                organiser.get(path("/organisation-aliases")).expect(200).json();
        assertThat(reviewed.path("suggestions")).isEmpty();
        assertThat(organiser.get(path("/reports/attendance.csv")).expect(200).text())
                .contains("Ministerium des Innern;row;4;")
                .doesNotContain("MI;row");
        organiser
                .delete(path("/organisation-aliases/"
                        + reviewed.path("reviewed").path(0).path("id").asText()))
                .expect(204);
        assertThat(organiser.get(path("/reports/attendance.csv")).expect(200).text())
                .contains("Ministerium des Innern;row;3;");
    }

    @Test
    void twinsAreMergedAndSplitAgain() {
        String list = Samples.LIST + "B2;Ömer;Çelik;Erfurt;Kommune;itls;SHOP-9;Teilnehmer\n";
        organiser.upload(path("/import"), list.getBytes(UTF_8)).expect(200);
        JsonNode pair = organiser
                .get(path("/twins?most=1"))
                .expect(200)
                .json()
                .path("pairs")
                .path(0);
        String first = pair.path("first").path("registration").asText();
        String second = pair.path("second").path("registration").asText();

        organiser.put(path("/twins/" + second + "/distinct/" + first), "").expect(204);
        assertThat(organiser.get(path("/twins")).expect(200).json().path("pairs"))
                .isEmpty();
        assertThat(organiser.get(path("/twins/decided")).expect(200).json().path("distinct"))
                .hasSize(1);
        organiser.put(path("/twins/" + first + "/distinct/" + first), "").expect(400);
        organiser
                .put(path("/twins/" + first + "/distinct/" + UUID.randomUUID()), "")
                .expect(404);
        organiser.delete(path("/twins/" + first + "/distinct/" + second)).expect(204);
        assertThat(organiser.get(path("/twins")).expect(200).json().path("pairs"))
                .hasSize(1);

        organiser.post(path("/twins/" + first), "{\"twin\": \"" + first + "\"}").expect(400);
        organiser.post(path("/twins/" + first), "{}").expect(400);
        JsonNode merged = organiser
                .post(path("/twins/" + first), "{\"twin\": \"" + second + "\"}")
                .expect(200)
                .json();

        assertThat(merged.path("particulars").path("programmes")).hasSize(2);
        assertThat(organiser.get(path("/registrations")).expect(200).json().path("registrations"))
                .hasSize(3);
        organiser
                .post(path("/twins/" + second), "{\"twin\": \"" + first + "\"}")
                .expect(409);
        organiser.delete(path("/twins/" + second)).expect(200);
        organiser.delete(path("/twins/" + second)).expect(409);
        assertThat(organiser.get(one(second, "/history")).expect(200).text()).contains("MERGED", "SPLIT");
    }

    @Test
    void theOrganisersOwnKeyIsAskedForInTheBodyAndNeverInTheAddress() {
        organiser.upload(path("/import"), Samples.LIST.getBytes(UTF_8)).expect(200);

        JsonNode found = organiser
                .post(path("/registrations/by-key"), "{\"key\": \"A1\"}")
                .expect(200)
                .json()
                .path("registrations");
        assertThat(found).hasSize(1);
        assertThat(organiser
                        .post(path("/registrations/by-key"), "{\"key\": \"nobody\"}")
                        .expect(200)
                        .json()
                        .path("registrations"))
                .isEmpty();
        organiser.post(path("/registrations/by-key"), "{}").expect(400);
        assertThat(organiser.get(path("/registrations?key=A1")).expect(400).text())
                .as("a parameter that would be ignored")
                .contains("key");
    }

    private JsonNode found(String text) {
        return organiser
                .post(path("/registrations/search"), "{\"text\": \"" + text + "\"}")
                .expect(200)
                .json()
                .path("hits")
                .path(0);
    }

    private String one(String registration, String rest) {
        return path("/registrations/" + registration + rest);
    }

    private String path(String rest) {
        return "events/" + event + rest;
    }
}
