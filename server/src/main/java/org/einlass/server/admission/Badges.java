package org.einlass.server.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.wire.BadgeOrder;
import org.jdbi.v3.core.Handle;

/** What badges show, put together when one is to be printed. */
public final class Badges {
    /** The newest code comes last and counts. What was printed in practice is not printed yet. */
    private static final String FACES = """
            select r.id, r.category, c.lookup, c.sealed,
                exists (select 1 from facts f where f.event = r.event and f.subject = r.id
                    and f.phase = e.phase and f.type in ('printed PRINTED', 'printed HANDED_OUT')) as printed,
            """ + Attendees.COLUMNS + """
            from registrations r join events e on e.id = r.event
                join codes c on c.event = r.event and c.registration = r.id
            where r.event = :event and r.id <these>
                and c.kind = 'BADGE' and c.revoked_at is null and c.replaced_at is null and c.sealed <> ''
            order by c.number, c.issued_at, c.lookup desc
            """;

    private final Codes codes;

    public Badges(Codes codes) {
        this.codes = codes;
    }

    /** The badge of a registration as it stands now; empty where there is no such registration or no badge code. */
    Optional<BadgeOrder> find(Handle handle, EventId event, RegistrationId registration) {
        return Optional.ofNullable(within(handle, event, Span.of(registration)).get(registration));
    }

    /** The badges of some registrations. */
    public Map<RegistrationId, BadgeOrder> within(Handle handle, EventId event, Span span) {
        Map<String, Face> faces = new HashMap<>();
        span.fill(handle.createQuery(FACES))
                .bind("event", event.text())
                .map((row, context) -> faces.put(row.getString("id"), face(row)))
                .list();
        Map<String, List<ProgrammeId>> programmes = programmes(handle, event, span);
        Map<RegistrationId, BadgeOrder> badges = new HashMap<>();
        faces.forEach((id, face) -> order(event, id, face, programmes.getOrDefault(id, List.of()))
                .ifPresent(badge -> badges.put(badge.registration(), badge)));
        return badges;
    }

    private record Face(Attendee attendee, CategoryId category, LookupId lookup, String sealed, boolean printed) {}

    private static Face face(ResultSet row) throws SQLException {
        return new Face(
                Attendees.of(row),
                new CategoryId(row.getString("category")),
                new LookupId(row.getString("lookup")),
                row.getString("sealed"),
                row.getBoolean("printed"));
    }

    private Optional<BadgeOrder> order(EventId event, String id, Face face, List<ProgrammeId> programmes) {
        return codes.ours(event, face.lookup(), face.sealed())
                .map(code -> new BadgeOrder(
                        RegistrationId.of(id),
                        face.attendee(),
                        face.category(),
                        programmes,
                        code.text(),
                        face.printed()));
    }

    private static Map<String, List<ProgrammeId>> programmes(Handle handle, EventId event, Span span) {
        Map<String, List<ProgrammeId>> programmes = new HashMap<>();
        span.fill(handle.createQuery("""
                        select rp.registration, rp.programme from registration_programmes rp
                        join programmes p on p.event = rp.event and p.id = rp.programme
                        where rp.event = :event and rp.registration <these> order by p.position, p.id
                        """))
                .bind("event", event.text())
                .map((row, context) -> programmes
                        .computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(new ProgrammeId(row.getString(2))))
                .list();
        return programmes;
    }
}
