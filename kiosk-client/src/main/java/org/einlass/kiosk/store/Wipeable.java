package org.einlass.kiosk.store;

import java.io.IOException;

/**
 * Something on this device that an order to wipe destroys. The journal is none: it has no names, and it is
 * evidence.
 */
public interface Wipeable {

    /** One lower-case word for the receipt: {@code roster}. */
    String name();

    /**
     * Destroys it, overwritten where this platform lets us; nothing happens where there is none. May be
     * repeated.
     */
    void destroy() throws IOException;
}
