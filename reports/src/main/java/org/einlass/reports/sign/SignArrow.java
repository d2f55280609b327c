package org.einlass.reports.sign;

/** Where a sign sends people. */
public enum SignArrow {
    NONE,
    LEFT,
    UP,
    RIGHT
}
