package org.einlass.kiosk.sync;

import java.util.Optional;
import java.util.function.Consumer;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.RoomSheet;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Uplink;

/**
 * An uplink whose questions bring along what the device showed before, so that most outcomes need no journey
 * of their own.
 */
public final class CarryingUplink implements Uplink {
    private final Uplink uplink;
    private final QuestionUplink questionUplink;
    private final JournalSync journalSync;

    public CarryingUplink(Uplink uplink, QuestionUplink questionUplink, JournalSync journalSync) {
        this.uplink = uplink;
        this.questionUplink = questionUplink;
        this.journalSync = journalSync;
    }

    @Override
    public void ask(ScanQuestion question, Consumer<Reply<ScanAnswer>> then) {
        Optional<Outbox.Batch> carried = journalSync.offer().take();
        if (carried.isEmpty()) {
            uplink.ask(question, then);
            return;
        }
        questionUplink.ask(question, carried.get(), reply -> {
            then.accept(reply);
            journalSync.carried(carried.get(), reply);
        });
    }

    @Override
    public void fetchSheet(Consumer<Reply<DoorSheet>> then) {
        uplink.fetchSheet(then);
    }

    @Override
    public void fetchHeadCount(Consumer<Reply<RoomSheet.Count>> then) {
        uplink.fetchHeadCount(then);
    }

    @Override
    public void fetchAssigned(Consumer<Reply<DoorSheet.Assigned>> then) {
        uplink.fetchAssigned(then);
    }

    @Override
    public void stand(DoorId door) {
        uplink.stand(door);
    }
}
