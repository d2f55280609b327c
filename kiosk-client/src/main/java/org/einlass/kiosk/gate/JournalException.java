package org.einlass.kiosk.gate;

import java.io.Serial;

/** The journal could not be written or read: the disk is full, gone or broken. Nobody may be shown green then. */
public final class JournalException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
