package org.einlass.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SeedsTest {

    @Test
    void bringsTheSameChanceEachTimeAndAnotherForEachSeed() {
        List<Integer> first = new ArrayList<>();
        List<Integer> again = new ArrayList<>();

        Seeds.each(100, chance -> first.add(chance.nextInt()));
        Seeds.each(100, chance -> again.add(chance.nextInt()));

        assertThat(first).isEqualTo(again);
        assertThat(new HashSet<>(first)).hasSize(100);
    }

    @Test
    void namesTheSeedThatBreaksTheProperty() {
        List<Integer> tries = new ArrayList<>();

        assertThatThrownBy(() -> Seeds.each(10, chance -> {
                    tries.add(chance.nextInt());
                    assertThat(tries).hasSizeLessThan(4);
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("With seed 4 of 10: ");
    }
}
