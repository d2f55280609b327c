package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every list and certificate as a running server gives it: of an event with guests, and of one without. */
final class PrintedListsIT {
    private final ApiClient organiser = RunningServer.organiser();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "lists/attendance.pdf, %PDF",
        "lists/attendance.pdf?order=organisation&who=absent&signature=true&pages=true, %PDF",
        "lists/attendance.csv, ",
        "lists/attendance.xlsx, PK",
        "lists/evacuation.pdf, %PDF",
        "lists/rooms.pdf, %PDF",
        "lists/badges-to-pull.pdf, %PDF",
        "lists/desk-protocol.pdf, %PDF",
        "lists/role-badges.pdf, %PDF",
        "lists/role-badges.csv, ",
        "lists/role-badges.xlsx, PK",
        "lists/prints.pdf, %PDF",
        "lists/prints.csv, ",
        "lists/prints.xlsx, PK",
        "lists/hand-outs.pdf?out=true, %PDF",
        "lists/hand-outs.csv, ",
        "lists/hand-outs.xlsx, PK",
        "lists/evacuation.csv, ",
        "lists/evacuation.xlsx, PK",
        "lists/rooms.csv, ",
        "lists/rooms.xlsx, PK",
        "lists/badges-to-pull.csv, ",
        "lists/badges-to-pull.xlsx, PK",
        "lists/desk-protocol.csv, ",
        "lists/desk-protocol.xlsx, PK",
        "reports/attendance.pdf, %PDF",
        "reports/attendance.csv, ",
        "reports/attendance.xlsx, PK",
        "reports/facts.csv, ",
        "reports/registrations.csv, ",
        "reports/raw.zip, PK",
        "press/preview.pdf, %PDF",
        "certificates/design, {",
        "certificates/design/preview.pdf, %PDF",
        "certificates/verify.html, <!DOCTYPE html>",
        "certificates/batches, []",
        "certificates/key.pem, -----BEGIN PUBLIC KEY-----"
    })
    void isGivenWithAndWithoutGuests(String path, String beginning) {
        String empty = RunningServer.newEvent();
        String event = RunningServer.newEvent();
        organiser
                .upload("events/" + event + "/import", Samples.LIST.getBytes(UTF_8))
                .expect(200);

        for (String one : new String[] {empty, event}) {
            byte[] content =
                    organiser.get("events/" + one + "/" + path).expect(200).body();
            String start = beginning == null ? "" : beginning;

            assertThat(content).isNotEmpty();
            assertThat(new String(Arrays.copyOf(content, start.length()), US_ASCII))
                    .isEqualTo(start);
        }
    }

    @Test
    void badgesArePrintedBeforePeopleComeWithSignsForTheirBoxes() {
        String event = RunningServer.newEvent();
        organiser
                .upload("events/" + event + "/import", Samples.LIST.getBytes(UTF_8))
                .expect(200);
        String badges = "events/" + event + "/badges/";

        organiser.put(badges + "boxes", "{\"boxes\": 2}").expect(200);
        organiser.put(badges + "boxes", "{\"boxes\": 0}").expect(400);
        ApiClient.Reply run =
                organiser.post(badges + "runs", "{\"format\": \"a4\"}").expect(200);
        organiser.post(badges + "runs", "{\"format\": \"a5\"}").expect(400);
        organiser.post(badges + "runs", "{}").expect(409);

        assertThat(run.json().path("run").path("sheets").asInt()).isEqualTo(3);
        isPdf(organiser.get(badges + "runs/1/badges.pdf"));
        organiser.get(badges + "runs/2/badges.pdf").expect(409);
        isPdf(organiser.post(badges + "signs.pdf", "{\"kind\": \"BOXES\", \"paper\": \"A3\", \"arrow\": \"LEFT\"}"));
        isPdf(organiser.post(badges + "signs.pdf", "{\"kind\": \"KIOSK\", \"arrow\": \"RIGHT\"}"));
        isPdf(organiser.post(
                badges + "signs.pdf", "{\"kind\": \"WIFI\", \"network\": \"Gast;1\", \"password\": \"geheim\"}"));
        isPdf(organiser.post(badges + "signs.pdf", "{\"kind\": \"NOTICE\", \"text\": \"Wir verarbeiten Namen.\"}"));
        organiser.post(badges + "signs.pdf", "{\"kind\": \"WIFI\"}").expect(400);
        organiser.post(badges + "pulled", "{}").expect(400);
        organiser.post(badges + "pulled", "{\"sheets\": 1}").expect(409);
        organiser.post(badges + "pulled", "{\"sheets\": 0}").expect(200);
    }

    @Test
    void aLayoutIsFetchedChangedAndSentBackAndGivenToDevices() {
        String event = RunningServer.newEvent();
        String layouts = "events/" + event + "/badge-layouts";
        String a6 = organiser.get(layouts + "/a6").expect(200).text();

        organiser.put(layouts + "/a6", a6).expect(200);
        organiser.put(layouts + "/62x100", a6).expect(400);
        organiser
                .put(layouts + "/a6", a6.replace("\"height\" : 28.0", "\"height\" : 280.0"))
                .expect(400);
        assertThat(organiser.get(layouts + "/a6/longest.png").expect(200).body())
                .startsWith(0x89, 'P', 'N', 'G');
        organiser.get(layouts + "/a6/smallest.png").expect(400);
        assertThat(organiser
                        .get(layouts + "/a6/preflight")
                        .expect(200)
                        .json()
                        .path("names")
                        .asInt())
                .isZero();
        ApiClient kiosk = organiser.as(organiser
                .put("events/" + event + "/devices/kiosk-1", "{\"kind\": \"KIOSK\"}")
                .expect(200)
                .json()
                .path("token")
                .asText());
        assertThat(kiosk.get(layouts + "/for-devices").expect(200).json().path("layouts"))
                .hasSize(1);
        organiser.delete(layouts + "/a6").expect(200);
        assertThat(kiosk.get(layouts + "/for-devices").expect(200).json().path("layouts"))
                .isEmpty();
    }

    private static void isPdf(ApiClient.Reply reply) {
        assertThat(new String(Arrays.copyOf(reply.expect(200).body(), 4), US_ASCII))
                .isEqualTo("%PDF");
    }
}
