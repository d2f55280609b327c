package org.einlass.server.scan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.einlass.contract.admission.PriorUse;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.ScanAnswer.Unconfirmed;
import org.einlass.server.database.DirectSql;
import org.einlass.server.presence.UsageState;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What people did before at the doors of a scope, as far as some scans ask for it: their usage state by all
 * facts, and the claims that earlier admissions hold. Kept up to date while a batch is decided, by one
 * thread.
 */
final class PriorUses {
    /** A person, and the scope and period in which an earlier passage counts. */
    record Key(RegistrationId person, UsageState.Key usage) {}

    private final Handle handle;
    private final EventId event;
    private final Map<Key, PriorUse> uses = new HashMap<>();
    private final Map<Key, Supplier<Optional<Unconfirmed>>> claimed = new HashMap<>();

    private PriorUses(Handle handle, EventId event) {
        this.handle = handle;
        this.event = event;
    }

    static PriorUses read(Handle handle, EventId event, Collection<Key> keys) {
        PriorUses read = new PriorUses(handle, event);
        Map<List<String>, Key> byText = new HashMap<>();
        keys.forEach(key -> byText.put(texts(key), key));
        DirectSql.all(
                handle,
                """
                with asked (subject, phase, scope, period) as (values <rows>)
                select asked.subject, asked.phase, asked.scope, asked.period, s.held, s.first_at, s.last_exit_at,
                    c.claimed_at, case when a.id is not null and a.outcome is null then coalesce(d.title, c.device) end
                from asked
                left join standings s on s.event = ? and s.subject = asked.subject and s.phase = asked.phase
                    and s.scope = asked.scope and s.period = asked.period
                left join claims c on c.event = ? and c.registration = asked.subject and c.scope = asked.scope
                    and c.period = asked.period and c.released is null
                left join answers a on a.event = c.event and a.id = c.scan
                left join devices d on d.event = c.event and d.id = c.device
                """,
                row -> read.note(byText.get(texts(row)), row),
                byText.keySet().stream().map(List::toArray).toList(),
                event.text(),
                event.text());
        return read;
    }

    private static List<String> texts(Key key) {
        UsageState.Key usage = key.usage();
        return List.of(key.person().toString(), usage.phase().name(), usage.scope(), usage.period());
    }

    private static List<String> texts(ResultSet row) throws SQLException {
        return List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
    }

    private boolean note(@Nullable Key key, ResultSet row) throws SQLException {
        if (key == null) {
            return false;
        }
        if (row.getObject(5) != null) {
            UsageState state = new UsageState(row.getBoolean(5), number(row, 6), number(row, 7));
            uses.put(key, state.priorUse());
        }
        Long claimedAt = number(row, 8);
        if (claimedAt != null) {
            Optional<Unconfirmed> unconfirmed = Optional.ofNullable(row.getString(9))
                    .map(device -> new Unconfirmed(device, Instant.ofEpochMilli(claimedAt)));
            claimed.put(key, () -> unconfirmed);
        }
        return true;
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    /** What the facts say. */
    PriorUse of(Key key) {
        return uses.getOrDefault(key, PriorUse.NONE);
    }

    /** Whether another scan's admission holds the claim. */
    boolean isClaimed(Key key) {
        return claimed.containsKey(key);
    }

    /** Where and when the claim was taken, if nobody has reported the outcome yet. */
    Optional<Unconfirmed> unconfirmed(Key key) {
        return claimed.getOrDefault(key, Optional::empty).get();
    }

    /** A scan of this batch is admitted: to those behind it the claim is held. */
    void claim(Key key, DeviceId device, Instant now) {
        claimed.put(key, () -> Optional.of(new Unconfirmed(title(device), now)));
    }

    private String title(DeviceId device) {
        return DirectSql.first(
                        handle,
                        "select coalesce(title, id) from devices where event = ? and id = ?",
                        row -> row.getString(1),
                        event.text(),
                        device.text())
                .orElse(device.text());
    }
}
