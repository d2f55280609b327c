package org.einlass.server.event;

import java.util.ArrayList;
import java.util.List;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.server.event.EventDocument.Area;
import org.einlass.server.event.EventDocument.Door;
import org.einlass.server.event.EventDocument.Programme;
import org.einlass.server.event.EventDocument.Session;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;

/** What an event had before and a changed document leaves out. */
final class RemovedParts {
    /** No id looks like this, so that a list of ids is never empty. */
    private static final String NOBODY = "-";

    private static final Wording IN_USE = new Wording(
            "Etwas, das hier fehlt, ist noch in Gebrauch: Anmeldungen, Geräte oder Scans verweisen darauf.",
            "Something that is missing here is still in use: registrations, devices or scans refer to it.");
    private static final Wording KEEP = new Wording(
            "Bitte die fehlenden Teile wieder aufnehmen oder erst lösen, was darauf verweist.",
            "Put the missing parts back, or first undo what refers to them.");

    private static final Wording MORE_SEATS = new Wording(
            "Bitte mindestens so viele Plätze vorsehen oder erst Buchungen streichen.",
            "Plan at least that many seats, or first cancel bookings.");

    private final Handle handle;
    private final EventId event;
    private final List<String> programmes;
    private final List<String> categories;
    private final List<String> areas;
    private final List<String> sessions;
    private final List<String> doors;
    private final EventDocument document;

    RemovedParts(Handle handle, EventId event, EventDocument document) {
        this.handle = handle;
        this.event = event;
        this.document = document;
        this.programmes =
                ids(document.allProgrammes().stream().map(Programme::id).toList());
        this.categories = ids(
                document.categories().stream().map(category -> category.id()).toList());
        this.areas = ids(document.allAreas().stream().map(Area::id).toList());
        this.sessions = ids(document.allSessions().stream().map(Session::id).toList());
        this.doors = ids(document.doors().stream().map(Door::id).toList());
    }

    private static List<String> ids(List<?> ids) {
        List<String> texts = new ArrayList<>(List.of(NOBODY));
        ids.forEach(id -> texts.add(id.toString()));
        return texts;
    }

    /** @throws Rejected where something is still in use */
    void check() {
        refuse("programmes", programmes, """
                select 1 from registration_programmes
                where event = :event and programme not in (<ids>) limit 1
                """);
        refuse("categories", categories, """
                select 1 from registrations
                where event = :event and category not in (<ids>) limit 1
                """);
        refuse("sessions", sessions, """
                select 1 from bookings
                where event = :event and session not in (<ids>) limit 1
                """);
        checkSeats();
        refuse("doors", doors, """
                select 1 from device_doors
                where event = :event and door not in (<ids>) limit 1
                """);
        refuse("doors", doors, """
                select 1 from answers
                where event = :event and door not in (<ids>) limit 1
                """);
        refuse("doors", doors, """
                select 1 from facts
                where event = :event and door not in (<ids>) limit 1
                """);
    }

    private void checkSeats() {
        List<Session> all = document.allSessions();
        for (int i = 0; i < all.size(); i++) {
            Session session = all.get(i);
            long taken = Seats.taken(handle, event, session.id());
            if (session.seats() != null && session.seats() < taken) {
                throw Rejected.because(RejectionReason.CONFLICT)
                        .saying(tooFew(taken), MORE_SEATS)
                        .at("sessions[" + i + "].seats");
            }
        }
    }

    private static Wording tooFew(long taken) {
        return new Wording(
                "Für diese Session sind schon mehr Plätze gebucht, nämlich " + taken + ".",
                "More seats of this session are booked already, namely " + taken + ".");
    }

    private void refuse(String place, List<String> kept, String query) {
        boolean inUse = handle.createQuery(query)
                .bind("event", event.text())
                .bindList("ids", kept)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
        if (inUse) {
            throw Rejected.because(RejectionReason.CONFLICT)
                    .saying(IN_USE, KEEP)
                    .at(place);
        }
    }

    void remove() {
        remove("delete from doors where event = :event and id not in (<ids>)", doors);
        remove("delete from sessions where event = :event and id not in (<ids>)", sessions);
        remove("delete from areas where event = :event and id not in (<ids>)", areas);
        remove("delete from categories where event = :event and id not in (<ids>)", categories);
        remove("delete from programmes where event = :event and id not in (<ids>)", programmes);
    }

    private void remove(String statement, List<String> kept) {
        handle.createUpdate(statement)
                .bind("event", event.text())
                .bindList("ids", kept)
                .execute();
    }
}
