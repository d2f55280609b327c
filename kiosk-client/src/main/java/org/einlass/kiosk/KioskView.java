package org.einlass.kiosk;

import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.gate.Audience;

/** Who watches a kiosk: its screen, or the line-by-line report of a walk. Called on the kiosk's threads; must not block. */
public interface KioskView extends Audience {

    /** The badge of {@code scan} is on its way. */
    void printing(EntryId scan);

    /** The badge of {@code scan} is in the printer's hands; the job's name is the print's id. */
    void printed(EntryId scan, EntryId print);

    /** It could not be printed; the guest is admitted all the same. {@code sentence} is for staff. */
    void notPrinted(EntryId scan, Wording sentence);
}
