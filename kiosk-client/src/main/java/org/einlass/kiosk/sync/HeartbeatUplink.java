package org.einlass.kiosk.sync;

import java.util.UUID;
import java.util.function.Consumer;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.contract.wire.HeartbeatAnswer;
import org.einlass.contract.wire.WipeReceipt;
import org.einlass.contract.wire.WipeState;
import org.einlass.kiosk.gate.Reply;

/** Whom this device answers to. Never blocks; each reply comes once, on any thread. */
public interface HeartbeatUplink {

    /** Says how this device is, and asks how it stands. */
    void beat(Heartbeat heartbeat, Consumer<Reply<HeartbeatAnswer>> then);

    /** Says that an order to wipe is carried out. */
    void receipt(UUID order, WipeReceipt receipt, Consumer<Reply<WipeState>> then);
}
