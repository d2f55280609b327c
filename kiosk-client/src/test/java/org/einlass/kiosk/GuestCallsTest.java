package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.einlass.contract.Wording;
import org.einlass.contract.counter.HelpCall;
import org.einlass.contract.counter.HelpReason;
import org.einlass.contract.counter.HelpReport;
import org.einlass.contract.id.DeviceId;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.team.HelpSignal;
import org.junit.jupiter.api.Test;

/** What a guest who calls somebody reads while the call comes along. */
final class GuestCallsTest {
    private static final Instant NOW = Instant.parse("2022-07-04T07:12:00Z");

    private final List<HelpReport> said = new ArrayList<>();
    private final List<Consumer<Reply<HelpCall>>> waiting = new ArrayList<>();
    private final List<Wording> read = new ArrayList<>();
    private final HelpSignal help = new HelpSignal(
            (report, then) -> {
                said.add(report);
                waiting.add(then);
            },
            SampleEntries::id);
    private final GuestCalls calls = new GuestCalls(help, read::add);

    @Test
    void aGuestReadsThatSomebodyComesAndFromWhere() {
        calls.look();
        assertThat(read).as("nobody has called").isEmpty();
        calls.call();
        assertThat(said).extracting(HelpReport::reason).containsExactly(HelpReason.GUEST);
        calls.look();
        assertThat(read).as("the answer is on its way").isEmpty();

        answer(false, null, false);
        calls.look();
        answer(true, null, false);
        calls.look();
        answer(true, "Schalter 4", false);
        calls.look();

        assertThat(read)
                .extracting(Wording::german)
                .satisfiesExactly(
                        heard -> assertThat(heard).startsWith("Das Team weiß"),
                        coming -> assertThat(coming).isEqualTo("Es kommt jemand vom Team zu Ihnen."),
                        from -> assertThat(from).isEqualTo("Es kommt jemand vom Team zu Ihnen. Von: Schalter 4."));
        answer(true, "Schalter 4", true);
        calls.look();
        assertThat(read).as("somebody has come").hasSize(3);
    }

    @Test
    void aGuestWhoseCallDoesNotArriveIsToldSoAndCallsNobodyTwice() {
        calls.call();
        calls.call();
        for (int second = 0; second < 4; second++) {
            calls.look();
        }

        assertThat(said).hasSize(1);
        assertThat(read)
                .hasSize(2)
                .allSatisfy(words -> assertThat(words.english()).startsWith("We cannot reach the team yet"));
    }

    private void answer(boolean coming, String from, boolean ended) {
        help.look();
        HelpReport last = said.get(said.size() - 1);
        waiting.get(waiting.size() - 1)
                .accept(new Reply.Answered<>(new HelpCall(
                        last.call(),
                        new DeviceId("kiosk-1"),
                        "Kiosk 1",
                        last.reason(),
                        NOW,
                        coming ? NOW : null,
                        from,
                        ended)));
    }
}
