package org.einlass.server.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.wire.BadgeOrder;
import org.jdbi.v3.core.Handle;

/** What badges show, put together when one is to be printed. */
public final class Badges {
    private final Codes codes;
    private final Facts facts = new Facts();

    public Badges(Codes codes) {
        this.codes = codes;
    }

    /** The badge of a registration as it stands now; empty where there is no such registration or no badge code. */
    public Optional<BadgeOrder> find(Handle handle, EventId event, RegistrationId registration) {
        return codes.newest(handle, event, registration, CodeKind.BADGE)
                .flatMap(code -> order(handle, event, registration, code));
    }

    private Optional<BadgeOrder> order(Handle handle, EventId event, RegistrationId registration, Code code) {
        List<ProgrammeId> programmes = programmes(handle, event, registration);
        boolean printed = facts.isPrinted(handle, event, registration.toString());
        return handle.createQuery("""
                select salutation, title, given_name, particle, family_name, function, organisation, department,
                    badge_name, pronunciation, category
                from registrations where event = :event and id = :id
                """)
                .bind("event", event.text())
                .bind("id", registration.toString())
                .map((row, context) -> new BadgeOrder(
                        registration,
                        attendee(row),
                        new CategoryId(row.getString("category")),
                        programmes,
                        code.text(),
                        printed))
                .findOne();
    }

    private static Attendee attendee(ResultSet row) throws SQLException {
        return new Attendee(
                row.getString("salutation"),
                row.getString("title"),
                row.getString("given_name"),
                row.getString("particle"),
                row.getString("family_name"),
                row.getString("function"),
                row.getString("organisation"),
                row.getString("department"),
                row.getString("badge_name"),
                row.getString("pronunciation"));
    }

    private static List<ProgrammeId> programmes(Handle handle, EventId event, RegistrationId registration) {
        return handle.createQuery("""
                select rp.programme from registration_programmes rp
                join programmes p on p.event = rp.event and p.id = rp.programme
                where rp.event = :event and rp.registration = :registration order by p.position, p.id
                """)
                .bind("event", event.text())
                .bind("registration", registration.toString())
                .map((row, context) -> new ProgrammeId(row.getString(1)))
                .list();
    }
}
