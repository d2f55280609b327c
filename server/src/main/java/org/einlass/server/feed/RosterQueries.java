package org.einlass.server.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.TicketCipher;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.AttendeeCard;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.RosterRow;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.json.Json;
import org.einlass.server.presence.Badges;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.Entitlements;
import org.einlass.server.registration.RegistrationRange;
import org.einlass.server.registration.detail.DetailTable;
import org.einlass.server.registration.detail.RegistrationDetails;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What devices are given of each code, as it stands now: the badge is for the bearer of the code only. */
final class RosterQueries {
    private static final ObjectMapper JSON = Json.mapper();
    private static final int TOGETHER = 500;

    private final CodeTable codeTable;
    private final Badges badges;
    private final Entitlements entitlements = new Entitlements();
    private final SecureRandom chance = new SecureRandom();

    RosterQueries(CodeTable codeTable) {
        this.codeTable = codeTable;
        this.badges = new Badges(codeTable);
    }

    /** The next {@value #TOGETHER} registrations of an event after an id; empty behind the last. */
    static Optional<RegistrationRange> after(Handle handle, EventId event, String id) {
        return handle.createQuery("""
                select min(id), max(id) from (
                    select id from registrations where event = :event and id > :after order by id limit :most) page
                having min(id) is not null
                """)
                .bind("event", event.text())
                .bind("after", id)
                .bind("most", TOGETHER)
                .map((row, context) -> new RegistrationRange(row.getString(1), row.getString(2)))
                .findOne();
    }

    /**
     * The salt of an event.
     *
     * @throws UnknownEventOrDoor where there is no such event
     */
    static EventSalt salt(Handle handle, EventId event) {
        return EventTable.salt(handle, event).orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
    }

    /**
     * A row for each code that these registrations were ever given; a revoked one's says so and gives no
     * right.
     *
     * @param key what desks read by; null for rows that kiosks and doors may have
     */
    List<RosterRow> of(
            Handle handle, EventId event, EventSalt salt, RegistrationRange registrationRange, @Nullable DataKey key) {
        Map<RegistrationId, Holder> holders = holders(handle, event, registrationRange);
        Set<RegistrationId> told = new HashSet<>();
        List<RosterRow> rows = new ArrayList<>();
        for (CodeTable.Given code : codeTable.given(handle, event, registrationRange)) {
            Holder holder = holder(handle, event, holders, code.registration());
            RosterRow row = row(code, salt, holder);
            boolean tells = row.entitlement() != null && told.add(holder.registration());
            rows.add(key != null && tells ? forDesks(row, holder, key) : row);
        }
        return rows;
    }

    /** Who it is stands with the first code that leads there: once is enough for a desk. */
    private RosterRow forDesks(RosterRow row, Holder holder, DataKey key) {
        BadgeOrder badge = holder.order();
        if (badge == null) {
            return row;
        }
        String place = DataKey.place(holder.registration(), holder.version());
        byte[] sealed = key.seal(json(new AttendeeCard(badge, holder.notes())).getBytes(UTF_8), place, chance);
        return row.withGuest(Base64.getEncoder().encodeToString(sealed));
    }

    private record Holder(
            RegistrationId registration,
            long version,
            @Nullable Entitlement entitlement,
            @Nullable BadgeOrder order,
            @Nullable String badge,
            AttendeeCard.@Nullable Notes notes) {}

    /** A merged twin's codes lead to somebody who need not be among {@code holders}. */
    private Holder holder(
            Handle handle, EventId event, Map<RegistrationId, Holder> holders, RegistrationId registration) {
        Holder known = holders.get(registration);
        return known != null
                ? known
                : Objects.requireNonNull(
                        holders(handle, event, RegistrationRange.of(registration))
                                .get(registration),
                        "a merged twin's other half");
    }

    private Map<RegistrationId, Holder> holders(Handle handle, EventId event, RegistrationRange registrationRange) {
        Map<RegistrationId, Entitlement> rights = entitlements.within(handle, event, registrationRange);
        Map<RegistrationId, BadgeOrder> orders = badges.within(handle, event, registrationRange);
        Map<RegistrationId, RegistrationDetails> details =
                DetailTable.between(handle, event, registrationRange.first(), registrationRange.last());
        Map<RegistrationId, Holder> holders = new HashMap<>();
        versions(handle, event, registrationRange).forEach((id, version) -> {
            BadgeOrder badge = orders.get(id);
            RegistrationDetails kept = details.getOrDefault(id, RegistrationDetails.NONE);
            holders.put(
                    id,
                    new Holder(id, version, rights.get(id), badge, badge == null ? null : json(badge), kept.notes()));
        });
        return holders;
    }

    private static Map<RegistrationId, Long> versions(
            Handle handle, EventId event, RegistrationRange registrationRange) {
        Map<RegistrationId, Long> versions = new HashMap<>();
        registrationRange
                .fill(handle.createQuery("select id, version from registrations where event = :event and id <these>"))
                .bind("event", event.text())
                .map((row, context) -> versions.put(RegistrationId.of(row.getString(1)), row.getLong(2)))
                .list();
        return versions;
    }

    private static String json(Object badge) {
        try {
            return JSON.writeValueAsString(badge);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A badge cannot be written as JSON.", e);
        }
    }

    private RosterRow row(CodeTable.Given code, EventSalt salt, Holder holder) {
        if (code.revoked()) {
            return RosterRow.ofRevoked(code.onDevices(), holder.registration(), holder.version());
        }
        return new RosterRow(
                code.onDevices(),
                holder.registration(),
                holder.version(),
                holder.entitlement(),
                sealed(code.ours(), salt, holder));
    }

    private @Nullable String sealed(@Nullable Code code, EventSalt salt, Holder holder) {
        if (code == null || holder.badge() == null) {
            return null;
        }
        TicketCipher seal = new TicketCipher(salt, code, holder.registration(), holder.version());
        return Base64.getEncoder().encodeToString(seal.seal(holder.badge().getBytes(UTF_8), chance));
    }
}
