package org.einlass.server.rest;

import java.util.UUID;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;

/** The ids of enrolments as they stand in addresses. */
final class EnrolmentIds {
    private EnrolmentIds() {}

    /** @throws ProblemException where it is no id of anything */
    static UUID read(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemKind.UNKNOWN_ENROLMENT);
        }
    }
}
