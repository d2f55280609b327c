package org.einlass.kiosk.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.Uplink;
import org.einlass.kiosk.gate.VirtualExecutor;
import org.junit.jupiter.api.Test;

/** A device takes the doors that the organiser assigns to it. */
final class DoorChoiceTest {
    private static final DoorId SOUTH = new DoorId("eingang-sued");

    private final VirtualExecutor loop = new VirtualExecutor(Sample.MORNING);
    private final Memory memory = new Memory();
    private final Server server = new Server();
    private final List<DoorSheet> stood = new ArrayList<>();
    private final DoorChoice choice = new DoorChoice(memory, server, stood::add);

    @Test
    void movesToTheFirstOfItsNewDoorsAndStandsThereAfterARestart() {
        choice.restored(Sample.DOOR);

        choice.assigned(List.of(SOUTH, new DoorId("anderswo")), Sample.sheet(), loop);
        loop.settle();

        assertThat(stood).extracting(DoorSheet::door).containsExactly(SOUTH);
        assertThat(new DoorChoice(memory, server, stood::add).restored(Sample.DOOR))
                .map(DoorSheet::door)
                .contains(SOUTH);
    }

    @Test
    void staysWhereItMayStillScan() {
        choice.restored(Sample.DOOR);

        choice.assigned(List.of(SOUTH, Sample.DOOR), Sample.sheet(), loop);
        choice.assigned(List.of(), Sample.sheet(), loop);
        loop.settle();

        assertThat(stood).isEmpty();
        assertThat(server.asked).isNull();
    }

    @Test
    void triesAgainWithTheNextHeartbeatWhereTheSheetDoesNotCome() {
        choice.restored(Sample.DOOR);
        server.silent = true;
        choice.assigned(List.of(SOUTH), Sample.sheet(), loop);
        loop.settle();
        assertThat(stood).isEmpty();
        assertThat(memory.chosen()).isEmpty();

        server.silent = false;
        choice.assigned(List.of(SOUTH), Sample.sheet(), loop);
        loop.settle();

        assertThat(stood).extracting(DoorSheet::door).containsExactly(SOUTH);
    }

    @Test
    void aDeviceThatMayNotScanAtTheDoorOfItsSettingsStartsAtItsNewOne() {
        choice.restored(Sample.DOOR);

        choice.assigned(List.of(SOUTH), null, loop);
        loop.settle();

        assertThat(stood).extracting(DoorSheet::door).containsExactly(SOUTH);
    }

    /** Tells the sheet of whichever door it is asked about. */
    private static final class Server implements Uplink {
        private DoorId asked;
        private boolean silent;

        @Override
        public void ask(ScanQuestion question, Consumer<Reply<ScanAnswer>> then) {}

        @Override
        public void stand(DoorId door) {
            asked = door;
        }

        @Override
        public void fetchSheet(Consumer<Reply<DoorSheet>> then) {
            Wording title = Wording.same(asked.text());
            then.accept(
                    silent
                            ? new Reply.Silent<>(NoAnswer.UNREACHABLE)
                            : new Reply.Answered<>(Sample.at(Sample.sheet(), asked, title, Direction.ENTRY, null)));
        }
    }

    private static final class Memory implements DoorMemory {
        private List<DoorSheet> assigned = List.of();
        private Choice chosen;

        @Override
        public List<DoorSheet> assigned() {
            return assigned;
        }

        @Override
        public void keepAssigned(List<DoorSheet> sheets) {
            assigned = List.copyOf(sheets);
        }

        @Override
        public Optional<Choice> chosen() {
            return Optional.ofNullable(chosen);
        }

        @Override
        public void keepChosen(Choice choice) {
            chosen = choice;
        }
    }
}
