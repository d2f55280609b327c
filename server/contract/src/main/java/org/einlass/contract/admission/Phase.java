package org.einlass.contract.admission;

/** Where an event stands; carried by every journal entry, so that practice never counts. */
public enum Phase {
    REHEARSAL,
    LIVE,
    CLOSED
}
