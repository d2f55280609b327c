package org.einlass.contract.admission;

/** Which way a door leads. */
public enum Direction {
    ENTRY,
    EXIT
}
