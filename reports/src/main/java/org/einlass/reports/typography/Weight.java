package org.einlass.reports.typography;

/** How heavy a line is set. */
public enum Weight {
    REGULAR,
    SEMIBOLD,
    BOLD
}
