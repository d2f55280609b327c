package org.einlass.server.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.einlass.server.database.Store;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of all secrets that somebody holds, in memory: a surface tells a stranger from somebody known
 * before it reads what that one sends. It opens nothing; who may do what is decided by {@link Accounts}. Any
 * thread may ask, and no question waits.
 */
public final class KnownTokens {
    /** How long something that was just seen counts before the tables have to say so, too. */
    private static final Duration LATELY = Duration.ofSeconds(30);

    private static final int MOST_LATELY = 20_000;

    private static final System.Logger LOG = System.getLogger(KnownTokens.class.getName());

    /** Who holds a secret. */
    public enum Holder {
        DEVICE,
        PROGRAM,
        PERSON,
        /** A browser with a page of somebody who is signed in. */
        BROWSER
    }

    private final Store store;
    private final Clock clock;
    private final Map<String, Lately> lately = new ConcurrentHashMap<>();
    private volatile Map<String, Holder> stored = Map.of();

    public KnownTokens(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Lately(Holder holder, Instant until) {}

    /** Who holds the secret of this hash; empty where nobody is known to. */
    public Optional<Holder> holder(String hash) {
        @Nullable Holder known = stored.get(hash);
        if (known != null) {
            return Optional.of(known);
        }
        @Nullable Lately seen = lately.get(hash);
        return seen == null || seen.until().isBefore(clock.instant()) ? Optional.empty() : Optional.of(seen.holder());
    }

    /** Somebody showed a valid token that is not in memory yet, or no longer. */
    public void sawValid(Token token, Account account) {
        String hash = token.hash();
        if (!stored.containsKey(hash)) {
            note(hash, holder(account), LATELY);
        }
    }

    /** A browser, known by the secret of its cookie, asked for a page. */
    public void sawPage(Token cookie, boolean signedIn) {
        if (signedIn) {
            note(cookie.hash(), Holder.BROWSER, Logins.IDLE);
        } else {
            lately.remove(cookie.hash());
        }
    }

    /** Somebody was given a token just now. */
    public void gave(Token token, Holder holder) {
        note(token.hash(), holder, LATELY);
    }

    /**
     * Reads the tables anew, at the start, every few seconds, and when devices or tokens change. While the
     * store cannot be read, all stays as it is.
     */
    public void refresh() {
        try {
            read();
        } catch (RuntimeException later) {
            LOG.log(System.Logger.Level.WARNING, "The known tokens could not be read and stay as they are for now.");
        }
    }

    private void read() {
        Map<String, Holder> read = new HashMap<>();
        store.read(handle -> handle.createQuery("""
                        select token_hash as hash, 'DEVICE' as holder from devices where token_hash is not null
                        union all select token_hash, 'DEVICE' from former_tokens
                        union all select token_hash, 'DEVICE' from device_tokens where expires_at > :now
                        union all select token_hash, 'PROGRAM' from accounts
                            where revoked_at is null and (expires_at is null or expires_at > :now)
                        union all select secret_hash, 'PERSON' from logins where surface = 'API'
                        """)
                        .bind("now", clock.instant().toEpochMilli())
                        .map((row, context) ->
                                Map.entry(row.getString("hash"), Holder.valueOf(row.getString("holder"))))
                        .list())
                .forEach(entry -> read.put(entry.getKey(), entry.getValue()));
        stored = Map.copyOf(read);
        Instant now = clock.instant();
        lately.values().removeIf(seen -> seen.until().isBefore(now));
    }

    private void note(String hash, Holder holder, Duration lasting) {
        if (lately.size() < MOST_LATELY) {
            lately.put(hash, new Lately(holder, clock.instant().plus(lasting)));
        }
    }

    private static Holder holder(Account account) {
        if (account.device() != null) {
            return Holder.DEVICE;
        }
        return account.person() == null ? Holder.PROGRAM : Holder.PERSON;
    }
}
