package org.einlass.kiosk.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.EventSecret;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.GuessableLookup;
import org.junit.jupiter.api.Test;

/** Codes of other systems that can be guessed: the roster knows them by the event's secret, which is on no disk. */
final class GuessableCodeTest {
    private static final EventSecret SECRET = new EventSecret("5e".repeat(EventSecret.BYTES));
    private static final ExternalCode SHORT = new ExternalCode("770123");
    private static final ExternalCode LONG = new ExternalCode("3f2b8c1e-7d64-4a0f-9b55-0c1d2e3f4a5b");

    private final SampleEntrance entrance = new SampleEntrance();

    @Test
    void withTheSecretTheDeviceDecidesAlone() {
        DoorSheet sheet = sheet(new GuessableLookup(SECRET, false));
        entrance.roster.addUnder(SECRET.lookupId(SHORT), 1);

        shows(sheet, SHORT);

        assertThat(entrance.guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(((JournalEntry.Scanned) entrance.journal.entries.get(0)).code())
                .isEqualTo(Sample.SALT.lookupId(SHORT));
        assertThat(entrance.journal.bearer).isEqualTo(Sample.registration(1));
    }

    @Test
    void withTheSecretACodeThatIsNotThereIsUnknown() {
        shows(sheet(new GuessableLookup(SECRET, false)), SHORT);

        assertThat(entrance.guests.last().outcome().refusal()).isEqualTo(Refusal.UNKNOWN);
    }

    @Test
    void afterARestartWithoutNetworkItGoesToTheCounterAndHearsNoNo() {
        DoorSheet kept = sheet(new GuessableLookup(SECRET, false)).withoutSecrets();
        entrance.roster.addUnder(SECRET.lookupId(SHORT), 1);

        shows(kept, SHORT);

        Outcome outcome = entrance.guests.last().outcome();
        assertThat(outcome.refusal()).isEqualTo(Refusal.ASK_AT_COUNTER);
        assertThat(outcome.source()).isEqualTo(Outcome.Source.DEVICE);
        assertThat(entrance.guests.last().sentence()).isEqualTo(Refusal.ASK_AT_COUNTER.staffSentence());
    }

    @Test
    void afterARestartWithoutNetworkAnExitLetsItOutUnknown() {
        shows(Sample.exit().withGuessable(new GuessableLookup(null, false)), SHORT);

        assertThat(entrance.guests.last().outcome().verdict()).isEqualTo(Verdict.PROVISIONAL);
        assertThat(entrance.guests.last().badge()).isEmpty();
    }

    @Test
    void afterARestartWithoutNetworkALongCodeIsFoundAsBefore() {
        DoorSheet kept = sheet(new GuessableLookup(null, false));
        entrance.roster.addExternal(LONG, 2);

        shows(kept, LONG);

        assertThat(entrance.guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void aLongCodeThatIsNotThereIsUnknownUnlessTheEventHasLongGuessableOnes() {
        shows(sheet(new GuessableLookup(null, false)), LONG);
        assertThat(entrance.guests.last().outcome().refusal()).isEqualTo(Refusal.UNKNOWN);

        shows(sheet(new GuessableLookup(null, true)), new ExternalCode("CONGRESS-2022-ORDER-00000007"));
        assertThat(entrance.guests.last().outcome().refusal()).isEqualTo(Refusal.ASK_AT_COUNTER);
    }

    @Test
    void anOlderServersRosterKnowsItByTheSalt() {
        entrance.roster.addExternal(SHORT, 1);

        shows(Sample.sheet(), SHORT);
        assertThat(entrance.guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);

        shows(Sample.sheet(), new ExternalCode("990000"));
        assertThat(entrance.guests.last().outcome().refusal()).isEqualTo(Refusal.UNKNOWN);
    }

    @Test
    void theSecretComesBackWithTheFirstSheet() {
        entrance.roster.addUnder(SECRET.lookupId(SHORT), 1);
        shows(sheet(new GuessableLookup(null, false)), SHORT);
        entrance.gate.screenEnded(entrance.guests.last().scan());
        entrance.gate.cleared();

        shows(sheet(new GuessableLookup(SECRET, false)), SHORT);

        assertThat(entrance.guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
    }

    private static DoorSheet sheet(GuessableLookup lookup) {
        return Sample.sheet().withGuessable(lookup);
    }

    /** A guest comes while no answer does. */
    private void shows(DoorSheet sheet, ExternalCode code) {
        entrance.gate.post(sheet);
        entrance.gate.read(code.text());
        entrance.loop.pass(GateSettings.USUAL.deadline());
    }
}
