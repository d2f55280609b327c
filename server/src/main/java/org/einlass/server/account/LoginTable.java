package org.einlass.server.account;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who is signed in, by the SHA-256 of each login's secret. */
public final class LoginTable {
    private LoginTable() {}

    /** Starts a login, and clears away what has ended by itself. */
    public static void start(Handle handle, Token secret, PersonId person, LoginSurface surface, Instant now) {
        handle.createUpdate("delete from logins where started_at <= :start or seen_at <= :seen")
                .bind("start", now.minus(Logins.LONGEST).toEpochMilli())
                .bind("seen", now.minus(Logins.IDLE).toEpochMilli())
                .execute();
        handle.createUpdate("""
                        insert into logins (secret_hash, person, surface, started_at, seen_at)
                        values (:hash, :person, :surface, :now, :now)
                        """)
                .bind("hash", secret.hash())
                .bind("person", person.toString())
                .bind("surface", surface.name())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** Whose login is open at {@code now}. */
    static Optional<Login> open(Handle handle, Token secret, LoginSurface surface, Instant now) {
        return handle.createQuery("""
                        select person, seen_at from logins
                        where secret_hash = :hash and surface = :surface and started_at > :start and seen_at > :seen
                        """)
                .bind("hash", secret.hash())
                .bind("surface", surface.name())
                .bind("start", now.minus(Logins.LONGEST).toEpochMilli())
                .bind("seen", now.minus(Logins.IDLE).toEpochMilli())
                .map((row, context) ->
                        new Login(PersonId.of(row.getString("person")), Instant.ofEpochMilli(row.getLong("seen_at"))))
                .findOne();
    }

    /** An open login, and when its holder was last seen. */
    record Login(PersonId person, Instant seen) {}

    /** Somebody uses the login; never earlier than what another node has seen. */
    static void seen(Handle handle, Token secret, Instant now) {
        handle.createUpdate("update logins set seen_at = :now where secret_hash = :hash and seen_at < :now")
                .bind("now", now.toEpochMilli())
                .bind("hash", secret.hash())
                .execute();
    }

    /** Ends a login. @return whose it was; empty where it has ended before */
    public static Optional<PersonId> end(Handle handle, Token secret) {
        Optional<PersonId> person = handle.createQuery("select person from logins where secret_hash = :hash")
                .bind("hash", secret.hash())
                .map((row, context) -> PersonId.of(row.getString("person")))
                .findOne();
        handle.createUpdate("delete from logins where secret_hash = :hash")
                .bind("hash", secret.hash())
                .execute();
        return person;
    }

    /** Ends all logins of all people. */
    public static void endEverybodys(Handle handle) {
        handle.execute("delete from logins");
    }

    public static void endAll(Handle handle, PersonId person) {
        handle.createUpdate("delete from logins where person = :person")
                .bind("person", person.toString())
                .execute();
    }
}
