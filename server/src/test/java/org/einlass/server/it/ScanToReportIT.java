package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.ScanProof;
import org.einlass.contract.id.EntryId;
import org.junit.jupiter.api.Test;

final class ScanToReportIT {
    private final ApiClient organiser = RunningServer.organiser();
    private final String event = "events/" + RunningServer.newEvent();

    @Test
    void aListComesInAndTheSameListAgainChangesNothing() {
        JsonNode foreseen = importList("?dryRun=true", Samples.LIST);
        JsonNode first = importList("", Samples.LIST);
        JsonNode again = importList("", Samples.LIST);

        assertThat(foreseen.path("added").asInt()).isEqualTo(3);
        assertThat(foreseen.path("dryRun").asBoolean()).isTrue();
        assertThat(first.path("added").asInt()).isEqualTo(3);
        assertThat(again.path("unchanged").asInt()).isEqualTo(3);
        assertThat(again.path("added").asInt() + again.path("updated").asInt()).isZero();
        assertThat(registrations()).hasSize(3);
    }

    @Test
    void aChangedRowChangesItsRegistrationAndKeepsItsCodes() {
        importList("", Samples.LIST);
        byte[] before = ticket("A1");

        JsonNode report = importList("", Samples.LIST.replace("Thüringer Finanzministerium", "Land Thüringen"));

        assertThat(report.path("updated").asInt()).isEqualTo(1);
        assertThat(report.path("unchanged").asInt()).isEqualTo(2);
        assertThat(registration("A1").at("/particulars/attendee/organisation").asText())
                .isEqualTo("Land Thüringen");
        assertThat(before).startsWith("%PDF".getBytes(UTF_8));
    }

    @Test
    void aColumnThatTheListDoesNotHaveLeavesItsFieldAlone() {
        importList("", Samples.LIST);

        JsonNode report = importList("", "Schlüssel;Vorname;Nachname\nA1;Jördis;Müller-Lüdenscheidt\n");

        assertThat(report.path("unchanged").asInt()).isEqualTo(1);
        assertThat(registration("A1").at("/particulars/sector").asText()).isEqualTo("STATE");
    }

    @Test
    void oneBadRowRejectsNothingElseAndIsNeverRepeated() {
        JsonNode report = importList("", Samples.LIST + "A4;Max;;Geheim;;;;\n");

        assertThat(report.path("added").asInt()).isEqualTo(3);
        JsonNode rejected = report.path("rejected").path(0);
        assertThat(rejected.path("line").asInt()).isEqualTo(5);
        assertThat(rejected.path("column").asText()).isEqualTo("Nachname");
        assertThat(rejected.path("reason").asText()).isNotBlank();
        assertThat(rejected.path("remedy").asText()).isNotBlank();
        assertThat(report.toString()).doesNotContain("Geheim").doesNotContain("Max");
    }

    @Test
    void anExternalCodeBelongsToOneRegistrationOnly() {
        importList("", Samples.LIST);

        JsonNode report = importList("", "Schlüssel;Nachname;Ticketcode\nB1;Neu;SHOP-1\nB2;Auch neu;SHOP-9\n");

        assertThat(report.path("added").asInt()).as("%s", report).isEqualTo(1);
        assertThat(report.path("asked").asInt()).as("%s", report).isEqualTo(1);
        assertThat(report.path("questions")).as("%s", report).hasSize(1);
    }

    @Test
    void aGuestScansIsAdmittedAndCountsOnceTheOutcomeIsReported() {
        importList("", Samples.LIST);
        ApiClient kiosk = device("kiosk-1", "KIOSK", "main");
        JsonNode sheet = kiosk.get(event + "/doors/main").expect(200).json();
        assertThat(sheet.path("prints").booleanValue()).isTrue();
        UUID scan = UUID.randomUUID();

        JsonNode answer = kiosk.post(event + "/scans", Samples.question(scan, "main", "SHOP-1"))
                .expect(200)
                .json();
        assertThat(answer.path("verdict").asText()).isEqualTo("ADMITTED");
        assertThat(answer.at("/badge/attendee/familyName").asText()).isEqualTo("Müller-Lüdenscheidt");
        assertThat(answer.at("/badge/code").asText()).startsWith("B").hasSize(29);
        assertThat(attendance()).contains("Gesamt;Insgesamt;total;2;0;");

        JsonNode receipt = kiosk.post(event + "/journal", report(scan, "LIVE", sheet))
                .expect(200)
                .json();
        assertThat(receipt.at("/entries/0/fate").asText()).as(receipt::toString).isEqualTo("ACCEPTED");
        assertThat(attendance())
                .contains("Gesamt;Insgesamt;total;2;1;1;50")
                .contains("Teilnehmer;row;2;1;")
                .contains("Land;row;1;1;")
                .contains("E-Government-Kongress;row;2;1;")
                .contains("IT-Leistungsschau;row;1;1;");
        assertThat(kiosk.post(event + "/journal", report(scan, "LIVE", sheet))
                        .json()
                        .at("/entries/0/fate")
                        .asText())
                .isEqualTo("KNOWN");
        assertThat(attendance()).contains("Gesamt;Insgesamt;total;2;1;1;50");
    }

    @Test
    void whoWasLetInBeforeTheListCameCountsAsSoonAsItIsThere() {
        ApiClient kiosk = device("kiosk-1", "KIOSK", "main");
        JsonNode sheet = kiosk.get(event + "/doors/main").expect(200).json();
        kiosk.post(event + "/journal", report(UUID.randomUUID(), "LIVE", sheet)).expect(200);

        importList("", Samples.LIST);

        assertThat(attendance()).contains("Gesamt;Insgesamt;total;2;1;1;50");
    }

    @Test
    void aRehearsalNeverCounts() {
        importList("", Samples.LIST);
        ApiClient kiosk = device("kiosk-1", "KIOSK", "main");
        JsonNode sheet = kiosk.get(event + "/doors/main").expect(200).json();

        kiosk.post(event + "/journal", report(UUID.randomUUID(), "REHEARSAL", sheet))
                .expect(200);

        assertThat(attendance()).contains("Gesamt;Insgesamt;total;2;0;");
    }

    @Test
    void ticketAndReportArePdfFiles() {
        importList("", Samples.LIST);

        ApiClient.Reply report =
                organiser.get(event + "/reports/attendance.pdf").expect(200);

        assertThat(ticket("A2")).startsWith("%PDF".getBytes(UTF_8));
        assertThat(report.type()).isEqualTo("application/pdf");
        assertThat(report.body()).startsWith("%PDF".getBytes(UTF_8));
    }

    @Test
    void registrationsComePageByPage() {
        importList("", Samples.LIST);

        JsonNode first =
                organiser.get(event + "/registrations?most=2").expect(200).json();
        JsonNode second = organiser
                .get(event + "/registrations?most=2&after=" + first.path("next").asText())
                .expect(200)
                .json();

        assertThat(first.path("registrations")).hasSize(2);
        assertThat(second.path("registrations")).hasSize(1);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void anEventIsChangedAsAWholeOrNotAtAll() {
        organiser.put(event, Samples.EVENT.replace("Abendempfang", "Empfang")).expect(200);
        importList("", Samples.LIST);

        ApiClient.Reply refused = organiser.put(event, Samples.EVENT.replace("\"id\": \"itls\"", "\"id\": \"other\""));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("field").asText()).isEqualTo("programmes");
        assertThat(organiser.get(event).expect(200).text()).contains("itls").contains("Empfang");
    }

    @Test
    void aRevokedDeviceHearsSoAtItsNextRequest() {
        ApiClient kiosk = device("kiosk-1", "KIOSK", "main");
        kiosk.get(event + "/doors/main").expect(200);

        organiser.delete(event + "/devices/kiosk-1").expect(204);

        assertThat(kiosk.get(event + "/doors/main").expect(403).text()).contains("urn:einlass:problem:device-revoked");
    }

    @Test
    void aDeviceScansAtItsOwnDoorsOnly() {
        ApiClient kiosk = device("kiosk-1", "KIOSK", "main");

        kiosk.post(event + "/scans", Samples.question(UUID.randomUUID(), "once", "SHOP-1"))
                .expect(403);
        kiosk.get(event + "/doors/once").expect(403);
        kiosk.get(event + "/doors/main").expect(200);
    }

    private JsonNode importList(String query, String list) {
        return organiser
                .upload(event + "/import" + query, list.getBytes(UTF_8))
                .expect(200)
                .json();
    }

    private JsonNode registrations() {
        return organiser.get(event + "/registrations").expect(200).json().path("registrations");
    }

    private JsonNode registration(String key) {
        return organiser
                .post(event + "/registrations/by-key", "{\"key\": \"" + key + "\"}")
                .expect(200)
                .json()
                .at("/registrations/0");
    }

    private byte[] ticket(String key) {
        String id = registration(key).path("id").asText();
        return organiser
                .get(event + "/registrations/" + id + "/ticket.pdf")
                .expect(200)
                .body();
    }

    private ApiClient device(String id, String kind, String door) {
        String document = "{\"kind\": \"" + kind + "\", \"doors\": [\"" + door + "\"]}";
        JsonNode enrolled =
                organiser.put(event + "/devices/" + id, document).expect(200).json();
        return organiser.as(enrolled.path("token").asText());
    }

    private String attendance() {
        return organiser.get(event + "/reports/attendance.csv").expect(200).text();
    }

    static String report(UUID scan, String phase, JsonNode sheet) {
        ExternalCode code = new ExternalCode("SHOP-1");
        String lookup =
                new EventSalt(sheet.path("salt").asText()).lookupId(code).hex();
        return """
                {"epoch": "%s", "highWater": 1, "entries": [{"type": "scanned",
                 "head": {"id": "%s", "sequence": 1, "phase": "%s",
                          "time": {"wall": "%s", "boot": "%s", "monotonic": "PT9S"}},
                 "door": "main", "code": "%s", "proof": "%s",
                 "outcome": {"verdict": "ADMITTED", "source": "SERVER"}}]}
                """.formatted(
                        new UUID(1, 2),
                        scan,
                        phase,
                        Instant.parse("2022-07-04T07:00:01Z"),
                        new UUID(7, 7),
                        lookup,
                        ScanProof.of(code, new EntryId(scan)).hex());
    }
}
