package org.einlass.contract.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Event",
                "a b",
                "../x",
                "ä",
                "-a",
                "0123456789012345678901234567890123456789012345678901234567890"
            })
    void takesLowerCaseLettersDigitsAndHyphensOnly(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventId(text))
                .withMessageContaining("digitales-thueringen-2022");
    }

    @Test
    void makesUuidsOfVersionSevenThatSortByTime() {
        Instant at = Instant.parse("2022-07-04T07:00:00.123Z");

        UUID first = TimeOrderedUuid.next(at, new Random(1));
        UUID second = TimeOrderedUuid.next(at.plusMillis(1), new Random(1));

        assertThat(first.version()).isEqualTo(7);
        assertThat(first.variant()).isEqualTo(2);
        assertThat(first.getMostSignificantBits() >>> 16).isEqualTo(at.toEpochMilli());
        assertThat(first.toString()).isLessThan(second.toString());
    }
}
