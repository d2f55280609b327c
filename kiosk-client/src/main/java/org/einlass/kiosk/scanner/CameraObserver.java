package org.einlass.kiosk.scanner;

/** Who is told what a camera sees, on the scanner's thread; must be quick. */
@FunctionalInterface
public interface CameraObserver {

    /** A frame, also one without a code. */
    void sees(CameraView cameraView);

    /** For some seconds no picture has come, or nothing could be seen in it. */
    default void blind(Fault fault) {}

    /** The last picture of a folder is done with: none will come any more. */
    default void ended() {}

    /** The camera sees again. */
    default void seesAgain() {}

    /** Why a camera sees nothing. */
    enum Fault {
        /** No picture comes. */
        GONE,
        /** Another program uses the camera. */
        IN_USE,
        /** The program that reads cameras of this machine is not installed. */
        NO_PROGRAM,
        /** The camera takes neither user nor password. */
        LOCKED,
        /** Pictures come, black or without anything in them. */
        COVERED
    }
}
