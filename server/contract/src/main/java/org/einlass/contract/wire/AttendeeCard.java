package org.einlass.contract.wire;

/**
 * What a staffed desk may know of a guest without a ticket in its hands, so that it finds people by name
 * while there is no network. More fields will come; what a desk does not know it leaves alone.
 *
 * @param badge as the server would order it now
 */
public record AttendeeCard(BadgeOrder badge) {

    /** Without the name. */
    @Override
    public String toString() {
        return "guest card of registration " + badge.registration();
    }
}
