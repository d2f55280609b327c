package org.einlass.server.account;

import java.time.Instant;
import java.util.Optional;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.jdbi.v3.core.Handle;

/** The tokens that are valid, of people and of devices. */
public final class Accounts {
    private final Store store;

    public Accounts(Store store) {
        this.store = store;
    }

    /** Who holds {@code token}; empty where nobody does, or it was revoked. */
    public Optional<Account> holding(Token token) {
        String hash = token.hash();
        return store.read(handle -> person(handle, hash).or(() -> device(handle, hash)));
    }

    private static Optional<Account> person(Handle handle, String hash) {
        return handle.createQuery("""
                        select role from accounts
                        where token_hash = :hash and revoked_at is null
                        """)
                .bind("hash", hash)
                .map((row, context) -> new Account(Role.valueOf(row.getString("role")), null, null))
                .findOne();
    }

    private static Optional<Account> device(Handle handle, String hash) {
        return handle.createQuery("""
                        select event, id, kind from devices
                        where token_hash = :hash and revoked_at is null
                        """)
                .bind("hash", hash)
                .map((row, context) -> new Account(
                        Role.valueOf(row.getString("kind")),
                        new EventId(row.getString("event")),
                        new DeviceId(row.getString("id"))))
                .findOne();
    }

    /** Whether anybody can plan events on this server. */
    boolean hasOrganiser() {
        return store.read(handle -> handle.createQuery("""
                        select count(*) from accounts
                        where role = 'ORGANISER' and revoked_at is null
                        """).mapTo(Long.class).one() > 0);
    }

    static void add(Transaction transaction, Token token, Role role, String title, Instant now) {
        transaction
                .handle()
                .createUpdate("""
                        insert into accounts (token_hash, role, title, created_at)
                        values (:hash, :role, :title, :now)
                        """)
                .bind("hash", token.hash())
                .bind("role", role.name())
                .bind("title", title)
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
