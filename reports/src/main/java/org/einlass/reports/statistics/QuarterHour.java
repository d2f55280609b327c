package org.einlass.reports.statistics;

import java.time.OffsetDateTime;

/**
 * The arrivals of a quarter of an hour.
 *
 * @param start by the event's clock, with its offset, since the hour of a clock change comes twice
 * @param arrivals first arrivals of the day, 0 or more
 */
public record QuarterHour(OffsetDateTime start, long arrivals) {}
