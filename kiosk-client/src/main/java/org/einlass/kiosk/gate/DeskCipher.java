package org.einlass.kiosk.gate;

import java.util.Optional;

/**
 * What a staffed desk seals and opens for as long as it is unlocked: under the event's data key, which is
 * nowhere but in memory. From any thread.
 */
public interface DeskCipher {

    /** Whether there is a key in memory. */
    boolean isUnlocked();

    /**
     * Seals {@code text} for one place.
     *
     * @param belongsTo what it belongs to; only for the same place it can be opened
     * @return empty while the desk is locked
     */
    Optional<byte[]> seal(byte[] text, String belongsTo);

    /**
     * The text, or empty while the desk is locked, and where it was sealed under another key or for another
     * place.
     */
    Optional<byte[]> open(byte[] sealed, String belongsTo);
}
