package org.einlass.server.registration.imports.person;

import org.einlass.contract.id.RegistrationId;

/** Who a row is: somebody registered, somebody new, or a question that keeps the row waiting. */
public sealed interface PersonMatch {

    /** What becomes of a row's ticket code that leads to somebody else today. */
    enum CodeUse {
        /** Nobody else has it; where somebody has, the row is refused. */
        TAKEN,
        /** It stays where it leads. */
        LEFT,
        /** It leads to the row's person from now on. */
        MOVED
    }

    /** Somebody registered. */
    record Known(RegistrationId registration, CodeUse code) implements PersonMatch {}

    /** Somebody new. */
    record Unknown(CodeUse code) implements PersonMatch {}

    /**
     * A person has to say.
     *
     * @param proposed whom the row may mean
     */
    record Asked(RegistrationId proposed) implements PersonMatch {}
}
