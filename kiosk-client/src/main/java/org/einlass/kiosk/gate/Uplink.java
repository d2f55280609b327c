package org.einlass.kiosk.gate;

import java.util.function.Consumer;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;

/** The way to the server. Never blocks; each reply comes once, on any thread, perhaps late. */
public interface Uplink {

    /** Asks whether the bearer of a code may pass. */
    void ask(ScanQuestion question, Consumer<Reply<ScanAnswer>> then);

    /** Fetches the sheet of this device's door; also shows that the server is there, and tells its time. */
    void fetchSheet(Consumer<Reply<DoorSheet>> then);
}
