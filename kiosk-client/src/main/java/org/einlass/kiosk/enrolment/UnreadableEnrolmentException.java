package org.einlass.kiosk.enrolment;

import java.io.Serial;
import java.nio.file.Path;

/** The file of an enrolment is there and cannot be understood. */
public final class UnreadableEnrolmentException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableEnrolmentException(Path file) {
        super(file.toString());
    }
}
