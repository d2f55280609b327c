package org.einlass.server.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.DeviceTrust;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tokens that are valid, of people and of devices. */
public final class Accounts {
    /** How long another node's change may stay unseen. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Store store;
    private final Logins logins;
    private final Clock clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();
    private volatile @Nullable Accounts delegate;
    private volatile Runnable forgotten = () -> {};

    public Accounts(Store store, Clock clock) {
        this(store, new Logins(store, clock), clock);
    }

    public Accounts(Store store, Logins logins, Clock clock) {
        this.store = store;
        this.logins = logins;
        this.clock = clock;
    }

    /** What was read a moment ago, so that a rush of scans does not read it again and again. */
    private record Seen(Account account, long generation, Instant until) {}

    /** Whose a token is, and whether it is used for the first time. */
    private record Held(Account account, boolean firstUse) {}

    /**
     * Until {@link #endDelegation}, whoever is not known here is looked up in {@code other}. One at a time.
     */
    public void delegate(Accounts other) {
        delegate = other;
    }

    /** Nobody counts any more but who is known here. */
    public void endDelegation() {
        delegate = null;
    }

    /** Who holds {@code token}, beside all events. */
    public Optional<Account> holding(Token token) {
        return holding(token, "");
    }

    /**
     * Who holds {@code token}; empty where nobody does, or a person who lost it. A revoked device is still
     * known.
     *
     * @param event the event it is used for, whose role a person then has; empty beside all events
     */
    public Optional<Account> holding(Token token, String event) {
        Optional<Account> known = notPerson(token.hash());
        if (known.isPresent()) {
            return event.isEmpty() ? known.map(Account::besideEvents) : known;
        }
        Optional<Account> person = logins.holding(token, LoginSurface.API).map(holder -> Account.of(holder, event));
        Accounts other = delegate;
        return person.isEmpty() && other != null ? other.holding(token, event) : person;
    }

    /**
     * Devices and programs, of which a rush asks; people are few, and a login that ended has ended at once.
     */
    private Optional<Account> notPerson(String hash) {
        Seen last = seen.get(hash);
        long current = generation.get();
        if (last != null && last.generation() == current && clock.instant().isBefore(last.until())) {
            return Optional.of(last.account());
        }
        Instant now = clock.instant();
        Optional<Held> held = store.read(handle -> ApiTokenTable.holding(handle, hash, now)
                .map(account -> new Held(account, false))
                .or(() -> device(handle, hash, now)));
        seen.remove(hash);
        held.ifPresent(known -> seen.put(hash, new Seen(known.account(), current, now.plus(FRESH))));
        held.filter(Held::firstUse).ifPresent(known -> noteUse(hash, known.account()));
        return held.map(Held::account);
    }

    /** Reads every account anew from now on: something was granted or revoked. */
    public void forget() {
        generation.incrementAndGet();
        seen.clear();
        forgotten.run();
    }

    /** Calls {@code listener} after each {@link #forget}, on the thread that forgot. One listener. */
    public void onForget(Runnable listener) {
        forgotten = listener;
    }

    /** A device has its next token: nobody waits until the one before ends. */
    private void noteUse(String hash, Account account) {
        EventId event = Objects.requireNonNull(account.event());
        DeviceId device = Objects.requireNonNull(account.device());
        var unused = store.write(WriteKey.of(event), transaction -> {
                    DeviceTokenTable.use(
                            transaction.handle(), hash, event, device, account.enrolment(), clock.instant());
                    return hash;
                })
                .whenComplete((done, failed) -> forget());
    }

    private static Optional<Held> device(Handle handle, String hash, Instant now) {
        return handle.createQuery("""
                        select d.event, d.id, d.kind, t.enrolment,
                            d.revoked_at is not null or t.enrolment < d.enrolment as revoked,
                            d.pending_since is not null as pending,
                            exists (select 1 from wipes w where w.event = d.event and w.device = d.id
                                and w.enrolment = t.enrolment) as wiped,
                            t.first_use
                        from (
                            select event, id, enrolment, 0 as first_use from devices where token_hash = :hash
                            union all
                            select event, device, enrolment, 0 from former_tokens where token_hash = :hash
                            union all
                            select event, device, enrolment, case when used_at is null then 1 else 0 end
                            from device_tokens
                            where token_hash = :hash and superseded_at is null and expires_at > :now) t
                        join devices d on d.event = t.event and d.id = t.id
                        """)
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new Held(account(handle, row), row.getInt("first_use") == 1))
                .findOne();
    }

    private static Account account(Handle handle, ResultSet row) throws SQLException {
        return new Account(
                Role.valueOf(row.getString("kind")),
                new EventId(row.getString("event")),
                null,
                "",
                new DeviceId(row.getString("id")),
                doors(handle, row.getString("event"), row.getString("id")),
                standing(row),
                row.getLong("enrolment"));
    }

    private static DeviceTrust standing(ResultSet row) throws SQLException {
        if (row.getBoolean("revoked")) {
            return DeviceTrust.REVOKED;
        }
        if (row.getBoolean("wiped")) {
            return DeviceTrust.WIPED;
        }
        return row.getBoolean("pending") ? DeviceTrust.PENDING : DeviceTrust.ENROLLED;
    }

    private static Set<DoorId> doors(Handle handle, String event, String device) {
        return new HashSet<>(
                handle.createQuery("select door from device_doors where event = :event and device = :device")
                        .bind("event", event)
                        .bind("device", device)
                        .map((row, context) -> new DoorId(row.getString("door")))
                        .list());
    }
}
