package org.einlass.server.registration.imports.person;

import org.einlass.contract.registration.Attendee;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list, as far as it says who it is.
 *
 * @param line of the file, from 1
 * @param ownKey the organiser's own key, or null
 * @param fingerprint of name and organisation
 * @param code look-up id of another ticket system's code, or null
 * @param orderPosition order and place within it, or empty
 * @param mail in small letters, or empty
 * @param unnamed whether the person is still to be named
 */
public record ListedPerson(
        long line,
        @Nullable String ownKey,
        String fingerprint,
        @Nullable String code,
        String orderPosition,
        String mail,
        Attendee attendee,
        boolean unnamed) {

    /** Whether it says who it is by something firmer than a name. */
    boolean isMarked() {
        return ownKey != null || code != null || !orderPosition.isEmpty();
    }

    String familyName() {
        return (attendee.particle() + " " + attendee.familyName()).strip();
    }

    /** Names the place only. */
    @Override
    public String toString() {
        return "person of line " + line;
    }
}
