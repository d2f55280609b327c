package org.einlass.kiosk.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.id.ScopeId;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.journal.Outcome.Source;
import org.einlass.contract.wire.DoorSheet.HandOut;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.screen.door.DoorDisplay;
import org.einlass.kiosk.screen.door.DoorTone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a door's screen shows while things happen close to each other. */
class DoorPresenterTest {
    private final List<VerdictSound> sounds = new ArrayList<>();
    private final DoorPresenter door =
            new DoorPresenter(display -> {}, sounds::add, Clock.fixed(Sample.MORNING, ZoneOffset.UTC));

    @BeforeEach
    void open() {
        door.knows(Sample.sheet());
    }

    private void passes(Outcome outcome) {
        door.passed(new ShownOutcome(SampleEntries.id(), outcome, null, null, null, Duration.ZERO));
    }

    private DoorTone tone() {
        return door.display().verdict().tone();
    }

    @Test
    void theEndOfAnOldVerdictLeavesTheNewOneAlone() {
        passes(Outcome.admitted(Source.DEVICE));
        DoorDisplay old = door.display();
        passes(Outcome.refused(Refusal.BLOCKED, Source.DEVICE));

        door.verdictEnded(old.number());
        assertThat(tone()).isEqualTo(DoorTone.REFUSED);

        door.verdictEnded(door.display().number());
        assertThat(tone()).isEqualTo(DoorTone.READY);
    }

    @Test
    void twoVerdictsThatSayTheSameEachHaveTheirOwnTime() {
        passes(Outcome.admitted(Source.DEVICE));
        DoorDisplay first = door.display();
        passes(Outcome.admitted(Source.DEVICE));

        door.verdictEnded(first.number());

        assertThat(tone()).isEqualTo(DoorTone.ADMITTED);
    }

    @Test
    void whatNobodyCanCheckIsAQuestionAndNoAlarm() {
        passes(Outcome.refused(Refusal.ASK_AT_COUNTER, Source.DEVICE));

        assertThat(tone()).isEqualTo(DoorTone.QUESTION);
        assertThat(sounds).containsExactly(VerdictSound.QUESTION);
        assertThat(door.display().verdict().headline().german()).isEqualTo("Bitte nachfragen");
        assertThat(door.toUndo()).isEmpty();
    }

    @Test
    void aHandOutPointSaysWhatToGiveAndWhenItWasGiven() {
        Wording lunch = new Wording("Mittagessen", "Lunch");
        door.knows(Sample.sheet().withHandOut(new HandOut(lunch, new ScopeId("lunch"), false)));
        assertThat(door.display().verdict().sentence().german()).startsWith("Mittagessen: bitte");

        passes(Outcome.admitted(Source.DEVICE));
        assertThat(door.display().verdict().headline()).isEqualTo(lunch);

        door.passed(new ShownOutcome(
                SampleEntries.id(),
                Outcome.refused(Refusal.ALREADY_USED, Source.DEVICE),
                null,
                Sample.MORNING,
                null,
                Duration.ZERO));
        String time = DoorVerdicts.time(Sample.MORNING, Sample.sheet().zone());
        assertThat(tone()).isEqualTo(DoorTone.REFUSED);
        assertThat(door.display().verdict().headline().english()).isEqualTo("Given already");
        assertThat(door.display().verdict().sentence().english()).isEqualTo("Lunch: given at " + time + ".");
    }

    @Test
    void whatComesBackIsAskedForWhereADeviceAloneCannotKnow() {
        Wording receiver = new Wording("Empfänger", "Receiver");
        door.knows(Sample.sheet().withHandOut(new HandOut(receiver, new ScopeId("receiver"), true)));
        String time = DoorVerdicts.time(Sample.MORNING, Sample.sheet().zone());

        door.passed(lentAgain(Source.DEVICE));

        assertThat(tone()).isEqualTo(DoorTone.QUESTION);
        assertThat(door.display().verdict().sentence().english()).startsWith("Receiver: already lent at " + time + ".");

        door.passed(lentAgain(Source.SERVER));
        assertThat(tone()).as("the server knows that it came back").isEqualTo(DoorTone.ADMITTED);

        passes(Outcome.provisional(Source.DEVICE));
        assertThat(door.display().verdict().headline().german()).isEqualTo("Vorläufig ausgeben");
    }

    private static ShownOutcome lentAgain(Source source) {
        return new ShownOutcome(
                SampleEntries.id(), Outcome.admitted(source), null, Sample.MORNING, null, Duration.ZERO);
    }
}
