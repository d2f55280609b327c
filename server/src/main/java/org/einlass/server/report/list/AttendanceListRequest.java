package org.einlass.server.report.list;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which list of who came and who did not somebody wants.
 *
 * @param order by what it is sorted
 * @param who who stands in it
 * @param signature whether it has a column to sign in
 * @param pages whether each organisation has a page of its own; then the order is by organisation
 * @param day of the event whose arrivals count; absent for all days
 */
public record AttendanceListRequest(
        Order order,
        Who who,
        boolean signature,
        boolean pages,
        @Nullable LocalDate day) {

    /** By what a list is sorted. */
    public enum Order {
        NAME,
        ORGANISATION
    }

    /** Who stands in a list. */
    public enum Who {
        ALL,
        ARRIVED,
        ABSENT
    }
}
