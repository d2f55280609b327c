package org.einlass.contract.admission;

/** What happens when an area reaches its permitted number of people. */
public enum HeadCount {
    /** Counted and shown; nobody is refused. */
    SOFT,
    /** The next one is refused. */
    HARD
}
