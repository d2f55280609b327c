package org.einlass.server.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.server.database.Straight;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What badges show, put together when one is to be printed. */
public final class Badges {
    /** The newest code comes first and counts. What was printed in practice is not printed yet. */
    private static final String FACES = """
            select r.id, r.category, c.lookup, c.sealed,
                exists (select 1 from facts f where f.event = r.event and f.subject = r.id
                    and f.phase = e.phase and f.type in ('printed PRINTED', 'printed HANDED_OUT')),
                (select string_agg(p.position || ' ' || p.id, ',')
                    from registration_programmes rp join programmes p on p.event = rp.event and p.id = rp.programme
                    where rp.event = r.event and rp.registration = r.id),
            """ + Attendees.COLUMNS + """
            from registrations r join events e on e.id = r.event
                join codes c on c.event = r.event and c.registration = r.id and c.kind = 'BADGE'
                    and c.revoked_at is null and c.replaced_at is null and c.sealed <> ''
            """;

    private static final String NEWEST_FIRST = "order by c.number desc, c.issued_at desc, c.lookup ";
    private static final String OF_ONE = FACES + "where r.event = ? and r.id = ? " + NEWEST_FIRST + "limit 1";
    private static final String WITHIN = FACES + "where r.event = :event and r.id <these> " + NEWEST_FIRST;
    private static final int FIRST_OF_ATTENDEE = 7;

    private final Codes codes;

    public Badges(Codes codes) {
        this.codes = codes;
    }

    /** The badge of a registration as it stands now; empty where there is no such registration or no badge code. */
    Optional<BadgeOrder> find(Handle handle, EventId event, RegistrationId registration) {
        return Straight.first(handle, OF_ONE, Badges::face, event.text(), registration.toString())
                .flatMap(face -> order(event, face));
    }

    /** The badges of some registrations. */
    public Map<RegistrationId, BadgeOrder> within(Handle handle, EventId event, Span span) {
        Map<RegistrationId, Face> faces = new HashMap<>();
        span.fill(handle.createQuery(WITHIN))
                .bind("event", event.text())
                .map((row, context) -> face(row))
                .forEach(face -> faces.putIfAbsent(face.registration(), face));
        Map<RegistrationId, BadgeOrder> badges = new HashMap<>();
        faces.forEach((id, face) -> order(event, face).ifPresent(badge -> badges.put(id, badge)));
        return badges;
    }

    private record Face(
            RegistrationId registration,
            Attendee attendee,
            CategoryId category,
            List<ProgrammeId> programmes,
            LookupId lookup,
            String sealed,
            boolean printed) {}

    private static Face face(ResultSet row) throws SQLException {
        return new Face(
                RegistrationId.of(row.getString(1)),
                Attendees.of(row, FIRST_OF_ATTENDEE),
                new CategoryId(row.getString(2)),
                programmes(row.getString(6)),
                new LookupId(row.getString(3)),
                row.getString(4),
                row.getBoolean(5));
    }

    /** In the event's order. SQLite would build a table to sort a handful, for each guest anew. */
    private static List<ProgrammeId> programmes(@Nullable String positions) {
        return positions == null
                ? List.of()
                : Stream.of(positions.split(",", -1))
                        .map(Placed::of)
                        .sorted()
                        .map(Placed::programme)
                        .toList();
    }

    private record Placed(int position, ProgrammeId programme) implements Comparable<Placed> {
        private static final Comparator<Placed> ORDER =
                Comparator.comparingInt(Placed::position).thenComparing(Placed::programme);

        /** @param text position and id, with a blank between them */
        private static Placed of(String text) {
            int blank = text.indexOf(' ');
            return new Placed(Integer.parseInt(text.substring(0, blank)), new ProgrammeId(text.substring(blank + 1)));
        }

        @Override
        public int compareTo(Placed other) {
            return ORDER.compare(this, other);
        }
    }

    private Optional<BadgeOrder> order(EventId event, Face face) {
        return codes.ours(event, face.lookup(), face.sealed())
                .map(code -> new BadgeOrder(
                        face.registration(),
                        face.attendee(),
                        face.category(),
                        face.programmes(),
                        code.text(),
                        face.printed()));
    }
}
