package org.einlass.server.erasure;

import java.time.Instant;
import java.util.List;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What else is noted of one registration: by the team on the day itself, for certificates, and for printed badges. */
final class DisclosedNotes {
    private static final String NOTES = """
            select 'PHONE' as kind, phone as content, '' as noted_by, null as noted_at from registration_phones
                where event = :event and registration = :id
            union all
            select 'ACCOMPANIED', '', noted_by, since from accompanied_guests
                where event = :event and registration = :id
            union all
            select 'SESSION_CONSENT', '', '', noted_at from session_consents
                where event = :event and registration = :id
            union all
            select 'BADGE_SHEET', cast(s.box as text) || '/' || s.letters || '/' || cast(s.number as text),
                    r.printed_by, r.printed_at
                from badge_sheets s join badge_runs r on r.event = s.event and r.number = s.run
                where s.event = :event and s.registration = :id
            order by kind, content
            """;

    private DisclosedNotes() {}

    static List<Disclosure.Note> of(Handle handle, EventId event, RegistrationId id) {
        return handle.createQuery(NOTES)
                .bind("event", event.text())
                .bind("id", id.toString())
                .map((row, context) -> {
                    long millis = row.getLong("noted_at");
                    @Nullable Instant at = row.wasNull() ? null : Instant.ofEpochMilli(millis);
                    return new Disclosure.Note(
                            Disclosure.Kind.valueOf(row.getString("kind")),
                            row.getString("content"),
                            row.getString("noted_by"),
                            at);
                })
                .list();
    }
}
