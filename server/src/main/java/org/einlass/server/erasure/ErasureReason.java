package org.einlass.server.erasure;

import org.einlass.contract.Wording;

/** Why somebody was erased. */
public enum ErasureReason {
    /** An organiser was asked for it. */
    REQUESTED(new Wording("auf Antrag", "on request")),
    /** The event's day of erasure came. */
    RETENTION(new Wording("Löschtermin", "day of erasure")),
    /** A backup from before the erasure was restored, and the erasure done again. */
    RESTORED(new Wording("nach einer Wiederherstellung", "after a restore"));

    private final Wording words;

    ErasureReason(Wording words) {
        this.words = words;
    }

    public Wording words() {
        return words;
    }
}
