package org.einlass.reports.type;

/** How heavy a line is set. */
public enum Weight {
    REGULAR,
    SEMIBOLD,
    BOLD
}
