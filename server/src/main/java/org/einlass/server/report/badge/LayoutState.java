package org.einlass.server.report.badge;

/**
 * A layout that an event has.
 *
 * @param category id of the only category it is for; empty for all that have none of their own
 * @param own whether the organiser laid it out; else it comes with the program
 */
public record LayoutState(String format, String category, boolean own) {}
