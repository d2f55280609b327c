package org.einlass.kiosk.desk.device;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.einlass.contract.code.UnlockCard;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.HeartbeatAnswer.CounterOrder;
import org.einlass.kiosk.desk.state.DeskCorner;
import org.einlass.kiosk.gate.Desk;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.helper.HelperSignIn;
import org.einlass.kiosk.print.PrintKind;
import org.einlass.kiosk.print.PrintResult;
import org.einlass.kiosk.queue.PrintJob;
import org.einlass.reports.PrintedPages;

/** What a desk's screen has done by the device: scans, actions, prints. From any thread; never blocks. */
public interface DeskDevice {

    /** The code counts as shown at this desk's door, however often it was shown before. */
    void scan(GateReading reading);

    /** Does something at the desk; durable when it completes. */
    <T> CompletableFuture<T> atDesk(Function<Desk, T> work);

    /** Prints a badge that the entry has made. */
    void print(EntryId entry, BadgeOrder order);

    /** Sends a document to this desk's printer; completed with what became of it. */
    default CompletableFuture<PrintResult> printDocument(PrintKind kind, PrintedPages pages) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("This device prints no documents."));
    }

    /** Whether documents stay on this machine as files rather than go to paper. */
    default boolean keepsDocuments() {
        return false;
    }

    /** The print of which nobody can say whether it came out, of one attendee's badge. */
    default Optional<PrintJob> unclearPrint(RegistrationId registration) {
        return Optional.empty();
    }

    /** A person has looked at the printer and decided whether an unclear print came out. */
    default void decidePrint(EntryId print, boolean cameOut) {}

    /** Whether the organiser has taken it out of use. */
    boolean isWithdrawn();

    /** How the device is, as far as it can say without waiting. */
    DeskCorner corner();

    /** The person at the desk has left it for good, or somebody tries to open it by force: no names any more. */
    void forgetNames();

    /** Opens the guest list by this desk's card, without a server. Completed with whether it is this desk's. */
    CompletableFuture<Boolean> unlock(UnlockCard card);

    /** A new card for paper, which opens this desk beside the one before; empty while it knows no names. */
    default CompletableFuture<Optional<UnlockCard>> issueUnlockCard() {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /** A new card is on paper, and alone opens this desk from now on; or it is not, and opens nothing. */
    default CompletableFuture<Void> settleUnlockCard(UnlockCard card, boolean onPaper) {
        return CompletableFuture.completedFuture(null);
    }

    /** What the desk asks the server by itself; a device without a server hears nothing. */
    default DeskUplink uplink() {
        return then -> {};
    }

    /** Which numbers the badges of functions have that were made here. */
    RoleBadgeNumbers roleBadgeNumbers();

    /** Who may open the desk by badge and PIN. */
    HelperSignIn helpers();

    /** The server is asked now for what this device does not know yet. */
    void askServer();

    /** The name of this desk's counter, as its settings say; empty where they name none. */
    default String counter() {
        return "";
    }

    /** What the organiser wants of this desk's counter. */
    default Optional<CounterOrder> counterOrder() {
        return Optional.empty();
    }

    /** The open desk shows what the organiser tells its team. */
    default void messageShown() {}

    /** Names are wanted again. */
    void wantNames();
}
