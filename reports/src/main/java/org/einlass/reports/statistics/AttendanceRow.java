package org.einlass.reports.statistics;

/**
 * One line of an attendance table: a category, a sector or a programme.
 *
 * @param registered registrations that count, 0 or more
 * @param arrived of them, those with an arrival, 0 or more
 */
public record AttendanceRow(String label, long registered, long arrived) {

    /** Arrived by registered, 0 where nobody registered. */
    public double share() {
        return registered == 0 ? 0 : arrived / (double) registered;
    }
}
