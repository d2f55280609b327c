package org.einlass.server.account;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in, and what that one may do where.
 *
 * @param everywhere the role in every event of this server; absent for those who have a role in single events
 *     only
 * @param roles the role in each single event, by the event's id
 * @param secondFactor whether a code of an authenticator app is needed to sign in
 */
public record Person(
        PersonId id, String name, @Nullable Role everywhere, Map<String, Role> roles, boolean secondFactor) {

    public Person {
        roles = Map.copyOf(roles);
    }

    /** What the person may do in the event whose id may be {@code event}; a role in that event goes first. */
    public Optional<Role> roleIn(String event) {
        return Optional.ofNullable(roles.getOrDefault(event, everywhere));
    }

    /** The same person, who may do nothing but look after the own login. */
    Person withoutRoles() {
        return new Person(id, name, null, Map.of(), secondFactor);
    }

    /** Whether the person may create events, and look after other people. */
    public boolean isOrganiserEverywhere() {
        return everywhere == Role.ORGANISER;
    }
}
