package org.einlass.server.account.login;

import java.time.Instant;
import java.util.Optional;
import org.einlass.server.account.PersonId;
import org.einlass.server.account.Token;
import org.jdbi.v3.core.Handle;

/**
 * The one-time links by which people choose a password, one a person, by the SHA-256 of each link's secret.
 */
public final class InvitationTable {
    private InvitationTable() {}

    /** An invitation in the place of any earlier one of the person. */
    static void put(Handle handle, Token secret, PersonId person, Instant expires) {
        handle.createUpdate("""
                        insert into invitations (secret_hash, person, expires_at) values (:hash, :person, :expires)
                        on conflict (person) do update
                            set secret_hash = excluded.secret_hash, expires_at = excluded.expires_at
                        """)
                .bind("hash", secret.hash())
                .bind("person", person.toString())
                .bind("expires", expires.toEpochMilli())
                .execute();
    }

    /** Whom a valid invitation is for. */
    static Optional<PersonId> find(Handle handle, Token secret, Instant now) {
        return handle.createQuery("""
                        select person from invitations where secret_hash = :hash and expires_at > :now
                        """)
                .bind("hash", secret.hash())
                .bind("now", now.toEpochMilli())
                .map((row, context) -> PersonId.of(row.getString("person")))
                .findOne();
    }

    /** Makes an end of an invitation. @return whether there was one: of two who open it, one hears yes */
    static boolean take(Handle handle, Token secret) {
        return handle.createUpdate("delete from invitations where secret_hash = :hash")
                        .bind("hash", secret.hash())
                        .execute()
                == 1;
    }

    /** No link opens any more. */
    public static void removeAll(Handle handle) {
        handle.createUpdate("delete from invitations").execute();
    }

    static void remove(Handle handle, PersonId person) {
        handle.createUpdate("delete from invitations where person = :person")
                .bind("person", person.toString())
                .execute();
    }
}
