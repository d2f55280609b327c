package org.einlass.kiosk.sync;

import java.util.function.Consumer;
import org.einlass.contract.wire.DataKeyGrant;
import org.einlass.kiosk.gate.Reply;

/** Where a staffed desk gets its data key. Never blocks; the reply comes once, on any thread. */
@FunctionalInterface
public interface KeySource {

    void fetchDataKey(Consumer<Reply<DataKeyGrant>> then);
}
