package org.einlass.kiosk;

import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.gate.ShownOutcome;

/** Nobody watches. */
public class SilentView implements KioskView {
    @Override
    public void reading(EntryId scan) {}

    @Override
    public void passed(ShownOutcome shownOutcome) {}

    @Override
    public void unable(EntryId scan, Trouble trouble) {}

    @Override
    public void printing(EntryId scan) {}

    @Override
    public void printed(EntryId scan, String where) {}

    @Override
    public void notPrinted(EntryId scan, Wording sentence) {}
}
