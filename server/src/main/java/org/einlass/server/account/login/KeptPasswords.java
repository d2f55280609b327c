package org.einlass.server.account.login;

import java.util.Optional;
import org.einlass.server.account.PersonId;
import org.einlass.server.database.ServerKey;

/**
 * The passwords as they are kept: hashed, then sealed for their person under the server's key. Whoever steals
 * the database alone has nothing to guess at.
 */
final class KeptPasswords {
    private final ServerKey key;
    private final PasswordHasher hasher;

    /** What belongs to nobody: an unknown name takes as long to be refused as a known one. */
    private final String nobodys;

    KeptPasswords(ServerKey key, PasswordHasher hasher) {
        this.key = key;
        this.hasher = hasher;
        this.nobodys = hasher.matchedByNone();
    }

    /** Empty where too many wait for their turn. */
    Optional<String> hash(String password) {
        return hasher.hash(password);
    }

    String seal(PersonId person, String hash) {
        return key.seal(hash, place(person));
    }

    /** Whether it is the person's password; empty where too many wait for their turn. */
    Optional<Boolean> matches(Optional<PersonId> person, Optional<String> kept, String password) {
        String hash = person.flatMap(id -> kept.map(secret -> key.open(secret, place(id))))
                .orElse(nobodys);
        return hasher.matches(hash, password).map(same -> same && kept.isPresent());
    }

    /** The same password hashed as one hashes today; empty where that is so already, or too many wait. */
    Optional<String> renewed(PersonId person, String kept, String password) {
        return hasher.isOutdated(key.open(kept, place(person)))
                ? hasher.hash(password).map(hash -> seal(person, hash))
                : Optional.empty();
    }

    private static String place(PersonId person) {
        return "password|" + person;
    }
}
