package org.einlass.server.registration;

import org.einlass.contract.id.RegistrationId;
import org.jspecify.annotations.Nullable;

/**
 * A code that the server issued or imported.
 *
 * @param registration absent for a spare badge that nobody bears yet
 * @param sealed the code under the server's key
 */
public record IssuedCode(@Nullable RegistrationId registration, boolean revoked, String sealed) {}
