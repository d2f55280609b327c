package org.einlass.reports.statistics;

/**
 * One line of an attendance table: a category, a sector, a programme. Where somebody stands in several lines,
 * the table has a line with negative figures that takes away what was counted repeatedly.
 *
 * @param registered registrations that count
 * @param arrived of them, those with an arrival
 */
public record AttendanceRow(String label, long registered, long arrived) {

    /** Registered and not arrived. */
    public long absent() {
        return registered - arrived;
    }

    /** Arrived by registered, from 0 to 1; 0 where nobody registered. */
    public double share() {
        return registered == 0 ? 0 : arrived / (double) registered;
    }

    /** Whether this line only takes away what other lines counted repeatedly. */
    public boolean isCorrection() {
        return registered < 0 || arrived < 0;
    }

    AttendanceRow plus(AttendanceRow other) {
        return new AttendanceRow(label, registered + other.registered, arrived + other.arrived);
    }
}
