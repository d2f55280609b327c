package org.einlass.server.registration;

/**
 * Somebody who is to be registered.
 *
 * @param mail in small letters, or empty
 * @param orderPosition order and place within it, or empty
 */
public record NewRegistration(ImportKey importKey, RegistrationFields fields, String mail, String orderPosition) {

    /** Somebody of whom no list tells more. */
    public NewRegistration(ImportKey importKey, RegistrationFields fields) {
        this(importKey, fields, "", "");
    }
}
