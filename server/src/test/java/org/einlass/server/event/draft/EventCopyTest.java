package org.einlass.server.event.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Phase;
import org.einlass.server.event.EventDocument;
import org.einlass.server.json.Json;
import org.junit.jupiter.api.Test;

/** Last year's event begins again on another day, with the same hours by its own clock. */
final class EventCopyTest {
    private static final Wording TITLE = new Wording("Tagung 2032", "Conference 2032");
    private static final LocalDate JANUARY = LocalDate.of(2032, 1, 12);

    @Test
    void everyDayAndTimeMovesAndKeepsItsHourThroughSummerTime() throws IOException {
        EventDocument earlier = Json.mapper().readValue("""
                        {"title": {"german": "Tagung", "english": "Conference"}, "zone": "Europe/Berlin",
                         "phase": "CLOSED", "firstDay": "2031-07-07", "lastDay": "2031-07-08", "hotline": "0361 1",
                         "programmes": [{"id": "main", "title": {"german": "Tagung", "english": "Conference"}}],
                         "categories": [],
                         "areas": [{"id": "hall", "title": {"german": "Halle", "english": "Hall"}}],
                         "sessions": [{"id": "talk", "programme": "main", "area": "hall",
                            "title": {"german": "Vortrag", "english": "Talk"},
                            "startsAt": "2031-07-08T07:00:00Z", "endsAt": "2031-07-08T08:00:00Z"}],
                         "doors": [{"id": "door", "area": "hall", "prints": true,
                            "title": {"german": "Eingang", "english": "Entrance"},
                            "rule": {"days": ["2031-07-07"], "window": {"from": "2031-07-07T06:00:00Z"},
                                "booking": {"session": "talk"}}}]}
                        """, EventDocument.class);

        EventDocument copy = EventCopy.of(earlier, TITLE, JANUARY);

        assertThat(copy.title()).isEqualTo(TITLE);
        assertThat(copy.phase()).isEqualTo(Phase.REHEARSAL);
        assertThat(copy.end()).isEqualTo("2032-01-13");
        assertThat(copy.allSessions().get(0).startsAt())
                .as("9:00 in winter")
                .isEqualTo(Instant.parse("2032-01-13T08:00:00Z"));
        EventDocument.Rule rule = copy.doors().get(0).rule();
        assertThat(rule.days()).containsExactly(JANUARY);
        assertThat(rule.window().from()).isEqualTo(Instant.parse("2032-01-12T07:00:00Z"));
        assertThat(rule.booking()).isEqualTo(earlier.doors().get(0).rule().booking());
        assertThat(copy.hotline()).isEqualTo("0361 1");
        assertThat(EventCopy.of(earlier, earlier.title(), earlier.firstDay()))
                .isEqualTo(earlier.withPhase(Phase.REHEARSAL));
    }
}
