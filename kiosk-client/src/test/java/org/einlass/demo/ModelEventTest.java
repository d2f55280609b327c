package org.einlass.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lists of the model events have the facts of the real congresses. */
final class ModelEventTest {
    private static final int SECTOR = 9;
    private static final int STATE = 10;
    private static final int PROGRAMMES = 11;
    private static final int DAYS = 12;

    @Test
    void moreThan450AndThenAbout500OfficialsCame() {
        assertThat(rows(ModelEvent.E_GOVERNMENT_2018)).hasSizeGreaterThan(450);
        assertThat(rows(ModelEvent.E_GOVERNMENT_2023)).hasSize(500);
        assertThat(counted(ModelEvent.E_GOVERNMENT_2023, SECTOR).keySet())
                .containsExactlyInAnyOrder("FEDERAL", "STATE", "MUNICIPAL");
    }

    @Test
    void twoCongressesShareGuests() {
        Map<String, Long> programmes = counted(ModelEvent.DIGITAL_2022, PROGRAMMES);

        assertThat(rows(ModelEvent.DIGITAL_2022)).hasSize(500);
        assertThat(programmes.keySet()).containsExactlyInAnyOrder("egk", "itls", "egk,itls");
        assertThat(programmes.get("egk,itls")).isBetween(80L, 170L);
    }

    @Test
    void sevenHundredComeOnTwoDays() {
        assertThat(counted(ModelEvent.E_GOVERNMENT_2025, DAYS))
                .as("both days, and one of them")
                .isEqualTo(Map.of("", 200L, "2025-09-16", 200L, "2025-09-17", 300L));
    }

    @Test
    void leipzigsGuestsAreFromThreeStates() {
        assertThat(rows(ModelEvent.LEIPZIG)).hasSize(150);
        assertThat(counted(ModelEvent.LEIPZIG, STATE).keySet())
                .containsExactlyInAnyOrder("Sachsen", "Sachsen-Anhalt", "Thüringen");
    }

    @ParameterizedTest
    @EnumSource
    void theWalkFindsEveryKindOfGuest(ModelEvent event) {
        List<String> statuses =
                rows(event).stream().map(row -> row[row.length - 1]).toList();

        assertThat(statuses).contains("cancelled", "waitlisted");
        assertThat(statuses.stream().filter("confirmed"::equals)).hasSizeGreaterThan(14);
        assertThat(ModelEventTest.class.getResource(event.id() + ".json")).isNotNull();
    }

    @Test
    void anUnknownEventIsNamedWithThoseThatThereAre() {
        assertThatThrownBy(() -> ModelEvent.of("2021")).hasMessageContaining("2018, 2022, 2023, 2025, leipzig");
    }

    private static Map<String, Long> counted(ModelEvent event, int column) {
        return rows(event).stream().collect(Collectors.groupingBy(row -> row[column], Collectors.counting()));
    }

    private static List<String[]> rows(ModelEvent event) {
        return Arrays.stream(new String(DemoAttendees.csv(event), UTF_8).split("\r\n"))
                .skip(1)
                .map(row -> row.split(";", -1))
                .toList();
    }
}
