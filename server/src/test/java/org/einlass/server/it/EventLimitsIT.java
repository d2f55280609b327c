package org.einlass.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An event's document is bounded before anything of it reaches the writer: a large one is refused by its place,
 * and leaves the stored event as it was.
 */
final class EventLimitsIT {
    private static final String ARENA =
            "{\"id\": \"arena\", \"title\": {\"german\": \"Arena\", \"english\": \"Arena\"}, " + "\"permitted\": 900}";

    private final ApiClient organiser = RunningServer.organiser();
    private final String event = "events/" + RunningServer.newEvent();

    @Test
    void twoThousandAreasOneInsideTheOtherAreRefused() {
        assertRefused(withAreas(nested(2_000)), "areas");
    }

    @Test
    void theSeventeenthAreaInsideTheOthersIsRefused() {
        assertRefused(withAreas(nested(16)), "areas[16].parent");
    }

    @Test
    void aTitleOfMillionsOfCharactersIsRefused() {
        assertRefused(Samples.EVENT.replaceFirst("Digital Thuringia 2022", "x".repeat(4_700_000)), "title.english");
    }

    @Test
    void theDoorTheSessionTheProgrammeAndTheCategoryTooManyAreRefused() {
        assertRefused(with("doors", 1_001 - 2, i -> """
                {"id": "d%d", "title": {"german": "Tür", "english": "Door"}, "area": "arena"}""".formatted(i)), "doors");
        assertRefused(withSessions(Samples.EVENT, 2_001), "sessions");
        assertRefused(with("programmes", 51 - 2, i -> """
                {"id": "p%d", "title": {"german": "Kongress", "english": "Congress"}}""".formatted(i)), "programmes");
        assertRefused(with("categories", 101 - 2, i -> """
                {"id": "c%d", "title": {"german": "Presse", "english": "Press"}, "colour": "#444444",
                 "countsAsVisitor": true}""".formatted(i)), "categories");
    }

    @Test
    void asManyDoorsAndSessionsAsAreAllowedAreTaken() {
        String doors = with("doors", 1_000 - 2, i -> """
                {"id": "d%d", "title": {"german": "Tür", "english": "Door"}, "area": "arena"}""".formatted(i));

        organiser.put(event, withSessions(doors, 2_000)).expect(200);

        JsonNode stored = organiser.get(event).expect(200).json();
        assertThat(stored.path("doors")).hasSize(1_000);
        assertThat(stored.path("sessions")).hasSize(2_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "hotline": "| 61    | hotline
            "english": "Arena Erfurt| 2001 | place.english
            "german": "Haupteingang | 301  | doors[0].title.german
            "english": "Crew        | 301  | categories[1].title.english
            "german": "IT-Leistungsschau | 301 | programmes[1].title.german
            "german": "Arena        | 301  | areas[0].title.german
            """)
    void everyTextIsBounded(String beginning, int length, String place) {
        String longer = beginning + "x".repeat(length);
        int at = Samples.EVENT.lastIndexOf(beginning);
        assertRefused(
                Samples.EVENT.substring(0, at) + longer + Samples.EVENT.substring(at + beginning.length()), place);
    }

    @Test
    void manyAreasAreReadBackParentsFirstAndCanBeSavedAgain() {
        // Chains of eight rooms; within each, the inner room has the smaller id.
        String rooms = IntStream.range(0, 480)
                .mapToObj(i -> room("r" + (9_000 - i), i % 8 == 0 ? "arena" : "r" + (9_001 - i)))
                .collect(Collectors.joining(", "));
        organiser.put(event, withAreas(rooms)).expect(200);

        JsonNode stored = organiser.get(event).expect(200).json();

        assertThat(stored.path("areas")).hasSize(481);
        Set<String> seen = new HashSet<>();
        for (JsonNode area : stored.path("areas")) {
            assertThat(area.path("parent").isMissingNode()
                            || seen.contains(area.path("parent").asText()))
                    .as(area.toString())
                    .isTrue();
            seen.add(area.path("id").asText());
        }
        organiser.put(event, stored.toString()).expect(200);
    }

    private void assertRefused(String document, String place) {
        String before = organiser.get(event).expect(200).text();

        JsonNode problem = organiser.put(event, document).expect(400).json();

        assertThat(problem.path("type").asText()).isEqualTo("urn:einlass:problem:bad-value");
        assertThat(problem.path("field").asText()).isEqualTo(place);
        assertThat(problem.path("remedy").asText()).isNotBlank();
        assertThat(organiser.get(event).expect(200).text()).isEqualTo(before);
    }

    private static String withAreas(String more) {
        String document = Samples.EVENT.replace(ARENA, ARENA + ", " + more);
        assertThat(document).isNotEqualTo(Samples.EVENT);
        return document;
    }

    /** The sample with so many further parts of a kind, in front. */
    private static String with(String parts, int count, IntFunction<String> part) {
        Matcher list = Pattern.compile("\"" + parts + "\": \\[\\s*").matcher(Samples.EVENT);
        assertThat(list.find()).isTrue();
        return Samples.EVENT.substring(0, list.end()) + many(count, part) + ", " + Samples.EVENT.substring(list.end());
    }

    private static String withSessions(String document, int count) {
        return document.replaceFirst(
                "\"doors\":", "\"sessions\": [" + many(count, EventLimitsIT::session) + "], \"doors\":");
    }

    private static String many(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(", "));
    }

    private static String session(int number) {
        return """
                {"id": "s%d", "programme": "egk", "title": {"german": "Vortrag", "english": "Talk"}, "area": "arena",
                 "startsAt": "2022-07-04T07:00:00Z", "endsAt": "2022-07-04T08:00:00Z"}""".formatted(number);
    }

    private static String nested(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> room("r" + i, i == 0 ? "arena" : "r" + (i - 1)))
                .collect(Collectors.joining(", "));
    }

    private static String room(String id, String parent) {
        return """
                {"id": "%s", "title": {"german": "Raum", "english": "Room"}, "parent": "%s"}""".formatted(id, parent);
    }
}
