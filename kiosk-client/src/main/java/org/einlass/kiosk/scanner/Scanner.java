package org.einlass.kiosk.scanner;

import java.util.function.Consumer;

/** Something that reads codes and delivers them: the camera, or a hand scanner that types. */
public interface Scanner extends AutoCloseable {

    /**
     * Starts to deliver; called once. The listener runs on the scanner's own thread, named "einlass-camera"
     * or "einlass-keyboard-scanner", never on the event thread; while it runs, nothing else is delivered by
     * this scanner.
     */
    void start(Consumer<Reading> listener);

    /** Stops delivering and frees the device; may be called twice, and from any thread. */
    @Override
    void close();
}
