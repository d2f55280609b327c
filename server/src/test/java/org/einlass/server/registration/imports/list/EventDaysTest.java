package org.einlass.server.registration.imports.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The days of an event from Friday, 27 November, to Sunday, 29 November 2026, as lists write them. */
final class EventDaysTest {
    private static final EventDays DAYS = new EventDays(LocalDate.parse("2026-11-27"), LocalDate.parse("2026-11-29"));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            27.-29.11.                     | 27 28 29
            28.-29.11.2026                 | 28 29
            27./29.11.                     | 27 29
            27. und 29. November           | 27 29
            28. & 29. Nov.                 | 28 29
            Fr + So                        | 27 29
            Fr.+So.                        | 27 29
            Fr-So                          | 27 28 29
            Freitag bis Sonntag            | 27 28 29
            Friday and Sunday              | 27 29
            nur Samstag                    | 28
            nur am 28.                     | 28
            vom 27.11. bis 28.11.          | 27 28
            von 27. bis 29.11.             | 27 28 29
            28. November 2026              | 28
            28.Nov.2026                    | 28
            28th November                  | 28
            November 27-28, 2026           | 27 28
            Nov 27 & 29                    | 27 29
            Samstag, 28. November          | 28
            2026-11-27/2026-11-29          | 27 28 29
            2026-11-27 - 2026-11-28        | 27 28
            2026-11-28T09:00:00+01:00      | 28
            28.11.2026, 09:00 Uhr          | 28
            28.11.2026 (vormittags)        | 28
            28.11. (Tag 2)                 | 28
            Tag 2 (28.11.)                 | 28
            Tag 1 und 3                    | 27 29
            Tag 1+2                        | 27 28
            Day 1 & Day 3                  | 27 29
            zweiter Tag                    | 28
            2. Tag                         | 28
            28. und 29.                    | 28 29
            an allen Tagen                 | 27 28 29
            Drei-Tages-Ticket              | 27 28 29
            Tagesticket Samstag            | 28
            Samstagsticket                 | 28
            46354                          | 28
            11/28/2026                     | 28
            """)
    void areKnownInEveryUsualForm(String text, String days) {
        assertThat(DAYS.findAll(text).orElseThrow().stream()
                        .sorted()
                        .map(day -> "" + day.getDayOfMonth())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2",
                "1",
                "28",
                "1+2",
                "26.11.",
                "26.-28.11.",
                "28.11.-1.12.",
                "28.11.2025",
                "Donnerstag",
                "ganztägig",
                "2-Tages-Ticket",
                "keine"
            })
    void areNeverGuessed(String text) {
        assertThat(DAYS.findAll(text)).isEmpty();
    }
}
