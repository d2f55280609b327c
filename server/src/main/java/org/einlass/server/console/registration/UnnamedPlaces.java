package org.einlass.server.console.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.registration.RegistrationMatches;
import org.einlass.server.registration.RegistrationService;

/** Places that lists hold for people who are still to be named. */
@Named
@RequestScoped
public class UnnamedPlaces {
    private static final int MOST_SHOWN = 100;

    @Inject
    private RegistrationService registrations;

    @Inject
    private CurrentEvent current;

    /** How many there are, and the first of them. */
    public RegistrationMatches getFound() {
        return registrations.unnamed(current.id(), MOST_SHOWN);
    }
}
