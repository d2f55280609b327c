package org.einlass.kiosk.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.contract.wire.RosterSnapshot;

/** Where the device's roster stands. Used by one thread; every change is whole or not there. */
public interface RosterStore {

    /** How far the roster is known; empty where there is none. */
    Optional<RosterCursor> cursor();

    /** An empty place to fetch the file of a snapshot to. */
    Path place() throws IOException;

    /** Puts the fetched file in place of the whole roster; until that is done the old one is used. */
    void install(RosterSnapshot snapshot, Path file) throws IOException;

    /** Brings the roster up to the changes' cursor. */
    void apply(RosterChanges changes) throws IOException;

    /** Destroys the roster; the journal, which has no names, stays. */
    void destroy() throws IOException;
}
