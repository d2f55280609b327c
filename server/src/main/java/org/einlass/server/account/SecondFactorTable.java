package org.einlass.server.account;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The second factors of people, in the table of the people: sealed secrets and which step was used last. */
public final class SecondFactorTable {
    private SecondFactorTable() {}

    /** The sealed secret that is asked for at sign-in; empty where there is none. */
    public static Optional<String> find(Handle handle, PersonId person) {
        return handle.createQuery("select totp from people where id = :id and totp is not null")
                .bind("id", person.toString())
                .mapTo(String.class)
                .findOne();
    }

    /** The sealed secret that its holder has not confirmed yet. */
    public static Optional<String> pending(Handle handle, PersonId person) {
        return handle.createQuery("select totp_pending from people where id = :id and totp_pending is not null")
                .bind("id", person.toString())
                .mapTo(String.class)
                .findOne();
    }

    /** Keeps a secret until it is confirmed; one that is confirmed stays in force meanwhile. */
    public static void propose(Handle handle, PersonId person, String sealed) {
        handle.createUpdate("update people set totp_pending = :sealed where id = :id")
                .bind("sealed", sealed)
                .bind("id", person.toString())
                .execute();
    }

    /**
     * The pending secret is in force from now on, and {@code step} is used.
     *
     * @return false where another one is in force, which stays so
     */
    public static boolean confirm(Handle handle, PersonId person, String sealed, long step) {
        return handle.createUpdate("""
                        update people set totp = :sealed, totp_step = :step, totp_pending = null
                        where id = :id and totp is null
                        """)
                        .bind("sealed", sealed)
                        .bind("step", step)
                        .bind("id", person.toString())
                        .execute()
                == 1;
    }

    /**
     * Uses a step.
     *
     * @return whether it is later than every step used before: of two who use one, one hears yes
     */
    public static boolean use(Handle handle, PersonId person, long step) {
        return handle.createUpdate("""
                        update people set totp_step = :step
                        where id = :id and totp is not null and (totp_step is null or totp_step < :step)
                        """)
                        .bind("step", step)
                        .bind("id", person.toString())
                        .execute()
                == 1;
    }

    public static void remove(Handle handle, PersonId person) {
        handle.createUpdate("update people set totp = null, totp_pending = null where id = :id")
                .bind("id", person.toString())
                .execute();
    }
}
