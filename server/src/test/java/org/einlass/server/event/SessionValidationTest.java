package org.einlass.server.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import org.einlass.contract.admission.Booking;
import org.einlass.contract.id.SessionId;
import org.einlass.server.json.Json;
import org.einlass.server.rejection.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An event with a workshop, and every way to write its session or its booking wrongly. */
final class SessionValidationTest {
    private static final String EVENT = """
            {"title": {"german": "Kongress", "english": "Congress"}, "zone": "Europe/Berlin", "firstDay": "2022-07-04",
             "programmes": [{"id": "egk", "title": {"german": "EGK", "english": "EGK"}}],
             "categories": [{"id": "attendee", "title": {"german": "Teilnehmer", "english": "Attendee"},
                             "colour": "#1d5a96", "countsAsVisitor": true}],
             "areas": [{"id": "arena", "title": {"german": "Arena", "english": "Arena"}},
                       {"id": "loge", "title": {"german": "Loge", "english": "Box"}, "parent": "arena"},
                       {"id": "keller", "title": {"german": "Keller", "english": "Cellar"}, "parent": "arena"}],
             "sessions": [{"id": "ki", "programme": "egk", "title": {"german": "KI", "english": "AI"}, "area": "loge",
                           "startsAt": "2022-07-04T08:00:00Z", "endsAt": "2022-07-04T09:00:00Z", "seats": 30}],
             "doors": [{"id": "loge", "title": {"german": "Loge", "english": "Box"}, "area": "loge", "prints": false,
                        "rule": {"booking": {"session": "ki", "holdFor": "PT10M"}}}]}
            """;

    private static EventDocument event(String json) throws JsonProcessingException {
        return Json.mapper().readValue(json, EventDocument.class);
    }

    @Test
    void givesTheDoorTheTimeOfTheSessionAndIsWrittenAsItWasRead() throws JsonProcessingException {
        EventDocument event = event(EVENT);

        EventValidation.check(event);

        Booking booking = event.ruleOf(event.doors().get(0)).booking();
        assertThat(booking)
                .isEqualTo(new Booking(
                        new SessionId("ki"), Instant.parse("2022-07-04T08:00:00Z"), Duration.ofMinutes(10)));
        assertThat(EventDocument.Rule.of(event.ruleOf(event.doors().get(0))).booking())
                .isEqualTo(new EventDocument.BookedSession(new SessionId("ki"), Duration.ofMinutes(10)));
    }

    @ParameterizedTest(name = "{2}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', nullValues = "-", textBlock = """
                    "programme": "egk"        | "programme": "itls"       | sessions[0].programme         | belongs to a programme that is not in this document
                    "programme": "egk"        | "x": 1                    | sessions[0].programme         | missing
                    "AI"}, "area": "loge"     | "AI"}, "area": "mond"     | sessions[0].area              | takes place in an area that is not in this document
                    "endsAt": "2022-07-04T09  | "endsAt": "2022-07-04T08  | sessions[0].endsAt            | does not end after its start
                    "startsAt": "2022-07-04   | "startsAt": "2022-07-03   | sessions[0].startsAt          | not on the days of the event
                    "seats": 30               | "seats": 0                | sessions[0].seats             | Less than one seat
                    {"id": "ki"               | {"id": "ki2"              | doors[0].rule.booking.session | a session that is not in this document
                    "PT10M"                   | "PT-10M"                  | doors[0].rule.booking.holdFor | no time below zero
                    "area": "loge", "prints"  | "area": "keller", "prints" | doors[0].rule.booking.session | does not lead to where the session takes place
                    "session": "ki"           | "x": 1                    | doors[0].rule.booking.session | missing
                    """)
    void saysInOneSentenceWhatIsWrongAndWhere(String right, String wrong, String place, String sentence)
            throws JsonProcessingException {
        assertThat(EVENT).contains(right);
        EventDocument event = event(EVENT.replace(right, wrong));

        assertThatThrownBy(() -> EventValidation.check(event)).isInstanceOfSatisfying(Rejected.class, refused -> {
            assertThat(refused.field()).contains(place);
            assertThat(refused.sentence().english()).contains(sentence);
            assertThat(refused.sentence().german())
                    .isNotEqualTo(refused.sentence().english());
        });
    }

    @Test
    void knowsEachSessionOnce() throws JsonProcessingException {
        String session = EVENT.substring(EVENT.indexOf("[{\"id\": \"ki\"") + 1, EVENT.indexOf("],\n \"doors\""));
        EventDocument event = event(EVENT.replace(session, session + ", " + session));

        assertThatThrownBy(() -> EventValidation.check(event))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.field()).contains("sessions[1].id"));
    }
}
