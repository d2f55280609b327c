package org.einlass.kiosk.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.registration.RegistrationStatus;
import org.junit.jupiter.api.Test;

/** What a gate writes before anybody sees it, and what it remembers of that. */
final class GateJournalTest {
    private static final Duration DEADLINE = GateSettings.USUAL.deadline();
    private static final String TICKET = Sample.ticket(1).text();

    private final SampleEntrance entrance = SampleEntrance.open();

    @Test
    void writesTheOutcomeBeforeAnyoneSeesIt() {
        entrance.guests.onPassed = passage -> assertThat(entrance.journal.entries)
                .extracting(entry -> entry.head().id())
                .contains(passage.scan());

        entrance.gate.read(TICKET);
        entrance.server.answer(scan -> Sample.admitted(scan, Sample.badge(1, false)));

        assertThat(entrance.guests.shown).hasSize(1);
    }

    @Test
    void showsNobodyGreenWhenTheJournalCannotBeWritten() {
        entrance.journal.full = true;

        entrance.gate.read(TICKET);
        entrance.server.answer(scan -> Sample.admitted(scan, Sample.badge(1, false)));

        assertThat(entrance.guests.shown).isEmpty();
        assertThat(entrance.guests.troubles).containsExactly(GateListener.Trouble.NO_JOURNAL);
    }

    @Test
    void showsNobodyGreenWhenTheJournalCannotBeRead() {
        entrance.roster.add(1, RegistrationStatus.CONFIRMED);
        entrance.journal.unreadable = true;

        entrance.gate.read(TICKET);
        entrance.loop.pass(DEADLINE);

        assertThat(entrance.guests.shown).isEmpty();
        assertThat(entrance.guests.troubles).containsExactly(GateListener.Trouble.NO_JOURNAL);
        assertThat(entrance.gate.isBusy()).isFalse();
    }

    @Test
    void goesOnWithTheNextGuestAfterTheJournalCouldNotBeWritten() {
        entrance.journal.full = true;
        entrance.gate.read(TICKET);
        entrance.server.answer(scan -> Sample.admitted(scan, Sample.badge(1, false)));

        entrance.journal.full = false;
        entrance.gate.read(Sample.ticket(2).text());
        entrance.server.answer(scan -> Sample.admitted(scan, Sample.badge(2, false)));

        assertThat(entrance.guests.shown).hasSize(1);
    }

    @Test
    void remembersWithoutNetworkWhatItHasAdmittedAndPrinted() {
        entrance.roster.add(1, RegistrationStatus.CONFIRMED);
        entrance.journal.admittedAt = Sample.MORNING.minusSeconds(60);
        entrance.journal.hasPrinted = true;

        entrance.gate.read(TICKET);
        entrance.loop.pass(DEADLINE);

        assertThat(entrance.guests.last().earlier()).contains(Sample.MORNING.minusSeconds(60));
        assertThat(entrance.guests.last().badge()).isEmpty();
    }

    @Test
    void refusesASecondTimeWithoutNetworkWhereOnceIsTheRule() {
        entrance.gate.post(Sample.sheet(Sample.rule(ReuseRule.ONCE_A_DAY)));
        entrance.roster.add(1, RegistrationStatus.CONFIRMED);
        entrance.journal.admittedAt = Sample.MORNING.minusSeconds(60);
        learnTheTime();

        entrance.gate.read(TICKET);
        entrance.loop.pass(DEADLINE);

        assertThat(entrance.guests.last().outcome().refusal()).isEqualTo(Refusal.ALREADY_USED);
        assertThat(entrance.journal.askedSince).isEqualTo(Instant.parse("2022-07-04T02:00:00Z"));
    }

    /** A clock that was never set shows the same day after every start. */
    @Test
    void locksNobodyOutForADayThatItIsUnsureOf() {
        entrance.gate.post(Sample.sheet(Sample.rule(ReuseRule.ONCE_A_DAY)));
        entrance.roster.add(1, RegistrationStatus.CONFIRMED);
        entrance.journal.admittedAt = Sample.MORNING.minusSeconds(60);

        entrance.gate.read(TICKET);
        entrance.loop.pass(DEADLINE);

        assertThat(entrance.guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
    }

    private void learnTheTime() {
        entrance.gate.read(Sample.ticket(2).text());
        entrance.server.answer(scan -> Sample.admitted(scan, Sample.badge(2, false)));
    }
}
