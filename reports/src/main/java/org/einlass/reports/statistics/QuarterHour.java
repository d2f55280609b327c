package org.einlass.reports.statistics;

import java.time.LocalDateTime;

/**
 * The arrivals of a quarter of an hour.
 *
 * @param start in the event's time zone, at 0, 15, 30 or 45 minutes
 * @param arrivals first arrivals of the day, 0 or more
 */
public record QuarterHour(LocalDateTime start, long arrivals) {}
