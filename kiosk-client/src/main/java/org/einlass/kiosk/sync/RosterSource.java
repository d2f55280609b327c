package org.einlass.kiosk.sync;

import java.util.function.Consumer;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.contract.wire.RosterSnapshot;
import org.einlass.kiosk.gate.Reply;

/** Where the roster comes from. Never blocks; each reply comes once, on any thread. */
public interface RosterSource {

    /** Asks for the newest snapshot's announcement. */
    void fetchSnapshot(Consumer<Reply<RosterSnapshot>> then);

    /** Fetches a part of a snapshot's file, at most as much as the server likes to send. */
    void fetchPart(RosterSnapshot snapshot, long from, Consumer<Reply<byte[]>> then);

    /** Asks what has changed; {@code GONE} where the server does not know the cursor's incarnation. */
    void fetchChanges(RosterCursor cursor, Consumer<Reply<RosterChanges>> then);
}
