package org.einlass.kiosk.desk;

import java.util.function.Consumer;
import org.einlass.contract.desk.Clarification;
import org.einlass.kiosk.gate.Reply;

/** What a desk asks the server beside its gate's questions; replies come on any thread. */
public interface DeskUplink {

    /** The newest of what is to be clarified. */
    void fetchClarifications(Consumer<Reply<Clarification.Page>> then);
}
