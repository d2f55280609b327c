package org.einlass.kiosk.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.gate.SampleEntries;
import org.junit.jupiter.api.Test;

/** How a door counts its room with a server that comes and goes. */
final class HeadCountEstimateTest {
    private final HeadCountEstimate estimate = new HeadCountEstimate();

    @Test
    void knowsNothingBeforeSomebodyHasCounted() {
        estimate.passed(SampleEntries.id(), 1);

        assertThat(estimate.people()).isEmpty();
    }

    @Test
    void goesOnFromTheServersCountByWhatHappensHere() {
        estimate.heard(20, estimate.asks());
        estimate.passed(SampleEntries.id(), 1);
        estimate.passed(SampleEntries.id(), 1);
        estimate.passed(SampleEntries.id(), -1);

        assertThat(estimate.people()).contains(21);
    }

    @Test
    void countsNobodyTwiceWhomTheServerKnowsAlready() {
        estimate.heard(20, estimate.asks());
        estimate.passed(SampleEntries.id(), 1);
        long asked = estimate.asks();
        estimate.passed(SampleEntries.id(), 1);
        estimate.heard(21, asked);

        assertThat(estimate.people()).contains(22);
    }

    @Test
    void whatSomebodyCountedHoldsUntilTheServerKnowsOfIt() {
        estimate.heard(20, estimate.asks());
        long askedBefore = estimate.asks();
        estimate.counted(34);
        estimate.passed(SampleEntries.id(), 1);
        estimate.heard(20, askedBefore);
        assertThat(estimate.people()).contains(35);

        estimate.heard(36, estimate.asks());
        assertThat(estimate.people()).contains(36);
    }

    @Test
    void whoIsTakenBackIsNotCountedWhetherTheServerKnewOfThemOrNot() {
        EntryId known = SampleEntries.id();
        EntryId unknown = SampleEntries.id();
        estimate.heard(20, estimate.asks());
        estimate.passed(known, 1);
        estimate.heard(21, estimate.asks());
        estimate.passed(unknown, 1);

        estimate.undone(unknown, 1);
        assertThat(estimate.people()).contains(21);
        estimate.undone(known, 1);
        assertThat(estimate.people()).contains(20);
    }

    @Test
    void nobodyIsInTheRoomRatherThanLessThanNobody() {
        estimate.heard(0, estimate.asks());
        estimate.passed(SampleEntries.id(), -1);

        assertThat(estimate.people()).contains(0);
    }
}
