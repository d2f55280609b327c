package org.einlass.server.admission;

/**
 * The newest count of the people in an area.
 *
 * @param at UTC milliseconds, corrected
 */
record ManualHeadCount(long at, int people) {}
