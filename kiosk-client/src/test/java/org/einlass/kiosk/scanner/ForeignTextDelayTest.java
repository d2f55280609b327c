package org.einlass.kiosk.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.einlass.kiosk.camera.CodeRanking;
import org.junit.jupiter.api.Test;

class ForeignTextDelayTest {
    private static final CodeRanking RANKING = text -> text.startsWith("T") ? 1 : 0;
    private static final String AD = "https://sponsor.example";

    private final ForeignTextDelay delay = new ForeignTextDelay();

    @Test
    void aTicketCountsAtOnce() {
        assertThat(due("T1", 0)).isTrue();
    }

    @Test
    void case02AnAdvertisementThatIsReadFirstIsNotFasterThanTheTicketBesideIt() {
        assertThat(due(AD, 0)).isFalse();
        assertThat(due(AD, 800)).isFalse();
        assertThat(due("T1", 900)).isTrue();

        assertThat(due(AD, 1_000)).isFalse();
        assertThat(due(AD, 2_800)).isFalse();
    }

    @Test
    void anAdvertisementByItselfCountsAfterAWhile() {
        assertThat(due(AD, 0)).isFalse();
        assertThat(due(AD, 700)).isFalse();

        assertThat(due(AD, 1_600)).isTrue();
    }

    @Test
    void whatFlitsByDoesNot() {
        assertThat(due(AD, 0)).isFalse();

        assertThat(due(AD, 5_000)).isFalse();
    }

    private boolean due(String text, long millis) {
        return delay.isDue(text, RANKING, Duration.ofMillis(millis).toNanos());
    }
}
