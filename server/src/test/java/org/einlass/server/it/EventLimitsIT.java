package org.einlass.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
