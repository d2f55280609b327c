package org.einlass.kiosk.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.einlass.contract.counter.HelpCall;
import org.einlass.contract.counter.HelpReason;
import org.einlass.contract.counter.HelpReport;
import org.einlass.contract.id.DeviceId;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.team.HelpSignal.State;
import org.junit.jupiter.api.Test;

/** A call for help over a network that loses some of it. */
final class HelpSignalTest {
    private static final Instant NOW = Instant.parse("2022-07-04T07:12:00Z");

    private final List<HelpReport> said = new ArrayList<>();
    private final List<Consumer<Reply<HelpCall>>> waiting = new ArrayList<>();
    private final HelpSignal signal = new HelpSignal(
            (report, then) -> {
                said.add(report);
                waiting.add(then);
            },
            SampleEntries::id);

    private void answers(String by, boolean ended) {
        HelpReport last = said.get(said.size() - 1);
        answers(last, by, ended);
    }

    private void answers(HelpReport report, String by, boolean ended) {
        HelpCall call = new HelpCall(
                report.call(),
                new DeviceId("kiosk-1"),
                "Kiosk 1",
                report.reason(),
                NOW,
                by == null ? null : NOW,
                by,
                ended);
        waiting.remove(waiting.size() - 1).accept(new Reply.Answered<>(call));
    }

    @Test
    void isSaidAgainUntilSomebodyHasCome() {
        assertThat(signal.state()).isEqualTo(State.NONE);
        signal.call(HelpReason.GUEST);
        waiting.remove(0).accept(new Reply.Silent<>(NoAnswer.UNREACHABLE));
        assertThat(signal.state()).isEqualTo(State.UNHEARD);

        signal.look();
        answers(null, false);
        assertThat(signal.state()).isEqualTo(State.HEARD);
        signal.look();
        answers("Schalter 2", false);
        assertThat(signal.state()).isEqualTo(State.COMING);
        assertThat(signal.coming()).contains("Schalter 2");
        signal.call(HelpReason.URGENT);
        assertThat(said)
                .as("one call at a time")
                .extracting(HelpReport::call)
                .containsOnly(said.get(0).call());
        signal.look();
        answers("Schalter 2", true);

        assertThat(signal.state()).isEqualTo(State.NONE);
        int until = said.size();
        signal.look();
        assertThat(said).as("nothing is left to say").hasSize(until);
    }

    @Test
    void whatIsTakenBackIsToldUntilTheServerKnows() {
        signal.call(HelpReason.DEVICE);
        HelpReport first = said.get(0);
        signal.takeBack();
        answers(first, null, false);
        assertThat(signal.state()).as("an answer that comes late").isEqualTo(State.NONE);
        assertThat(said.get(1).ended()).isTrue();

        signal.look();
        answers(null, true);
        signal.look();

        assertThat(said).hasSize(3);
        signal.call(HelpReason.GUEST);
        assertThat(said.get(3).call()).as("a new call").isNotEqualTo(first.call());
    }
}
