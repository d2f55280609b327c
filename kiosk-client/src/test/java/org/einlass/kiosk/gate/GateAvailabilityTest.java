package org.einlass.kiosk.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.registration.RegistrationStatus;
import org.junit.jupiter.api.Test;

/** How a gate loses its server, finds it again, and obeys it when it is withdrawn. */
final class GateAvailabilityTest {
    private static final Duration DEADLINE = GateSettings.USUAL.deadline();
    private static final String TICKET = Sample.ticket(1).text();

    private final SampleEntrance entrance = SampleEntrance.open();

    @Test
    void stopsWaitingAfterTwoMissesAndAsksAgainOnceAProbeWasAnsweredInTime() {
        entrance.roster.add(1, RegistrationStatus.CONFIRMED);
        entrance.gate.open();
        entrance.missOneScan(1);
        assertThat(entrance.gate.isOnline()).isTrue();
        entrance.missOneScan(2);
        assertThat(entrance.gate.isOnline()).isFalse();

        entrance.gate.cleared();
        entrance.gate.read(TICKET);
        assertThat(entrance.guests.last().took()).isZero();
        assertThat(entrance.server.questions).hasSize(2);

        entrance.server.sheet = Sample.sheet();
        entrance.loop.pass(Duration.ofSeconds(10));
        assertThat(entrance.gate.isOnline()).isTrue();
        entrance.gate.read(Sample.ticket(9).text());
        assertThat(entrance.server.questions).hasSize(3);
    }

    @Test
    void probesWithJitterSoThatKiosksDoNotKnockTogether() {
        entrance.gate.open();
        entrance.missOneScan(1);
        entrance.missOneScan(2);
        int before = entrance.server.probes.size();

        entrance.loop.pass(Duration.ofMinutes(1));

        assertThat(entrance.server.probes.size() - before).isBetween(12, 60);
        assertThat(entrance.server.probeTimes.stream().distinct()).hasSameSizeAs(entrance.server.probeTimes);
    }

    @Test
    void staysAloneWhereAProbeWasAnsweredTooLate() {
        entrance.gate.open();
        entrance.missOneScan(1);
        entrance.missOneScan(2);

        entrance.server.probeDelay = DEADLINE.plusMillis(1);
        entrance.server.sheet = Sample.sheet();
        entrance.loop.pass(Duration.ofSeconds(20));

        assertThat(entrance.gate.isOnline()).isFalse();
    }

    @Test
    void admitsNobodyOnceItsOwnServerHasWithdrawnIt() {
        entrance.roster.add(1, RegistrationStatus.CONFIRMED);
        entrance.gate.read(TICKET);
        entrance.server.fall(NoAnswer.REVOKED);
        entrance.gate.read(Sample.ticket(2).text());
        entrance.loop.pass(Duration.ofMinutes(1));

        assertThat(entrance.guests.shown).isEmpty();
        assertThat(entrance.journal.entries).isEmpty();
        assertThat(entrance.guests.troubles)
                .containsExactly(GateListener.Trouble.WITHDRAWN, GateListener.Trouble.WITHDRAWN);
    }

    @Test
    void doesNotDecideOfTheGuestWhoWaitsWhileItIsWithdrawn() {
        entrance.roster.add(1, RegistrationStatus.CONFIRMED);
        entrance.gate.read(TICKET);

        entrance.gate.withdraw();
        entrance.loop.pass(Duration.ofMinutes(1));

        assertThat(entrance.guests.shown).isEmpty();
        assertThat(entrance.journal.entries).isEmpty();
        assertThat(entrance.guests.troubles).containsExactly(GateListener.Trouble.WITHDRAWN);
    }

    @Test
    void worksAgainWhenItHasTheOrganisersTrustAgain() {
        entrance.roster.add(1, RegistrationStatus.CONFIRMED);
        entrance.gate.withdraw();
        entrance.gate.readmit();

        entrance.missOneScan(1);

        assertThat(entrance.guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
    }
}
