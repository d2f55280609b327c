package org.einlass.kiosk.store;

import java.io.Serial;
import org.einlass.kiosk.gate.JournalException;

/**
 * A store that cannot be opened or read; the message is one sentence for the person who installs the device. Whoever
 * is ready for a disk that takes nothing is ready for this, too.
 */
public final class StoreException extends JournalException {
    @Serial
    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
