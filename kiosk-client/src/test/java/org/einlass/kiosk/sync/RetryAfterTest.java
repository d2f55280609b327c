package org.einlass.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2022-07-04T07:12:00Z");

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "0, 0",
        "' 5 ', 5",
        "61, 60",
        "999999999999999999999, 60",
        "'Mon, 04 Jul 2022 07:12:20 GMT', 20",
        "'Mon, 04 Jul 2022 08:12:20 GMT', 60",
        "'Mon, 04 Jul 2022 07:11:00 GMT', 0",
        "-3, 0",
        "soon, 0",
        "'', 0",
    })
    void isReadInSecondsOrAsADateAndBounded(String text, int seconds) {
        assertThat(of(Map.of("Retry-After", List.of(text)))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void isZeroWhereNothingWasSaid() {
        assertThat(of(Map.of())).isZero();
    }

    @Test
    void goesByTheSendersClockWhereTheDevicesIsWrong() {
        Map<String, List<String>> headers = Map.of(
                "Retry-After", List.of("Tue, 05 Jul 2022 09:00:30 GMT"),
                "Date", List.of("Tue, 05 Jul 2022 09:00:00 GMT"));

        assertThat(of(headers)).isEqualTo(Duration.ofSeconds(30));
    }

    private static Duration of(Map<String, List<String>> headers) {
        return RetryAfter.of(HttpHeaders.of(headers, (name, value) -> true), NOW);
    }
}
