package org.einlass.kiosk.screen;

/** What becomes of what a guest typed; heard only as long as the same guest waits for it. From any thread. */
public interface BookingAttempt {

    /** It is somebody's: the form goes, and {@code scan} shows the ticket; not where the form is gone already. */
    void found(Runnable scan);

    /** The guest goes to a counter, whatever the reason. */
    void sendToCounter();
}
