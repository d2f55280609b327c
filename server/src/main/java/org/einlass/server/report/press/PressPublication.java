package org.einlass.server.report.press;

import java.time.Instant;

/**
 * What was published for the press.
 *
 * @param number from 1, counted for each event
 * @param publishedBy as the audit trail names its authors
 * @param smallestCell the smallest number of people that is told
 */
public record PressPublication(int number, Instant publishedAt, String publishedBy, int smallestCell) {}
