package org.einlass.server.device.helper;

import org.einlass.contract.code.HelperCard;

/** What is printed for a helper and told to nobody else. */
public record HelperBadge(HelperState helper, HelperCard card, String pin) {

    /** Without card and PIN. */
    @Override
    public String toString() {
        return "badge of " + helper;
    }
}
