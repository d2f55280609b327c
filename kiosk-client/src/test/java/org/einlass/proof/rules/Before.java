package org.einlass.proof.rules;

/**
 * What a guest of the table did before, at the entrance with the same reuse rule where nothing else is said.
 */
enum Before {
    NOTHING,
    ADMITTED,
    ADMITTED_YESTERDAY,
    /** Admitted while the event was rehearsed. */
    PRACTISED,
    /** Let in before anybody knew who it is. */
    LET_IN_PROVISIONALLY,
    REFUSED,
    ADMITTED_AND_UNDONE,
    REFUSED_AND_LET_IN_BY_HAND,
    ADMITTED_AND_TURNED_AWAY_BY_HAND,
    COPIED_FROM_PAPER_BY_CODE,
    COPIED_FROM_PAPER_BY_NAME,
    /** Admitted; an exit at another device came more than a re-entry window ago. */
    LEFT_LONG_AGO,
    /** Admitted; an exit at another device came within the re-entry window. */
    LEFT_LATELY,
    ADMITTED_AT_ANOTHER_DEVICE,
    /** Another device asked the server a moment ago and has not reported what it showed. */
    ASKED_ABOUT_BY_ANOTHER_DEVICE;

    boolean isExit() {
        return this == LEFT_LONG_AGO || this == LEFT_LATELY;
    }
}
