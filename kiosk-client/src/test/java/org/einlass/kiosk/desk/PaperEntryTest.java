package org.einlass.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.MonthDay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as people write them onto a list. */
class PaperEntryTest {
    @ParameterizedTest
    @CsvSource({"9:12, 09:12", "9.12, 09:12", "912, 09:12", "0912, 09:12", "' 23 59 ', 23:59", "0:05, 00:05"})
    void readsHourAndMinute(String typed, LocalTime time) {
        assertThat(PaperEntry.line(typed)).hasValue(new PaperEntry.Line(null, time));
    }

    @ParameterizedTest
    @CsvSource({"4.7. 18:30, --07-04, 18:30", "04.07 912, --07-04, 09:12", "29.2. 9.12, --02-29, 09:12"})
    void readsTheDayBeforeIt(String typed, MonthDay day, LocalTime time) {
        assertThat(PaperEntry.line(typed)).hasValue(new PaperEntry.Line(day, time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9",
                "24:00",
                "9:60",
                "9:1",
                "neun",
                "09:12:30",
                "-9:12",
                "99912",
                "31.6. 9:12",
                "4.13. 9:12",
                "0.7. 9:12"
            })
    void takesNothingElseForATime(String typed) {
        assertThat(PaperEntry.line(typed)).isEmpty();
    }
}
