package org.einlass.server.registration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some registrations of an event.
 *
 * @param next cursor of the next page; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegistrationPage(
        @JsonIgnoreProperties("bookingNumber") List<Registration> registrations,
        @Nullable String next) {

    public RegistrationPage {
        registrations = List.copyOf(registrations);
    }
}
