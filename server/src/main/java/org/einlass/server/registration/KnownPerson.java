package org.einlass.server.registration;

import java.util.Set;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.RegistrationStatus;
import org.jspecify.annotations.Nullable;

/**
 * Somebody registered, as far as the row of a list can name them.
 *
 * @param fingerprint of name and organisation as a list without keys first told them
 * @param mail in small letters, or empty
 * @param orderPosition order and place within it, or empty
 * @param familyName with its particle
 * @param codes look-up ids of the other ticket systems' codes that lead here
 * @param mergedInto the registration of the same person that it was merged into; null where it stands for itself
 */
public record KnownPerson(
        RegistrationId id,
        @Nullable String ownKey,
        @Nullable String fingerprint,
        RegistrationStatus status,
        String mail,
        String orderPosition,
        String givenName,
        String familyName,
        String organisation,
        Set<String> codes,
        @Nullable RegistrationId mergedInto) {

    public KnownPerson {
        codes = Set.copyOf(codes);
    }

    /** As the organiser reads it. */
    public String shown() {
        String name = familyName.isEmpty() ? "(ohne Namen)" : (givenName + " " + familyName).strip();
        return organisation.isEmpty() ? name : name + ", " + organisation;
    }

    /** Whether another list may know them by something firmer than their name. */
    public boolean isMarked() {
        return ownKey != null || !orderPosition.isEmpty() || !codes.isEmpty();
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "registration " + id;
    }
}
