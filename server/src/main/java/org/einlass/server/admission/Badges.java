package org.einlass.server.admission;

import java.util.List;
import java.util.Optional;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.RegistrationId;
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
        return handle.createQuery("select category, " + Attendees.COLUMNS
                        + " from registrations where event = :event and id = :id")
                .bind("event", event.text())
                .bind("id", registration.toString())
                .map((row, context) -> new BadgeOrder(
                        registration,
                        Attendees.of(row),
                        new CategoryId(row.getString("category")),
                        programmes,
                        code.text(),
                        printed))
                .findOne();
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
