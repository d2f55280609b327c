package org.einlass.server.registration.imports.person;

import org.einlass.contract.id.RegistrationId;

/** Who a row is: somebody registered, somebody new, or a question that keeps the row waiting. */
public sealed interface PersonMatch {

    /**
     * Somebody registered.
     *
     * @param keepsCode whether the row's ticket code is left where it leads today
     */
    record Known(RegistrationId registration, boolean keepsCode) implements PersonMatch {}

    /** Somebody new. */
    record Unknown() implements PersonMatch {}

    /**
     * A person has to say.
     *
     * @param proposed whom the row may mean
     */
    record Asked(RegistrationId proposed) implements PersonMatch {}
}
