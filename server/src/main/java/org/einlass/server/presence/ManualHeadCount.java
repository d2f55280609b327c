package org.einlass.server.presence;

/**
 * The newest count of the people in an area.
 *
 * @param at UTC milliseconds, corrected
 */
record ManualHeadCount(long at, int people) {}
