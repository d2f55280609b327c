package org.einlass.contract.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
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
    void idsHaveTheOrderOfTheirTexts() {
        Random chance = new Random(7);
        List<EntryId> ids = Stream.generate(() -> new UUID(chance.nextLong(), chance.nextLong() % 3))
                .limit(500)
                .flatMap(id -> Stream.of(id, new UUID(id.getMostSignificantBits(), chance.nextLong())))
                .map(EntryId::new)
                .toList();

        assertThat(ids.stream().sorted())
                .containsExactlyElementsOf(ids.stream()
                        .sorted(Comparator.comparing(EntryId::toString))
                        .toList());
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
