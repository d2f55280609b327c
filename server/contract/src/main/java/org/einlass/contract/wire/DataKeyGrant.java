package org.einlass.contract.wire;

/**
 * The data key of an event, for a desk's memory and nowhere else.
 *
 * @param number counted up with each new key
 * @param key as {@link org.einlass.contract.code.DataKey#text} tells it; a secret
 */
public record DataKeyGrant(long number, String key) {

    /** Without the key. */
    @Override
    public String toString() {
        return "data key " + number;
    }
}
