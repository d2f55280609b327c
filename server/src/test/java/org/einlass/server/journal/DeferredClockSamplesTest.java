package org.einlass.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.server.journal.BootClocks.Met;
import org.junit.jupiter.api.Test;

final class DeferredClockSamplesTest {
    private static final EventId EVENT = new EventId("fair");
    private static final DeviceId FORGING = new DeviceId("forging");
    private static final DeviceId HONEST = new DeviceId("honest");
    private static final Instant MORNING = Instant.parse("2022-07-04T07:00:00Z");

    private final DeferredClockSamples deferred = new DeferredClockSamples();

    @Test
    void aClockThatIsBetterWithEveryQuestionIsToldOnOnceASecond() {
        int told = 0;
        for (int question = 0; question < 1_000; question++) {
            Instant now = MORNING.plusMillis(question * 10L);
            told += deferred.due(EVENT, List.of(met(FORGING, 1, -question * 200L)), now)
                    .size();
        }

        assertThat(told).isEqualTo(10);
    }

    @Test
    void whatCameInBetweenIsMergedIntoTheBest() {
        deferred.due(EVENT, List.of(met(FORGING, 1, 0)), MORNING);
        deferred.due(EVENT, List.of(met(FORGING, 1, -600)), MORNING.plusMillis(100));
        deferred.due(EVENT, List.of(met(FORGING, 2, -50)), MORNING.plusMillis(200));

        List<Met> due = deferred.due(EVENT, List.of(met(FORGING, 1, -400)), MORNING.plusMillis(1_000));

        assertThat(due).containsExactlyInAnyOrder(met(FORGING, 1, -600), met(FORGING, 2, -50));
    }

    @Test
    void oneDeviceMakesNoOtherWait() {
        deferred.due(EVENT, List.of(met(FORGING, 1, 0)), MORNING);

        assertThat(deferred.due(EVENT, List.of(met(HONEST, 1, 0)), MORNING)).hasSize(1);
        assertThat(deferred.due(new EventId("other"), List.of(met(FORGING, 1, 0)), MORNING))
                .hasSize(1);
    }

    @Test
    void aServerClockThatWasSetBackStopsNothing() {
        deferred.due(EVENT, List.of(met(HONEST, 1, 0)), MORNING);

        assertThat(deferred.due(EVENT, List.of(met(HONEST, 1, -200)), MORNING.minusSeconds(3_600)))
                .hasSize(1);
    }

    private static Met met(DeviceId device, long boot, long base) {
        return new Met(
                device, new ClockSample(new BootId(new UUID(7, boot)), base, 1_000, 0, ClockSample.Source.CONTACT));
    }
}
