package org.einlass.reports.ticket;

/** The papers of a ticket. Sizes in millimetres, at most. */
public enum TicketSize {
    /** For the printer at home. */
    A4(210, 297),
    /** For the phone in the hand: as wide as a screen, the code at the top, as long as it takes. */
    PHONE(90, 400);

    private final double width;
    private final double height;

    TicketSize(double width, double height) {
        this.width = width;
        this.height = height;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }
}
