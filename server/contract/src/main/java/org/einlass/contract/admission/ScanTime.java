package org.einlass.contract.admission;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When a scan happens, as well as the deciding machine knows.
 *
 * @param sure false where the clock had no contact with the server in this boot; time reasons then never
 *     refuse
 * @param day the event's day by its {@link EventCalendar}
 */
public record ScanTime(Instant at, boolean sure, LocalDate day) {}
