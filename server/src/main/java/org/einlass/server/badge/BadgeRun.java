package org.einlass.server.badge;

import java.time.Instant;

/**
 * One print of badges before people come.
 *
 * @param number counted up from 1 in each event
 * @param printedBy as the audit trail names its authors
 * @param format the paper
 * @param sheets how many badges it printed
 */
public record BadgeRun(int number, Instant printedAt, String printedBy, String format, int sheets) {}
