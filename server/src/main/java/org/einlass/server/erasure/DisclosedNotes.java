package org.einlass.server.erasure;

import java.time.Instant;
import java.util.List;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What else is kept of one registration: what the team noted on the day itself, for certificates and for printed badges,
 * what desks wrote into its fields, what lists replaced in it, and entries of devices that were set aside and name it.
 */
final class DisclosedNotes {
    private static final String NOTES = """
            select 'PHONE' as kind, phone as content, '' as noted_by, cast(null as bigint) as noted_at
                from registration_phones
                where event = :event and registration = :id
            union all
            select 'PHONE', phone, '', cast(null as bigint) from registration_details
                where event = :event and registration = :id and phone <> ''
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
            union all
            select 'DESK_FIELD', field || ': ' || effective, '', null from desk_fields
                where event = :event and registration = :id
            union all
            select 'BEFORE_IMPORT', trim(coalesce(r.before, '') || ' ' || coalesce(r.key_before, '') || ' '
                    || coalesce(r.mail_before, '') || ' ' || coalesce(r.position_before, '')), '', i.imported_at
                from import_rows r join imports i on i.event = r.event and i.id = r.import
                where r.event = :event and r.registration = :id and coalesce(r.before, r.key_before, r.mail_before,
                    r.position_before) is not null
            union all
            select 'QUARANTINED', q.body, q.device, q.received_at from quarantine q
                where q.event = :event and (q.body like '%' || :id || '%' or exists (
                    select 1 from codes c where c.event = q.event and c.registration = :id
                        and q.body like '%' || c.lookup || '%'))
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
