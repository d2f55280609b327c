package org.einlass.kiosk;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.einlass.contract.counter.CounterReport;
import org.einlass.contract.counter.SentGuest;
import org.einlass.contract.counter.TypedBooking;
import org.einlass.kiosk.desk.device.DeskUplink;

/** What a kiosk asks the server for one guest, beside the gate's scans. From any thread; returns at once. */
public final class GuestQuestions {
    /** A guest who has typed waits in front of "one moment": longer than in front of a verdict. */
    private static final Duration LONGEST_SEARCH = Duration.ofSeconds(5);

    private final DeskUplink uplink;
    private final BooleanSupplier online;
    private final Duration deadline;

    /**
     * Questions that nobody waits for longer than a guest does.
     *
     * @param online whether the server answered last; else it is not asked
     * @param deadline for what a guest waits for in front of a verdict
     */
    GuestQuestions(DeskUplink uplink, BooleanSupplier online, Duration deadline) {
        this.uplink = uplink;
        this.online = online;
        this.deadline = deadline;
    }

    /**
     * Asks where a guest is to go, and tells the desk there who comes. Completed with the name of an open counter; empty
     * where none is open, or where the server says nothing in time.
     */
    public CompletableFuture<Optional<String>> counterFor(SentGuest guest) {
        CompletableFuture<Optional<String>> counter = new CompletableFuture<>();
        if (!online.getAsBoolean()) {
            counter.complete(Optional.empty());
            return counter;
        }
        uplink.send(
                guest,
                reply -> counter.complete(
                        reply.answer().map(SentGuest.Place::counter).filter(CounterReport::isName)));
        return counter.completeOnTimeout(Optional.empty(), deadline.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Asks for the ticket of whoever has typed booking number and family name. Completed with the text of its code; empty
     * where both do not belong together, where too many wrong ones were typed, and where nobody answers in time.
     */
    public CompletableFuture<Optional<String>> ticketOf(TypedBooking typed) {
        CompletableFuture<Optional<String>> ticket = new CompletableFuture<>();
        if (!online.getAsBoolean()) {
            ticket.complete(Optional.empty());
            return ticket;
        }
        uplink.fetchTicket(typed, reply -> ticket.complete(reply.answer().map(TypedBooking.Ticket::code)));
        return ticket.completeOnTimeout(Optional.empty(), LONGEST_SEARCH.toMillis(), TimeUnit.MILLISECONDS);
    }
}
