package org.einlass.kiosk;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.einlass.contract.wire.WipeReceipt;
import org.einlass.kiosk.gate.Gate;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.gate.SerialExecutor;
import org.einlass.kiosk.store.DeviceStore;
import org.einlass.kiosk.sync.RosterSync;

/**
 * What a withdrawal takes from a kiosk: its say at the door, its key, its roster, what waits for the printer.
 */
final class WithdrawalEffects implements DeviceTrustState.Ward {
    private static final Logger LOG = System.getLogger(WithdrawalEffects.class.getName());

    private final Parts parts;
    private volatile boolean withdrawn;

    /**
     * The parts of a kiosk that a withdrawal concerns, and the loops that they run on.
     *
     * @param trusted run when the device has the organiser's trust again
     * @param kept says what cannot be destroyed here
     */
    record Parts(
            DeviceStore store,
            SerialExecutor gateLoop,
            Gate gate,
            SerialExecutor rosterLoop,
            RosterSync rosterSync,
            BadgePrinting printing,
            KioskView view,
            Runnable trusted,
            Supplier<List<WipeReceipt.Kept>> kept) {}

    /** Something that destroys. */
    private interface Destruction {
        void run() throws IOException;
    }

    WithdrawalEffects(Parts parts) {
        this.parts = parts;
    }

    /** From any thread. */
    boolean areTaken() {
        return withdrawn;
    }

    @Override
    public void withdraw() {
        withdrawn = true;
        parts.store().vault().lock();
        parts.gateLoop().execute(parts.gate()::withdraw);
        parts.rosterLoop().execute(parts.rosterSync()::stop);
        parts.view().withdrawn();
    }

    @Override
    public void readmit() {
        parts.gateLoop().execute(parts.gate()::readmit);
        if (withdrawn) {
            withdrawn = false;
            parts.trusted().run();
            parts.printing().resume();
            parts.rosterLoop().execute(parts.rosterSync()::open);
            parts.view().readmitted();
        }
    }

    @Override
    public void dropRoster() {
        parts.rosterLoop()
                .execute(() -> destroyed(() -> parts.store().rosterShelf().destroy()));
    }

    @Override
    public void destroy(Consumer<List<String>> then) {
        parts.printing().stop();
        parts.gateLoop().execute(parts.gate()::forget);
        parts.rosterLoop().execute(() -> {
            List<String> things = new ArrayList<>();
            destroyed(() -> things.addAll(parts.store().destroyAll()));
            then.accept(things);
        });
    }

    @Override
    public List<String> kept() {
        return parts.kept().get().stream().map(WipeReceipt.Kept::word).toList();
    }

    /** What could not be destroyed is tried again; the reason is for support. */
    private static void destroyed(Destruction work) {
        try {
            work.run();
        } catch (IOException | JournalException failed) {
            LOG.log(Level.ERROR, "Something on this device could not be destroyed; it is tried again.", failed);
        }
    }
}
