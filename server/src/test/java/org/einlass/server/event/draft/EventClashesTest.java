package org.einlass.server.event.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.server.event.EventDocument;
import org.einlass.server.json.Json;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What can be stored and is probably not meant is named, and nothing else is. */
final class EventClashesTest {
    /** Sessions A from 8:00 to 9:00 and B from 9:00 to 10:00 in a room of 30 inside a house of 100. */
    private static final String EVENT = """
            {"title": {"german": "Tagung", "english": "Conference"}, "zone": "Europe/Berlin", "firstDay": "2031-07-07",
             "programmes": [{"id": "main", "title": {"german": "Tagung", "english": "Conference"}}],
             "categories": [],
             "areas": [{"id": "house", "title": {"german": "Haus", "english": "House"}, "permitted": 100},
               {"id": "room", "parent": "house", "title": {"german": "Raum", "english": "Room"}, "permitted": 30}],
             "sessions": [
               {"id": "a", "programme": "main", "area": "room", "title": {"german": "A", "english": "A"}, "seats": 30,
                "startsAt": "2031-07-07T06:00:00Z", "endsAt": "2031-07-07T07:00:00Z"},
               {"id": "b", "programme": "main", "area": "room", "title": {"german": "B", "english": "B"},
                "startsAt": "2031-07-07T07:00:00Z", "endsAt": "2031-07-07T08:00:00Z"}],
             "doors": [{"id": "in", "area": "room", "title": {"german": "Tür", "english": "Door"},
               "rule": {"repetition": "FREE", "window": {"from": "2031-07-07T05:00:00Z"},
                 "booking": {"session": "a"}}}]}
            """;

    /** What stands in the event, what stands there instead, and the sentence that names it; none for a dash. */
    private static final String TABLE = """
            "FREE" | "ONCE" | -
            T07:00:00Z", "endsAt": "2031-07-07T08 | T06:59:00Z", "endsAt": "2031-07-07T08 | „A“ und „B“ sind zur selben Zeit in „Raum“.
            "seats": 30 | "seats": 31 | „A“ hat mehr Plätze (31), als der Raum Personen fassen darf (30).
            "endsAt": "2031-07-07T08:00 | "endsAt": "2031-07-08T08:00 | „B“ liegt nicht in den Tagen der Veranstaltung.
            "permitted": 100 | "permitted": 20 | „Raum“ darf mehr Personen fassen (30) als der Bereich darum (20).
            "from": "2031-07-07T05:00:00Z" | "from": "2031-07-07T05:00:00Z", "until": "2031-07-07T04:00:00Z" | „Tür“ schließt, bevor sie öffnet.
            "from": "2031-07-07T05:00:00Z" | "from": "2032-07-07T05:00:00Z" | „Tür“ ist an keinem Tag der Veranstaltung offen.
            "from": "2031-07-07T05:00:00Z" | "until": "2031-07-07T05:30:00Z" | „Tür“ schließt, bevor beginnt, wofür sie einen Platz verlangt.
            "FREE" | "AGAIN_AFTER_EXIT" | Durch „Tür“ kommt erst wieder, wer hinausging; aus ihrem Bereich führt aber keine Tür hinaus.
            """;

    @TestFactory
    Stream<DynamicTest> eachClashIsNamedAndNothingElse() {
        return TABLE.lines()
                .map(line -> line.split(" [|] "))
                .map(row -> DynamicTest.dynamicTest(row[1], () -> {
                    List<Wording> found = EventClashes.of(document(row[0], row[1]));

                    assertThat(found)
                            .extracting(Wording::german)
                            .isEqualTo(row[2].equals("-") ? List.of() : List.of(row[2]));
                }));
    }

    private static EventDocument document(String before, String after) throws IOException {
        assertThat(EVENT).contains(before);
        return Json.mapper().readValue(EVENT.replace(before, after), EventDocument.class);
    }
}
