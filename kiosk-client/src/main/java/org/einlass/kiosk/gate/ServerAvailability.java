package org.einlass.kiosk.gate;

/**
 * Whether the server is worth waiting for. After some misses in a row it is not, until it has answered in
 * time again, so that a queue of guests does not wait out the deadline one by one.
 */
final class ServerAvailability {
    /** After so many misses in a row a kiosk waits no longer, where nobody says otherwise. */
    static final int USUAL_MISSES = 2;

    private final int missesAllowed;
    private int misses;

    ServerAvailability(int missesAllowed) {
        this.missesAllowed = missesAllowed;
    }

    boolean isTrusted() {
        return misses < missesAllowed;
    }

    void heardInTime() {
        misses = 0;
    }

    /** Whether this miss was the one that cost the trust. */
    boolean missed() {
        misses++;
        return misses == missesAllowed;
    }
}
