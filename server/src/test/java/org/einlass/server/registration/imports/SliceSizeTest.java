package org.einlass.server.registration.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class SliceSizeTest {

    @Test
    void makesLongTransactionsOnlyWhileNoGuestComes() {
        SliceSize size = new SliceSize();
        size.took(100, TimeUnit.MILLISECONDS.toNanos(10), false);
        assertThat(size.mayGoOn(100, TimeUnit.MILLISECONDS.toNanos(10))).isTrue();
        assertThat(size.rows()).as("15 ms of work").isEqualTo(150);

        size.took(150, TimeUnit.MILLISECONDS.toNanos(15), true);

        assertThat(size.mayGoOn(150, TimeUnit.MILLISECONDS.toNanos(15))).isFalse();
        assertThat(size.rows()).as("5 ms of work").isEqualTo(50);
    }

    @Test
    void neitherStopsNorGrowsWithoutBound() {
        SliceSize size = new SliceSize();
        for (int step = 0; step < 20; step++) {
            size.took(size.rows(), 1, false);
        }
        assertThat(size.rows()).isEqualTo(SliceSize.MOST);

        size.took(size.rows(), TimeUnit.MINUTES.toNanos(1), true);

        assertThat(size.rows()).isPositive();
    }
}
