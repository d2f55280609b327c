package org.einlass.kiosk.print;

/** What a printer says of a job that it was given. */
public enum JobState {
    /** It has the job and has not begun. */
    WAITING,
    PRINTING,
    /** It has the job and stands still. */
    HELD_UP,
    /** It has printed it, or handed it over to a device that reports nothing. */
    PRINTED,
    /** It has given the job up or was told to; nothing more comes out. */
    FAILED,
    /** It has never had the job: its memory goes back further than that. */
    NOT_THERE,
    /** It answers, but keeps no jobs, hides their names, or remembers too little. */
    CANNOT_SAY,
    /** It does not answer now. */
    UNREACHABLE;

    /** Whether the printer has the job and will go on with it. */
    public boolean isOnItsWay() {
        return this == WAITING || this == PRINTING || this == HELD_UP;
    }
}
