package org.einlass.kiosk.desk;

import java.util.function.Consumer;
import org.einlass.contract.counter.CounterReport;
import org.einlass.contract.counter.ExpectedGuests;
import org.einlass.contract.counter.GuestArrival;
import org.einlass.contract.counter.SentGuest;
import org.einlass.contract.desk.Clarification;
import org.einlass.contract.id.RegistrationId;
import org.einlass.kiosk.gate.Reply;

/** What a desk or a kiosk asks the server about people at counters, beside its gate's questions; replies come on any thread. */
public interface DeskUplink {

    /** The newest of what is to be clarified. */
    void fetchClarifications(Consumer<Reply<Clarification.Page>> then);

    /** Says whether this desk's counter is open, and asks who is on the way there. */
    default void report(CounterReport counter, Consumer<Reply<ExpectedGuests>> then) {}

    /** Asks when somebody came first, at whichever device. */
    default void fetchArrival(RegistrationId registration, Consumer<Reply<GuestArrival>> then) {}

    /** A kiosk asks where it is to send a guest. */
    default void send(SentGuest guest, Consumer<Reply<SentGuest.Place>> then) {}
}
