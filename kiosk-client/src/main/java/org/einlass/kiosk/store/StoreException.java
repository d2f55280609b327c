package org.einlass.kiosk.store;

import java.io.Serial;

/**
 * A store that cannot be opened or read; the message is one sentence for the person who installs the device.
 */
public final class StoreException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
