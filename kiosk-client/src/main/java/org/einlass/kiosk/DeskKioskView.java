package org.einlass.kiosk;

import java.util.function.Consumer;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.desk.DeskController;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.print.PrinterStatus;
import org.jspecify.annotations.Nullable;

/** Passes on to the desk's screen what gate and printer say; before there is a screen, to nobody. */
final class DeskKioskView implements KioskView {
    private volatile @Nullable DeskController controller;
    private @Nullable DoorSheet sheet;
    private @Nullable Consumer<DoorSheet> reader;

    void tell(DeskController listener) {
        controller = listener;
    }

    private void told(Consumer<DeskController> what) {
        DeskController listener = controller;
        if (listener != null) {
            what.accept(listener);
        }
    }

    @Override
    public void reading(EntryId scan) {
        told(desk -> desk.gate().reading(scan));
    }

    /** From now on {@code listener} hears each sheet that holds, the present one first. */
    synchronized void tellSheets(Consumer<DoorSheet> listener) {
        reader = listener;
        if (sheet != null) {
            listener.accept(sheet);
        }
    }

    @Override
    public synchronized void knows(DoorSheet known) {
        sheet = known;
        if (reader != null) {
            reader.accept(known);
        }
    }

    @Override
    public void waiting(EntryId scan) {
        told(desk -> desk.gate().waiting(scan));
    }

    @Override
    public void onceMore(EntryId scan, GateReading.Flaw flaw) {
        told(desk -> desk.gate().onceMore(scan, flaw));
    }

    @Override
    public void passed(ShownOutcome shownOutcome) {
        told(desk -> desk.gate().passed(shownOutcome));
    }

    @Override
    public void unable(EntryId scan, Trouble trouble) {
        told(desk -> desk.gate().unable(scan, trouble));
    }

    @Override
    public void printing(EntryId scan) {}

    @Override
    public void printed(EntryId scan, String where) {
        told(desk -> desk.printed(scan));
    }

    @Override
    public void handedOver(EntryId scan, String where) {
        told(desk -> desk.handedOver(scan));
    }

    @Override
    public void printer(PrinterStatus status) {
        told(DeskController::printerChanged);
    }

    @Override
    public void notPrinted(EntryId scan, Wording sentence) {
        told(desk -> desk.notPrinted(scan, sentence));
    }

    @Override
    public void withdrawn() {
        told(DeskController::withdrawn);
    }

    @Override
    public void readmitted() {
        told(DeskController::readmitted);
    }
}
