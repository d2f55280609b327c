package org.einlass.contract.wire;

import java.util.List;
import java.util.Objects;

/**
 * A device has carried out an order to wipe. May be sent again.
 *
 * @param destroyed what is no more, in the device's words: {@code roster}, {@code door-sheet}
 */
public record WipeReceipt(List<String> destroyed) {

    public WipeReceipt {
        destroyed = List.copyOf(Objects.requireNonNullElse(destroyed, List.of()));
    }
}
