package org.einlass.contract.id;

import java.util.UUID;

/** The order of the usual text form of UUIDs, in which databases sort them too; no text is made for it. */
final class UuidOrder {
    private UuidOrder() {}

    static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
