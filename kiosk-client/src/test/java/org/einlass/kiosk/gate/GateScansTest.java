package org.einlass.kiosk.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.code.ForeignText;
import org.einlass.contract.journal.JournalEntry;
import org.junit.jupiter.api.Test;

/** Which readings of a code are a scan. */
final class GateScansTest {
    private static final Duration DEADLINE = GateSettings.USUAL.deadline();
    private static final String TICKET = Sample.ticket(1).text();

    private final SampleEntrance entrance = SampleEntrance.open();

    @Test
    void takesOneCodeInViewForOneScan() {
        for (int frame = 0; frame < 100; frame++) {
            entrance.gate.read(TICKET);
            entrance.loop.pass(Duration.ofMillis(100));
        }

        assertThat(entrance.journal.entries).hasSize(1);
    }

    @Test
    void takesTwoCodesSideBySideForTwoScans() {
        for (int frame = 0; frame < 100; frame++) {
            entrance.gate.read(Sample.ticket(1 + frame % 2).text());
            entrance.loop.pass(Duration.ofMillis(100));
        }

        assertThat(entrance.journal.entries).hasSize(2);
    }

    @Test
    void takesACodeAnewWhenItHasBeenAwayAndItsScreenHasEnded() {
        entrance.gate.read(TICKET);
        entrance.loop.pass(Duration.ofSeconds(3));
        entrance.gate.read(TICKET);
        assertThat(entrance.journal.entries).hasSize(1);

        entrance.gate.screenEnded(entrance.guests.last().scan());
        entrance.loop.pass(Duration.ofMillis(2001));
        entrance.gate.read(TICKET);
        entrance.loop.pass(DEADLINE);

        assertThat(entrance.journal.entries).hasSize(2);
    }

    @Test
    void keepsASecondGuestWaitingUntilTheFirstHasAVerdict() {
        entrance.gate.read(TICKET);
        entrance.gate.read(Sample.ticket(2).text());
        assertThat(entrance.server.questions).hasSize(1);

        entrance.server.answer(scan -> Sample.admitted(scan, Sample.badge(1, false)));
        assertThat(entrance.server.questions).hasSize(2);
        entrance.server.answer(scan -> Sample.admitted(scan, Sample.badge(2, false)));

        assertThat(entrance.guests.shown).hasSize(2);
    }

    @Test
    void neitherSendsNorStoresATextThatIsNothingOfOurs() {
        entrance.gate.read("https://example.org/somebody?private=1");
        entrance.gate.cleared();
        entrance.gate.read("BEGIN:VCARD\nFN:Somebody\nEND:VCARD");

        assertThat(entrance.server.questions).isEmpty();
        assertThat(entrance.journal.entries)
                .extracting(entry -> ((JournalEntry.Scanned) entry).foreign())
                .containsExactly(new ForeignText(ForeignText.Sort.URL, 38), new ForeignText(ForeignText.Sort.CARD, 33));
        assertThat(entrance.guests.last().outcome().refusal()).isEqualTo(Refusal.FOREIGN);
    }

    @Test
    void saysThatItIsNotReadyBeforeItKnowsItsDoor() {
        SampleEntrance fresh = new SampleEntrance();

        fresh.gate.read(TICKET);
        fresh.gate.cleared();

        assertThat(fresh.guests.troubles).containsExactly(GateListener.Trouble.NO_DOOR_SHEET);
        assertThat(fresh.journal.entries).isEmpty();
    }
}
