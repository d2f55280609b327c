package org.einlass.kiosk.camera;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A connection to a camera that can be opened again and again: over HTTP, or a child process. */
interface VideoStream {

    /**
     * Opens the stream anew; what an earlier call opened is gone.
     *
     * @throws IOException where the camera does not answer within a second or two
     */
    InputStream open() throws IOException;

    /** Why it brought nothing when it was opened last; empty where that is not known. From any thread. */
    default Optional<FrameSource.Hindrance> hindrance() {
        return Optional.empty();
    }

    /**
     * Breaks the open stream off, from any thread and without waiting; whoever reads from it gets an error or
     * the end.
     */
    void abort();
}
