package org.einlass.reports.statistics;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of an attendance table: a category, a sector, a programme. Where somebody stands in several lines,
 * the table has a line with negative figures that takes away what was counted repeatedly.
 *
 * @param registered registrations that count
 * @param arrived of them, those with an arrival
 * @param capacity how many had room, 1 or more; absent where nobody said, and where rooms do not matter
 */
public record AttendanceRow(
        String label,
        long registered,
        long arrived,
        @Nullable Long capacity) {

    /** A line that is not about a room. */
    public AttendanceRow(String label, long registered, long arrived) {
        this(label, registered, arrived, null);
    }

    /** Registered and not arrived. */
    public long absent() {
        return registered - arrived;
    }

    /** Arrived by registered, from 0 to 1; 0 where nobody registered. */
    public double share() {
        return registered == 0 ? 0 : arrived / (double) registered;
    }

    /** Arrived by room, above 1 where a room was overfull; empty where nobody said how many had room. */
    public Optional<Double> occupancy() {
        return Optional.ofNullable(capacity).map(room -> arrived / (double) room);
    }

    /** Whether this line only takes away what other lines counted repeatedly. */
    public boolean isCorrection() {
        return registered < 0 || arrived < 0;
    }

    AttendanceRow plus(AttendanceRow other) {
        return new AttendanceRow(label, registered + other.registered, arrived + other.arrived);
    }
}
