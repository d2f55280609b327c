package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.EventSecret;
import org.einlass.contract.code.ExternalCode;
import org.einlass.server.device.GuessBucket;
import org.junit.jupiter.api.Test;

/** Somebody who holds a kiosk's token tries codes. */
final class GuessedCodesIT {
    private static final int GUESSES = 2_000;
    private static final int GUESTS = 286;
    private static final int EVERY = 7;
    private static final String LONG = "83920174650912837465012";

    private final ApiClient organiser = RunningServer.organiser();
    private final String event = "events/" + RunningServer.newEvent();

    @Test
    void twoThousandGuessesFindAHandfulOfNamesAndCloseNoDoor() {
        List<Integer> guests =
                IntStream.range(0, GUESTS).map(guest -> guest * EVERY).boxed().toList();
        StringBuilder list = new StringBuilder("Schlüssel;Nachname;Organisation;Ticketcode\n");
        guests.forEach(number -> list.append("K%d;%s;Amt;%06d\n".formatted(number, name(number), number)));
        list.append("L1;Lang;Amt;").append(LONG).append("\n");
        JsonNode report = organiser
                .upload(event + "/import", list.toString().getBytes(UTF_8))
                .expect(200)
                .json();
        assertThat(report.path("notes").toString()).contains("(286)").contains("6 ");
        ApiClient thief = device("kiosk-1");
        ApiClient honest = device("kiosk-2");
        Instant began = Instant.now();
        Set<String> names = new HashSet<>();
        int deferred = 0;
        JsonNode last = null;
        UUID scan = UUID.randomUUID();
        for (int number = 0; number < GUESSES; number++) {
            scan = UUID.randomUUID();
            last = ask(thief, scan, "%06d".formatted(number));
            JsonNode name = last.at("/badge/attendee/familyName");
            if (!name.isMissingNode()) {
                names.add(name.asText());
            }
            if (last.path("refusal").asText().equals("ASK_AT_COUNTER")) {
                deferred++;
                assertThat(last.path("verdict").asText()).isEqualTo("REFUSED");
                assertThat(last.has("badge")).isFalse();
                assertThat(last.has("arrivedAt")).isFalse();
            }
        }
        long refilled = Duration.between(began, Instant.now()).dividedBy(GuessBucket.REFILL);
        System.out.println(GUESSES + " guesses, " + names.size() + " names, " + deferred + " sent to the counter, "
                + refilled + " tokens refilled");

        assertThat(names).isNotEmpty().hasSizeLessThanOrEqualTo((int) (GuessBucket.TOKENS + refilled + 1));
        assertThat(deferred).isGreaterThan(GUESSES / 2);
        assertThat(ask(thief, scan, "%06d".formatted(GUESSES - 1)))
                .as("asked again")
                .isEqualTo(last);
        assertThat(ask(thief, UUID.randomUUID(), LONG)
                        .at("/badge/attendee/familyName")
                        .asText())
                .isEqualTo("Lang");
        String unseen = "%06d"
                .formatted(guests.stream()
                        .filter(number -> !names.contains(name(number)))
                        .findFirst()
                        .orElseThrow());
        assertThat(ask(honest, UUID.randomUUID(), unseen).path("verdict").asText())
                .isEqualTo("ADMITTED");
        assertThat(warning("kiosk-1")).contains("wrong codes");
        assertThat(warning("kiosk-2")).isEmpty();
        assertThat(organiser.get("health").expect(200).text()).contains("WRONG_CODES");
        assertThat(afterRefill(thief, unseen)).isEqualTo("ADMITTED");
    }

    @Test
    void aStolenRosterAndTheSaltOpenNoNumericCode() {
        organiser
                .upload(
                        event + "/import",
                        ("Schlüssel;Nachname;Organisation;Ticketcode\nK1;Kurz;Amt;0815\nL1;Lang;Amt;" + LONG + "\n")
                                .getBytes(UTF_8))
                .expect(200);
        ApiClient kiosk = device("kiosk-1");
        JsonNode sheet = kiosk.get(event + "/doors/main").expect(200).json();
        EventSalt salt = new EventSalt(sheet.path("salt").asText());
        EventSecret secret = new EventSecret(sheet.at("/guessable/secret").asText());
        JsonNode announced = kiosk.get(event + "/roster").expect(200).json();
        String file = kiosk.get(
                        event + "/roster/" + announced.at("/cursor/incarnation").asText() + "-"
                                + announced.at("/cursor/number").asText() + ".ndjson")
                .expect(200)
                .text();

        assertThat(IntStream.range(0, 10_000)
                        .mapToObj("%04d"::formatted)
                        .filter(code -> file.contains(
                                salt.lookupId(new ExternalCode(code)).hex())))
                .isEmpty();
        assertThat(file)
                .contains(secret.lookupId(new ExternalCode("0815")).hex())
                .contains(salt.lookupId(new ExternalCode(LONG)).hex())
                .doesNotContain(secret.hex());
    }

    /** A family name of letters, since a word with a number holds a place for somebody still to be named. */
    private static String name(int number) {
        return "Meier"
                + Integer.toString(number, 36)
                        .chars()
                        .mapToObj(sign -> String.valueOf((char) ('a' + Character.digit(sign, 36) % 26)))
                        .collect(Collectors.joining());
    }

    /** Asks anew until it is not sent to the counter, half a minute at most. */
    private String afterRefill(ApiClient kiosk, String code) {
        Instant until = Instant.now().plus(GuessBucket.REFILL.multipliedBy(5));
        JsonNode answer = ask(kiosk, UUID.randomUUID(), code);
        while (answer.path("refusal").asText().equals("ASK_AT_COUNTER")
                && Instant.now().isBefore(until)) {
            Thread.onSpinWait();
            answer = ask(kiosk, UUID.randomUUID(), code);
        }
        return answer.path("verdict").asText();
    }

    private JsonNode ask(ApiClient kiosk, UUID scan, String code) {
        return kiosk.post(event + "/scans", Samples.question(scan, "main", code))
                .expect(200)
                .json();
    }

    private String warning(String device) {
        for (JsonNode one : organiser.get(event + "/devices").expect(200).json()) {
            if (one.path("device").asText().equals(device)) {
                return one.at("/warning/english").asText().toLowerCase(Locale.ROOT);
            }
        }
        return "no such device";
    }

    private ApiClient device(String id) {
        return organiser.as(organiser
                .put(event + "/devices/" + id, "{\"kind\": \"KIOSK\", \"doors\": [\"main\"]}")
                .expect(200)
                .json()
                .path("token")
                .asText());
    }
}
