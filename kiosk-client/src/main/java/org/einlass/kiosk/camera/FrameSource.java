package org.einlass.kiosk.camera;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Where frames come from: a camera, or pictures in a folder. Used by one thread at a time; closed by any. */
public interface FrameSource extends AutoCloseable {

    /** What a screen says of a source. */
    enum State {
        /** Looking for the camera. */
        CONNECTING,
        /** Frames arrive. */
        LIVE,
        /** The camera was there and is gone, or never answered; it is looked for again and again. */
        LOST,
        /** No frame will come any more: the last picture was shown, or the source was closed. */
        ENDED
    }

    /** What keeps a camera from being opened, where the machine says so. */
    enum Hindrance {
        /** Another program uses it. */
        IN_USE,
        /** The program that reads cameras is not installed. */
        NO_PROGRAM,
        /** It takes neither user nor password. */
        LOCKED
    }

    /** The source's name for screens and support, without user names or passwords. */
    String name();

    State state();

    /**
     * Whether each frame waits until it is asked for, as files do; a camera goes on whether anybody looks or
     * not.
     */
    default boolean waits() {
        return false;
    }

    /** What kept it from being opened the last time; empty where nobody says so. */
    default Optional<Hindrance> hindrance() {
        return Optional.empty();
    }

    /** How many pictures came in each of the last two seconds; 0 where pictures wait until they are asked for. */
    default double picturesASecond() {
        return 0;
    }

    /**
     * The newest frame that was not handed out yet; older ones are dropped.
     *
     * @param patience how long to wait for one
     * @return empty where none came in time, and always after the end
     */
    Optional<CameraFrame> next(Duration patience) throws InterruptedException;

    /**
     * The same frame, or empty where a glance at it is enough. A source that cannot look cheaper than it reads glances at
     * nothing and hands out every frame.
     *
     * @param isWanted sees the frame much smaller, and says whether it is to be had whole
     */
    default Optional<CameraFrame> next(Duration patience, Predicate<CameraFrame> isWanted) throws InterruptedException {
        return next(patience);
    }

    /** Lets the camera go; never waits longer than a second. */
    @Override
    void close();
}
