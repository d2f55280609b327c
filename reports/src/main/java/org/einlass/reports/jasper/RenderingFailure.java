package org.einlass.reports.jasper;

/** The press broke although its input was checked: a fault of the program, not of the data. */
public final class RenderingFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    RenderingFailure(Exception cause) {
        super("The page could not be made. Restart the program; if it happens again, report it.", cause);
    }
}
