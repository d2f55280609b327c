package org.einlass.kiosk.gate;

import java.util.function.Consumer;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.RoomSheet;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;

/** The way to the server. Never blocks; each reply comes once, on any thread, perhaps late. */
public interface Uplink {

    /** Asks whether the bearer of a code may pass. */
    void ask(ScanQuestion question, Consumer<Reply<ScanAnswer>> then);

    /** Fetches the sheet of this device's door; also shows that the server is there, and tells its time. */
    void fetchSheet(Consumer<Reply<DoorSheet>> then);

    /** Asks how many people are in the room behind this device's door. */
    default void fetchHeadCount(Consumer<Reply<RoomSheet.Count>> then) {
        then.accept(new Reply.Silent<>(NoAnswer.UNREACHABLE));
    }

    /** Fetches the sheets of all doors that this device is assigned to. */
    default void fetchAssigned(Consumer<Reply<DoorSheet.Assigned>> then) {
        then.accept(new Reply.Silent<>(NoAnswer.UNREACHABLE));
    }

    /** From now on {@link #fetchSheet} and {@link #fetchHeadCount} concern this door. */
    default void stand(DoorId door) {}
}
