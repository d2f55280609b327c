package org.einlass.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as people write them onto a list. */
class PaperEntryTest {
    @ParameterizedTest
    @CsvSource({"9:12, 09:12", "9.12, 09:12", "912, 09:12", "0912, 09:12", "' 23 59 ', 23:59", "0:05, 00:05"})
    void readsHourAndMinute(String typed, LocalTime time) {
        assertThat(PaperEntry.time(typed)).hasValue(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9", "24:00", "9:60", "9:1", "neun", "09:12:30", "-9:12", "99912"})
    void takesNothingElseForATime(String typed) {
        assertThat(PaperEntry.time(typed)).isEmpty();
    }
}
