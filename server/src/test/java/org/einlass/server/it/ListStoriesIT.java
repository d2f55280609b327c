package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lists as they come the evening before, from their files to the doors. */
final class ListStoriesIT {
    private static final int PRETIX = 412;
    private static final int OVERLAPS = 38;
    private static final int MAY_ENTER = 505;
    private static final Duration ON_ALL_KIOSKS = Duration.ofSeconds(10);
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final List<String> GIVEN = List.of(
            "Jörg", "Eva", "Anna", "Jan", "Käthe", "Ömer", "Zoë", "Lukas", "Mia", "Paul", "Ines", "Tom", "René", "Ida",
            "Ole", "Uta", "Max", "Lea", "Finn", "Åsa");
    private static final List<String> FAMILY = List.of(
            "Müller", "Schmidt", "Weiß", "Kurz", "Lang", "Größer", "Bäcker", "Vogel", "Hahn", "Jäger", "König", "Roth",
            "Stein", "Winter", "Sommer", "Brandt", "Fuchs", "Wolf", "Krüger", "Schulze", "Peters", "Hansen", "Jansen",
            "Ebert", "Frank", "Günther", "Horn", "Keller", "Löwe", "Maurer");

    private final ApiClient organiser = RunningServer.organiser();
    private final String event = "events/" + RunningServer.newEvent();

    @Test
    void theEveningBefore() throws InterruptedException {
        JsonNode pretix = take("", pretix().getBytes(UTF_8));
        assertThat(pretix.path("added").asInt()).isEqualTo(PRETIX);

        byte[] excel = excel().getBytes(Charset.forName("x-MacRoman"));
        JsonNode trial = take("?dryRun=true", excel);
        assertThat(trial.path("encoding").asText()).isEqualTo("Mac Roman");
        assertThat(trial.path("questions"))
                .as("nothing is unclear about this list")
                .isEmpty();
        assertThat(counts(trial))
                .as("foreseen: added, updated, unchanged, asked")
                .containsExactly(102, 0, OVERLAPS, 0);
        JsonNode earnest = take("", excel);
        assertThat(earnest.path("rejected")).isEmpty();
        assertThat(counts(earnest)).containsExactly(102, 0, OVERLAPS, 0);
        assertThat(statuses()).isEqualTo(Map.of("CONFIRMED", MAY_ENTER, "CANCELLED", 9));
        assertThat(people()).filteredOn(String::isEmpty).as("N. N.").hasSize(6);
        IntStream.range(100, 104)
                .forEach(i -> assertThat(people())
                        .filteredOn(name(i, " ")::equals)
                        .as("namesakes")
                        .hasSize(2));
        assertThat(people()).contains("Jörg Müller", "Dr. Åsa Maurer", "Dr. Finn Maurer");

        ApiClient kiosk = kiosk("kiosk-1");
        for (int i = 0; i < PRETIX; i++) {
            String verdict = kiosk.post(event + "/scans", Samples.question(UUID.randomUUID(), "main", secret(i)))
                    .expect(200)
                    .json()
                    .path("verdict")
                    .asText();
            assertThat(verdict).as("pretix ticket %d", i).isEqualTo("ADMITTED");
        }

        List<ApiClient> kiosks = List.of(kiosk, kiosk("kiosk-2"), kiosk("kiosk-3"));
        List<JsonNode> ends = kiosks.stream().map(this::announced).toList();
        JsonNode mail = take("", mail().getBytes(UTF_8));
        long pasted = System.nanoTime();
        assertThat(counts(mail)).as("27 new, 3 there already").containsExactly(27, 0, 3, 0);
        assertThat(mail.path("rejected")).isEmpty();
        for (int i = 0; i < kiosks.size(); i++) {
            while (rows(kiosks.get(i), ends.get(i)) < 2 * 27) {
                assertThat(Duration.ofNanos(System.nanoTime() - pasted)).isLessThan(ON_ALL_KIOSKS);
                Thread.sleep(100);
            }
        }

        organiser.delete(event + "/imports/" + mail.path("importId").asText()).expect(204);
        assertThat(statuses()).isEqualTo(Map.of("CONFIRMED", MAY_ENTER, "CANCELLED", 9));
    }

    private static List<Integer> counts(JsonNode report) {
        return Stream.of("added", "updated", "unchanged", "asked")
                .map(field -> report.path(field).asInt(-1))
                .toList();
    }

    @Test
    void twoListsOfTheSameCongress() {
        take("", shop("A", IntStream.range(0, 300)).getBytes(UTF_8));
        String second = shop("B", IntStream.range(250, 498)) + """
                \rX1;Andreas;Müller;Innenministerium;am@example.org;%s\rX2;Andreas;Müller;Innenministerium;muea@example.org;%s""".formatted(secret(2001), secret(2002));
        JsonNode questions = take("?dryRun=true", second.getBytes(UTF_8)).path("questions");
        assertThat(questions.findValuesAsText("id")).containsExactly("gone");
        JsonNode earnest = take("?answer=gone:keep", second.getBytes(UTF_8));
        assertThat(counts(earnest)).as("200 new, 50 with a second code").containsExactly(200, 50, 0, 0);
        assertThat(statuses()).isEqualTo(Map.of("CONFIRMED", 500));
        assertThat(people()).filteredOn("Andreas Müller"::equals).hasSize(2);
        ApiClient kiosk = kiosk("kiosk-1");
        assertThat(atTheReception(kiosk, 270).path("verdict").asText()).isEqualTo("ADMITTED");
        JsonNode again = atTheReception(kiosk, 1_270);
        assertThat(again.path("refusal").asText())
                .as("the same person's other code")
                .isEqualTo("ALREADY_USED");
        assertThat(again.path("unconfirmed").path("device").asText()).isEqualTo("kiosk-1");
        assertThat(atTheReception(kiosk, 2_001).path("verdict").asText()).isEqualTo("ADMITTED");
        assertThat(atTheReception(kiosk, 2_002).path("verdict").asText()).isEqualTo("ADMITTED");
    }

    private JsonNode atTheReception(ApiClient kiosk, int ticket) {
        return kiosk.post(event + "/scans", Samples.question(UUID.randomUUID(), "once", secret(ticket)))
                .expect(200)
                .json();
    }

    /** People with tickets of one shop; those of the second have other codes. */
    private static String shop(String letter, IntStream people) {
        int further = letter.equals("A") ? 0 : 1_000;
        return Stream.concat(
                        Stream.of("Bestellnummer;Vorname;Nachname;Firma;E-Mail;Ticketcode"),
                        people.mapToObj(i -> letter + i + ";" + name(i, ";") + ";Stadt " + FAMILY.get(i % 30) + "heim;e"
                                + i + "@example.org;" + secret(further + i)))
                .collect(Collectors.joining("\r"));
    }

    private JsonNode take(String parameters, byte[] file) {
        ApiClient.Reply reply = organiser.upload(event + "/import" + parameters, file);
        return reply.expect(200).json();
    }

    private ApiClient kiosk(String id) {
        return organiser.as(organiser
                .put(event + "/devices/" + id, "{\"kind\": \"KIOSK\"}")
                .expect(200)
                .json()
                .path("token")
                .asText());
    }

    private JsonNode announced(ApiClient kiosk) {
        return kiosk.get(event + "/roster").expect(200).json();
    }

    private int rows(ApiClient kiosk, JsonNode snapshot) {
        JsonNode changes = kiosk.get(event + "/roster/changes?incarnation="
                        + snapshot.path("cursor").path("incarnation").asText() + "&after="
                        + snapshot.path("cursor").path("number").asText())
                .expect(200)
                .json();
        return changes.path("rows").size();
    }

    private List<JsonNode> registrations() {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = organiser
                    .get(event + "/registrations?most=100" + after)
                    .expect(200)
                    .json();
            page.path("registrations").forEach(all::add);
            after = page.path("next").isTextual()
                    ? "&after=" + page.path("next").asText()
                    : "";
        } while (!after.isEmpty());
        return all;
    }

    private Map<String, Integer> statuses() {
        return registrations().stream()
                .collect(Collectors.toMap(
                        one -> one.path("particulars").path("status").asText(), one -> 1, Integer::sum, TreeMap::new));
    }

    private List<String> people() {
        return registrations().stream()
                .map(one -> one.path("particulars").path("attendee"))
                .map(one -> (one.path("title").asText() + " "
                                + one.path("givenName").asText() + " "
                                + one.path("familyName").asText())
                        .strip())
                .toList();
    }

    private static String name(int person, String between) {
        return GIVEN.get(person % GIVEN.size()) + between + FAMILY.get(person / GIVEN.size());
    }

    private static String secret(int person) {
        return new Random(person * 7919L)
                .ints(32, 0, LETTERS.length())
                .mapToObj(at -> LETTERS.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    private static String pretix() {
        return Stream.concat(
                        Stream.of("\"Order code\",\"Position ID\",\"Status\",\"Product\",\"Attendee name: Given name\","
                                + "\"Attendee name: Family name\",\"Attendee email\",\"Company\",\"Secret\""),
                        IntStream.range(0, PRETIX)
                                .mapToObj(i ->
                                        "\"A%04d\",\"1\",\"paid\",\"Teilnehmer\",\"%s\",\"e%d@example.org\",\"Stadt %s\",\"%s\""
                                                .formatted(
                                                        i,
                                                        name(i, "\",\""),
                                                        i,
                                                        FAMILY.get(i % 30) + "heim",
                                                        secret(i))))
                .collect(Collectors.joining("\r\n"));
    }

    /** Saved by a spreadsheet on an old Mac. */
    private static String excel() {
        List<String> rows = new ArrayList<>(List.of("Anrede;Vorname;Nachname;Firma;E-Mail;Ticket storniert"));
        IntStream.range(0, OVERLAPS)
                .forEach(i -> rows.add(
                        ";%s;Stadt %s;E%d@Example.org;".formatted(name(i, ";"), FAMILY.get(i % 30) + "heim", i)));
        IntStream.range(412, 421).forEach(i -> rows.add(";%s;Landkreis;a%d@example.org;Ja".formatted(name(i, ";"), i)));
        IntStream.range(0, 6).forEach(i -> rows.add(";N.;N.;Finanzministerium;;"));
        IntStream.range(100, 104)
                .forEach(i -> rows.add(";%s;Universität %d;u%d@example.org;".formatted(name(i, ";"), i, i)));
        rows.add("Herr Dr.;Finn;Maurer;Staatskanzlei;m1@example.org;");
        rows.add("Herr Dr.;Åsa;Maurer;Staatskanzlei;m2@example.org;");
        IntStream.range(430, 511)
                .forEach(i -> rows.add(";%s;Stadt Suhl %d;s%d@example.org;".formatted(name(i, ";"), i, i)));
        return String.join("\r", rows);
    }

    private static String mail() {
        return IntStream.concat(IntStream.range(0, 3), IntStream.range(520, 547))
                .mapToObj(i -> name(i, " ") + ", Stadt " + FAMILY.get(i % 30) + "heim, e" + i + "@example.org")
                .collect(Collectors.joining("\n"));
    }
}
