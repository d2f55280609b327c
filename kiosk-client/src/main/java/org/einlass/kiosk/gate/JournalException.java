package org.einlass.kiosk.gate;

import java.io.Serial;

/**
 * What this device keeps on its disk could not be written or read: the disk is full, gone or broken. Nobody may be
 * shown green then.
 */
public class JournalException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean locked;

    public JournalException(String message, Throwable cause) {
        this(message, cause, false);
    }

    /** @param locked whether only another program holds it */
    public JournalException(String message, Throwable cause, boolean locked) {
        super(message, cause);
        this.locked = locked;
    }

    /** Whether another program holds the journal; it is neither full nor broken then. */
    public boolean isLocked() {
        return locked;
    }
}
