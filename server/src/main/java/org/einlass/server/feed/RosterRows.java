package org.einlass.server.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.TicketSeal;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.GuestCard;
import org.einlass.contract.wire.RosterRow;
import org.einlass.server.admission.Badges;
import org.einlass.server.admission.Codes;
import org.einlass.server.admission.Entitlements;
import org.einlass.server.programme.Events;
import org.einlass.server.rest.Json;
import org.einlass.server.rest.ProblemException;
import org.einlass.server.rest.ProblemKind;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What devices are given of each code, as it stands now: the badge is for the bearer of the code only. */
final class RosterRows {
    private static final ObjectMapper JSON = Json.mapper();

    private final Codes codes;
    private final Badges badges;
    private final Entitlements entitlements = new Entitlements();
    private final SecureRandom chance = new SecureRandom();

    RosterRows(Codes codes) {
        this.codes = codes;
        this.badges = new Badges(codes);
    }

    /** All registrations of an event that may have rows. */
    static List<RegistrationId> registrations(Handle handle, EventId event) {
        return handle.createQuery("select id from registrations where event = :event order by id")
                .bind("event", event.text())
                .map((row, context) -> RegistrationId.of(row.getString(1)))
                .list();
    }

    /**
     * The salt of an event.
     *
     * @throws ProblemException where there is no such event
     */
    static EventSalt salt(Handle handle, EventId event) {
        return Events.salt(handle, event).orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_EVENT));
    }

    /**
     * A row for each code that {@code registration} was ever given; a revoked one's says that it is to be removed.
     *
     * @param key what desks read by; null for rows that kiosks and doors may have
     */
    List<RosterRow> of(
            Handle handle, EventId event, EventSalt salt, RegistrationId registration, @Nullable DataKey key) {
        List<Codes.Given> given = codes.given(handle, event, registration);
        if (given.isEmpty()) {
            return List.of();
        }
        Holder holder = holder(handle, event, salt, given.get(0).registration());
        List<RosterRow> rows = given.stream().map(code -> row(code, holder)).toList();
        return key == null ? rows : forDesks(rows, holder, key);
    }

    /** Who it is stands with the first code that leads there: once is enough for a desk. */
    private List<RosterRow> forDesks(List<RosterRow> rows, Holder holder, DataKey key) {
        BadgeOrder badge = holder.order();
        Optional<RosterRow> first =
                rows.stream().filter(row -> row.entitlement() != null).findFirst();
        if (badge == null || first.isEmpty()) {
            return rows;
        }
        String place = DataKey.place(holder.registration(), holder.version());
        byte[] sealed = key.seal(json(new GuestCard(badge)).getBytes(UTF_8), place, chance);
        RosterRow told = withGuest(first.get(), Base64.getEncoder().encodeToString(sealed));
        return rows.stream().map(row -> row.equals(first.get()) ? told : row).toList();
    }

    private static RosterRow withGuest(RosterRow row, String sealed) {
        return new RosterRow(
                row.code(), row.registration(), row.version(), row.entitlement(), row.sealedBadge(), sealed);
    }

    private record Holder(
            EventSalt salt,
            RegistrationId registration,
            long version,
            @Nullable Entitlement entitlement,
            @Nullable BadgeOrder order,
            @Nullable String badge) {}

    private Holder holder(Handle handle, EventId event, EventSalt salt, RegistrationId registration) {
        BadgeOrder badge = badges.find(handle, event, registration).orElse(null);
        return new Holder(
                salt,
                registration,
                version(handle, event, registration),
                entitlements.find(handle, event, registration).orElse(null),
                badge,
                badge == null ? null : json(badge));
    }

    private static long version(Handle handle, EventId event, RegistrationId registration) {
        return handle.createQuery("select version from registrations where event = :event and id = :id")
                .bind("event", event.text())
                .bind("id", registration.toString())
                .mapTo(Long.class)
                .one();
    }

    private static String json(Object badge) {
        try {
            return JSON.writeValueAsString(badge);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A badge cannot be written as JSON.", e);
        }
    }

    private RosterRow row(Codes.Given code, Holder holder) {
        if (code.revoked()) {
            return new RosterRow(code.lookup(), holder.registration(), holder.version(), null, null);
        }
        return new RosterRow(
                code.lookup(),
                holder.registration(),
                holder.version(),
                holder.entitlement(),
                sealed(code.ours(), holder));
    }

    private @Nullable String sealed(@Nullable Code code, Holder holder) {
        if (code == null || holder.badge() == null) {
            return null;
        }
        TicketSeal seal = new TicketSeal(holder.salt(), code, holder.registration(), holder.version());
        return Base64.getEncoder().encodeToString(seal.seal(holder.badge().getBytes(UTF_8), chance));
    }
}
