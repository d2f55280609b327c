package org.einlass.server.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Tokens of programs, in the table {@code accounts}. The first 16 digits of a token's hash are its id. */
public final class ApiTokenTable {
    private ApiTokenTable() {}

    /** Who holds a token that is neither revoked nor expired. */
    static Optional<Account> holding(Handle handle, String hash, Instant now) {
        return handle.createQuery("""
                        select role, event, substr(token_hash, 1, 16) as id from accounts
                        where token_hash = :hash and revoked_at is null
                            and (expires_at is null or expires_at > :now)
                        """)
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> Account.of(Role.valueOf(row.getString("role")), event(row), row.getString("id")))
                .findOne();
    }

    /** All that are not revoked, the newest first; expired ones say so. */
    public static List<ApiToken> all(Handle handle) {
        return handle.createQuery("""
                        select substr(token_hash, 1, 16) as id, title, role, event, created_at, expires_at
                        from accounts where revoked_at is null order by created_at desc, id
                        """)
                .map((row, context) -> new ApiToken(
                        row.getString("id"),
                        row.getString("title"),
                        Role.valueOf(row.getString("role")),
                        event(row),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        expiry(row)))
                .list();
    }

    private static @Nullable EventId event(ResultSet row) throws SQLException {
        String event = row.getString("event");
        return event == null ? null : new EventId(event);
    }

    private static @Nullable Instant expiry(ResultSet row) throws SQLException {
        long expires = row.getLong("expires_at");
        return row.wasNull() ? null : Instant.ofEpochMilli(expires);
    }

    /** Keeps a token by its hash. */
    public static void add(Handle handle, Token secret, ApiToken token) {
        EventId event = token.event();
        Instant expires = token.expires();
        handle.createUpdate("""
                        insert into accounts (token_hash, role, title, created_at, event, expires_at)
                        values (:hash, :role, :title, :now, :event, :expires)
                        """)
                .bind("hash", secret.hash())
                .bind("role", token.role().name())
                .bind("title", token.name())
                .bind("now", token.created().toEpochMilli())
                .bind("event", event == null ? null : event.text())
                .bind("expires", expires == null ? null : expires.toEpochMilli())
                .execute();
    }

    /** Ends a token. @return whether there was one */
    public static boolean revoke(Handle handle, String id, Instant now) {
        return handle.createUpdate("""
                        update accounts set revoked_at = :now
                        where substr(token_hash, 1, 16) = :id and revoked_at is null
                        """)
                        .bind("now", now.toEpochMilli())
                        .bind("id", id)
                        .execute()
                > 0;
    }

    /** Whether an organiser's token was ever made; one that was revoked is not made again by itself. */
    static boolean hadOrganiser(Handle handle) {
        return handle.createQuery("select count(*) from accounts where role = 'ORGANISER'")
                        .mapTo(Long.class)
                        .one()
                > 0;
    }
}
