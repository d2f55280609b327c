package org.einlass.kiosk.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.ScopeId;
import org.einlass.contract.journal.Outcome.Source;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.DoorSheet.HandOut;
import org.junit.jupiter.api.Test;

/** Whose word a guest hears: the server's if it comes in time, else the device's own. */
final class GateDecisionTest {
    private static final Duration DEADLINE = GateSettings.USUAL.deadline();
    private static final String TICKET = Sample.ticket(1).text();

    private final SampleEntrance entrance = SampleEntrance.open();

    @Test
    void showsTheServersAnswerThatComesInTime() {
        entrance.gate.read(TICKET);
        entrance.loop.pass(Duration.ofMillis(300));
        entrance.server.answer(scan -> Sample.admitted(scan, Sample.badge(1, false)));

        assertThat(entrance.guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(entrance.guests.last().outcome().source()).isEqualTo(Source.SERVER);
        assertThat(entrance.guests.last().badge()).contains(Sample.badge(1, false));
        assertThat(entrance.guests.last().took()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void decidesAloneAtTheDeadlineAndNeverLater() {
        entrance.roster.add(1, RegistrationStatus.CONFIRMED);

        entrance.gate.read(TICKET);
        entrance.loop.pass(DEADLINE.minusMillis(1));
        assertThat(entrance.guests.shown).isEmpty();
        entrance.loop.pass(Duration.ofMillis(1));

        assertThat(entrance.guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(entrance.guests.last().outcome().source()).isEqualTo(Source.DEVICE);
        assertThat(entrance.guests.last().badge()).contains(Sample.badge(1, false));
    }

    @Test
    void aBadgeOnlyStationWithoutNetworkPrintsForWhoeverComesAnotherDay() {
        LocalDate tomorrow = LocalDate.ofInstant(Sample.MORNING, ZoneOffset.UTC).plusDays(1);
        entrance.roster.addForDays(1, Set.of(tomorrow));

        SampleEntrance station = new SampleEntrance();
        HandOut badge = new HandOut(new Wording("Namensschild", "Badge"), new ScopeId("abholung"), false);
        station.gate.post(Sample.sheet().withHandOut(badge));
        station.roster.addForDays(1, Set.of(tomorrow));
        station.missOneScan(1);

        assertThat(station.guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(station.guests.last().outcome().source()).isEqualTo(Source.DEVICE);
        assertThat(station.guests.last().badge()).contains(Sample.badge(1, false));

        station.journal.hasPrinted = true;
        station.gate.cleared();
        station.missOneScan(1);
        assertThat(station.guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(station.guests.last().badge()).as("printed once").isEmpty();
    }

    @Test
    void printsNothingForThoseWhoseBadgeLiesInABoxAndSaysWhereItLies() {
        entrance.gate.read(TICKET);
        entrance.server.answer(scan -> Sample.admitted(scan, Sample.boxed(1)));

        assertThat(entrance.guests.last().badge()).isEmpty();
        assertThat(entrance.guests.last().inBox()).contains(Sample.BOXED);
    }

    @Test
    void aBadgeFromTheBoxThatIsShownItselfCountsAsArrivalAndNeedsNoBox() {
        entrance.gate.read(Sample.badgeCode(1).text());
        entrance.server.answer(scan -> Sample.admitted(scan, Sample.boxed(1)));

        assertThat(entrance.guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(entrance.guests.last().badge()).isEmpty();
        assertThat(entrance.guests.last().inBox()).isEmpty();
    }

    @Test
    void neverChangesTheScreenForALateAnswer() {
        entrance.roster.add(1, RegistrationStatus.CONFIRMED);

        entrance.gate.read(TICKET);
        entrance.loop.pass(DEADLINE);
        entrance.server.answer(scan -> Sample.refused(scan, Refusal.ALREADY_USED));

        assertThat(entrance.guests.shown).hasSize(1);
        assertThat(entrance.journal.entries).hasSize(1);
        assertThat(entrance.guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void decidesAtOnceWhenTheServerIsSilentAtOnce() {
        entrance.gate.read(TICKET);
        entrance.server.fall(NoAnswer.BUSY);

        assertThat(entrance.guests.last().took()).isLessThan(DEADLINE);
        assertThat(entrance.guests.last().outcome().source()).isEqualTo(Source.DEVICE);
    }

    @Test
    void takesTheAnswerToAnotherQuestionForNone() {
        entrance.gate.read(TICKET);
        entrance.server.answer(scan -> Sample.admitted(entrance.gate.newId(), Sample.badge(1, false)));

        assertThat(entrance.guests.last().outcome().source()).isEqualTo(Source.DEVICE);
    }

    @Test
    void takesAProxysDenialForNoAnswerAndDecidesAlone() {
        entrance.roster.add(1, RegistrationStatus.CONFIRMED);
        entrance.gate.read(TICKET);
        entrance.server.fall(NoAnswer.DENIED);

        assertThat(entrance.guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(entrance.guests.troubles).isEmpty();
    }

    @Test
    void sendsACodeThatNobodyKnowsToTheCounter() {
        entrance.gate.read(TICKET);
        entrance.loop.pass(DEADLINE);

        assertThat(entrance.guests.last().outcome().refusal()).isEqualTo(Refusal.UNKNOWN);
    }

    @Test
    void refusesACancelledTicketWithoutNetwork() {
        entrance.roster.add(1, RegistrationStatus.CANCELLED);

        entrance.gate.read(TICKET);
        entrance.loop.pass(DEADLINE);

        assertThat(entrance.guests.last().outcome().refusal()).isEqualTo(Refusal.CANCELLED);
    }

    @Test
    void letsACancelledGuestOutWithoutNetworkAndPrintsNothing() {
        entrance.gate.post(Sample.exit());
        entrance.roster.add(1, RegistrationStatus.CANCELLED);

        entrance.gate.read(TICKET);
        entrance.loop.pass(DEADLINE);

        assertThat(entrance.guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(entrance.guests.last().badge()).isEmpty();
    }

    @Test
    void printsNoBadgeAgainByItself() {
        entrance.gate.read(TICKET);
        entrance.server.answer(scan -> Sample.admitted(scan, Sample.badge(1, true)));

        assertThat(entrance.guests.last().badge()).isEmpty();
    }

    @Test
    void learnsTheTimeFromTheServer() {
        entrance.gate.read(TICKET);
        entrance.server.answer(scan -> Sample.admitted(scan, Sample.badge(1, false)));
        entrance.gate.read(Sample.ticket(2).text());
        entrance.loop.pass(Duration.ofSeconds(1));

        assertThat(entrance.journal.entries.get(0).head().time().serverOffset()).isEqualTo(Duration.ZERO);
        assertThat(entrance.journal.entries.get(1).head().time().offsetAge()).isEqualTo(DEADLINE);
    }
}
