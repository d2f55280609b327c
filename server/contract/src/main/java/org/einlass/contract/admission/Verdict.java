package org.einlass.contract.admission;

/** What a door says to a code. A refusal's reason stands beside it. */
public enum Verdict {
    ADMITTED,
    /** Unknown here, but made by us: let in by a staffed door, looked at later, prints no badge by itself. */
    PROVISIONAL,
    REFUSED
}
