package org.einlass.server.admission;

import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.journal.JournalEntry;
import org.jdbi.v3.core.Handle;

/** Badges made again at a desk: the new code leads to the registration, the replaced ones no longer admit. */
final class Reissues {

    /** Of several reissues the earliest revokes, in whatever order they arrive. */
    void reissue(Handle handle, EventId event, JournalEntry.BadgeReissued reissued, CorrectedTime time) {
        add(handle, event, reissued, time);
        reissued.replaces().forEach(replaced -> revoke(handle, event, replaced, time));
    }

    /** The server never sees a code that a desk made offline: it is known by its look-up id only. */
    private static void add(Handle handle, EventId event, JournalEntry.BadgeReissued reissued, CorrectedTime time) {
        handle.createUpdate("""
                insert into codes (event, lookup, kind, registration, sealed, number, issued_at)
                select :event, :lookup, 'BADGE', :registration, '', 0, :at
                where exists (select 1 from registrations where event = :event and id = :registration)
                on conflict do nothing
                """)
                .bind("event", event.text())
                .bind("lookup", reissued.badge().hex())
                .bind("registration", reissued.registration().toString())
                .bind("at", time.at())
                .execute();
    }

    private static void revoke(Handle handle, EventId event, LookupId replaced, CorrectedTime time) {
        handle.createUpdate("""
                update codes set revoked_at = :at
                where event = :event and lookup = :lookup and (revoked_at is null or revoked_at > :at)
                """)
                .bind("event", event.text())
                .bind("lookup", replaced.hex())
                .bind("at", time.at())
                .execute();
    }
}
