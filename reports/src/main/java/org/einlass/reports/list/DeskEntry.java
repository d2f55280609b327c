package org.einlass.reports.list;

/**
 * One line of the desk's paper list. Texts may be empty.
 *
 * @param name as it is sorted: family name first
 * @param bookingNumber 9 digits, printed in groups of three
 */
public record DeskEntry(String name, String organisation, String category, String bookingNumber) {

    String groupedBookingNumber() {
        return bookingNumber.replaceAll("(\\d{3})(?=\\d)", "$1\u00A0");
    }
}
