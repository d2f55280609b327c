package org.einlass.kiosk.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.ScanQuestion;
import org.junit.jupiter.api.Test;

/** A device that cannot know does not say no. */
final class GateReadinessTest {
    private static final Duration DEADLINE = GateSettings.USUAL.deadline();
    private static final Duration A_FRAME = Duration.ofMillis(100);
    private static final String TICKET = Sample.ticket(1).text();

    private final SampleEntrance entrance = SampleEntrance.open();

    @Test
    void journalsWithTheRostersNumberThatACodeIsNotInIt() {
        entrance.missOneScan(1);

        Outcome outcome = ((JournalEntry.Scanned) entrance.journal.entries.get(0)).outcome();
        assertThat(outcome).isEqualTo(Outcome.notInRoster(41));
        assertThat(outcome.refusal()).isEqualTo(Refusal.UNKNOWN);
    }

    @Test
    void tellsStaffHowOldTheListIsThatLacksTheCode() {
        entrance.loop.pass(Duration.ofMinutes(3));
        entrance.missOneScan(1);

        assertThat(entrance.guests.last().sentence())
                .isEqualTo(new Wording(
                        "Dieser Code steht nicht in meiner Liste von 09:12 Uhr. Bitte nach dem Namen suchen.",
                        "This code is not in my list of 09:12. Please search for the name."));
    }

    @Test
    void namesTheDayOfAListOfAnotherDay() {
        entrance.roster.installed = new InstalledRoster(41, Sample.MORNING.minus(Duration.ofDays(1)));

        entrance.missOneScan(1);

        assertThat(entrance.guests.last().sentence().german()).contains("in meiner Liste von 3.7. 09:12 Uhr.");
        assertThat(entrance.guests.last().sentence().english()).contains("in my list of 3 Jul, 09:12.");
    }

    @Test
    void namesNoTimeForAListOfUnknownAge() {
        entrance.roster.installed = new InstalledRoster(41, null);

        entrance.missOneScan(1);

        assertThat(entrance.guests.last().sentence().german()).contains("nicht in meiner Liste. Bitte");
    }

    @Test
    void namesNoRosterWhereItFoundTheCode() {
        entrance.roster.add(1, RegistrationStatus.CANCELLED);

        entrance.missOneScan(1);

        assertThat(entrance.guests.last().outcome().roster()).isNull();
        assertThat(entrance.guests.last().outcome().refusal()).isEqualTo(Refusal.CANCELLED);
    }

    @Test
    void saysNothingOfACodeBeforeItHasARoster() {
        entrance.roster.installed = null;

        entrance.missOneScan(1);
        entrance.server.fall(NoAnswer.UNREACHABLE);

        assertThat(entrance.guests.shown).isEmpty();
        assertThat(entrance.guests.troubles).isEmpty();
        assertThat(entrance.journal.entries).isEmpty();
        assertThat(entrance.guests.waiting).hasSize(1);
        assertThat(entrance.gate.isBusy()).isTrue();
    }

    @Test
    void asksAboutTheSameScanAgainUntilTheServerAnswers() {
        entrance.roster.installed = null;
        EntryId scan = waitingGuest();
        holdUp(Duration.ofSeconds(5));

        assertThat(entrance.server.questions).hasSizeGreaterThan(3);
        assertThat(entrance.server.questions).extracting(ScanQuestion::id).containsOnly(scan);

        entrance.server.answer(id -> Sample.admitted(id, Sample.badge(1, false)));

        assertThat(entrance.guests.last().scan()).isEqualTo(scan);
        assertThat(entrance.guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(entrance.journal.entries).hasSize(1);
    }

    @Test
    void takesTheAnswerToAnEarlierQuestionAboutTheSameScan() {
        entrance.roster.installed = null;
        waitingGuest();
        holdUp(Duration.ofSeconds(4));

        entrance.server.answerFirst(id -> Sample.admitted(id, Sample.badge(1, false)));

        assertThat(entrance.guests.shown).hasSize(1);
        assertThat(entrance.journal.entries).hasSize(1);
    }

    @Test
    void decidesAloneAsSoonAsTheRosterIsInstalled() {
        entrance.roster.installed = null;
        waitingGuest();
        holdUp(Duration.ofSeconds(3));

        entrance.roster.installed = new InstalledRoster(1, Sample.MORNING);
        entrance.roster.add(1, RegistrationStatus.CONFIRMED);
        holdUp(Duration.ofSeconds(2));

        assertThat(entrance.guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(entrance.guests.shown).hasSize(1);
    }

    @Test
    void leavesABusyServerAloneForAsLongAsItAsked() {
        entrance.roster.installed = null;
        entrance.gate.read(TICKET);
        entrance.server.reply(new Reply.Silent<>(NoAnswer.BUSY, Duration.ofSeconds(6)));

        holdUp(Duration.ofMillis(5900));
        assertThat(entrance.server.questions).hasSize(1);
        holdUp(Duration.ofSeconds(5));

        assertThat(entrance.server.questions).hasSizeGreaterThan(1);
    }

    @Test
    void namesTheCounterAfterEightSeconds() {
        entrance.roster.installed = null;
        EntryId scan = waitingGuest();

        holdUp(Duration.ofSeconds(8).minus(DEADLINE).minus(A_FRAME));
        assertThat(entrance.guests.waitingLong).isEmpty();
        holdUp(A_FRAME.multipliedBy(2));

        assertThat(entrance.guests.waitingLong).containsExactly(scan);
    }

    @Test
    void endsWithoutAnEntryWhenTheGuestTakesTheTicketAway() {
        entrance.roster.installed = null;
        waitingGuest();
        holdUp(Duration.ofSeconds(2));

        entrance.loop.pass(Duration.ofSeconds(4));

        assertThat(entrance.guests.troubles).containsExactly(GateListener.Trouble.NO_ROSTER);
        assertThat(entrance.journal.entries).isEmpty();
        assertThat(entrance.gate.isBusy()).isFalse();
        int asked = entrance.server.questions.size();
        entrance.loop.pass(Duration.ofMinutes(1));
        assertThat(entrance.server.questions).hasSize(asked);
    }

    @Test
    void waitsForAGuestWithAHandScannerThatReadsOnlyOnce() {
        entrance.roster.installed = null;
        waitingGuest();

        entrance.loop.pass(Duration.ofSeconds(20));
        assertThat(entrance.gate.isBusy()).isTrue();
        entrance.loop.pass(Duration.ofSeconds(15));

        assertThat(entrance.gate.isBusy()).isFalse();
    }

    @Test
    void turnsToTheNextGuestAtAHandScanner() {
        entrance.roster.installed = null;
        waitingGuest();

        entrance.gate.read(Sample.ticket(2).text());
        entrance.loop.pass(Duration.ofSeconds(2));

        assertThat(entrance.guests.troubles).hasSize(1);
        assertThat(entrance.server.lastQuestion()).isEqualTo(Sample.ticket(2).text());
    }

    @Test
    void takesTheSameTicketAnewAfterItsGuestHadLeft() {
        entrance.roster.installed = null;
        waitingGuest();
        holdUp(Duration.ofSeconds(1));
        entrance.loop.pass(Duration.ofSeconds(5));

        entrance.gate.read(TICKET);
        entrance.server.answer(id -> Sample.admitted(id, Sample.badge(1, false)));

        assertThat(entrance.guests.shown).hasSize(1);
    }

    @Test
    void asksAsSoonAsItKnowsItsDoor() {
        SampleEntrance fresh = new SampleEntrance();
        fresh.roster.installed = null;
        fresh.gate.read(TICKET);
        assertThat(fresh.guests.waiting).hasSize(1);

        fresh.gate.post(Sample.sheet());
        fresh.loop.pass(Duration.ofSeconds(2));
        fresh.server.answer(id -> Sample.admitted(id, Sample.badge(1, false)));

        assertThat(fresh.guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void neitherSendsNorRefusesAnAddressThatMayBeATicketElsewhere() {
        entrance.roster.installed = null;

        entrance.gate.read("https://example.org/somebody?private=1");
        entrance.loop.pass(Duration.ofSeconds(5));

        assertThat(entrance.server.questions).isEmpty();
        assertThat(entrance.journal.entries).isEmpty();
        assertThat(entrance.gate.isBusy()).isTrue();
    }

    @Test
    void sendsTheWaitingGuestToTheCounterWhenTheDeviceIsWithdrawn() {
        entrance.roster.installed = null;
        waitingGuest();

        entrance.gate.withdraw();

        assertThat(entrance.guests.troubles).containsExactly(GateListener.Trouble.WITHDRAWN);
        assertThat(entrance.gate.isBusy()).isFalse();
    }

    private EntryId waitingGuest() {
        entrance.gate.read(TICKET);
        entrance.loop.pass(DEADLINE);
        return entrance.guests.waiting.get(0);
    }

    /** The guest holds the ticket before the camera for so long. */
    private void holdUp(Duration time) {
        for (Duration held = Duration.ZERO; held.compareTo(time) < 0; held = held.plus(A_FRAME)) {
            entrance.gate.read(TICKET);
            entrance.loop.pass(A_FRAME);
        }
    }
}
