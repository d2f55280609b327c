package org.einlass.contract.admission;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a scan happens, as well as the deciding machine knows.
 *
 * @param sure false where the clock had no contact with the server in this boot; time reasons then never refuse
 * @param day the event's day by its {@link EventCalendar}; absent where days are not to be asked for
 */
public record ScanTime(Instant at, boolean sure, @Nullable LocalDate day) {

    /** A moment of which only the time is known: rules about days refuse nobody. */
    public ScanTime(Instant at, boolean sure) {
        this(at, sure, null);
    }
}
