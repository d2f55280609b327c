package org.einlass.kiosk.desk.device;

import java.util.Locale;
import java.util.function.Consumer;
import org.einlass.contract.counter.CounterReport;
import org.einlass.contract.counter.ExpectedGuests;
import org.einlass.contract.counter.FoundGuests;
import org.einlass.contract.counter.GuestArrival;
import org.einlass.contract.counter.HelpCall;
import org.einlass.contract.counter.HelpReport;
import org.einlass.contract.counter.SentGuest;
import org.einlass.contract.counter.TypedBooking;
import org.einlass.contract.desk.Clarification;
import org.einlass.contract.id.EntryId;
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

    /** Asks for the ticket of a guest who has typed booking number and family name. */
    default void fetchTicket(TypedBooking typed, Consumer<Reply<TypedBooking.Ticket>> then) {}

    /** Says how this device's call for help is. */
    default void report(HelpReport call, Consumer<Reply<HelpCall>> then) {}

    /** Asks who calls for help. */
    default void fetchHelpCalls(Consumer<Reply<HelpCall.Open>> then) {}

    /** This desk comes to whoever calls. */
    default void acknowledge(EntryId call, Consumer<Reply<HelpCall>> then) {}

    /** Somebody has come to whoever called. */
    default void end(EntryId call, Consumer<Reply<HelpCall>> then) {}

    /** Finds guests by what is typed, where this desk's own roster is old or not there. */
    default void searchGuests(String text, Consumer<Reply<FoundGuests>> then) {}

    /**
     * Fetches a document that the server makes, as a PDF; takes a minute at most.
     *
     * @param path below the event's, with its parameters
     */
    default void fetchDocument(String path, Locale language, Consumer<Reply<byte[]>> then) {}
}
