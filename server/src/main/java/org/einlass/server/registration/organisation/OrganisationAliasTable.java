package org.einlass.server.registration.organisation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

/** The reviewed spellings of an event's organisations, on the caller's handle. */
public final class OrganisationAliasTable {
    private OrganisationAliasTable() {}

    /** By spelling. */
    static List<OrganisationAlias> all(Handle handle, EventId event) {
        return handle.createQuery("""
                        select spelling, organisation from organisation_aliases
                        where event = :event order by spelling_key
                        """)
                .bind("event", event.text())
                .map((row, context) -> OrganisationAlias.of(row.getString("spelling"), row.getString("organisation")))
                .list();
    }

    /** The organisation that a spelling is counted as; itself where nobody reviewed it. */
    public static UnaryOperator<String> reviewed(Handle handle, EventId event) {
        Map<String, String> organisations = new HashMap<>();
        all(handle, event).forEach(one -> organisations.put(OrganisationAlias.key(one.spelling()), one.organisation()));
        return organisations.isEmpty()
                ? UnaryOperator.identity()
                : written -> organisations.getOrDefault(OrganisationAlias.key(written), written);
    }

    /** How often each organisation was written by people who may come. */
    static Map<String, Integer> written(Handle handle, EventId event) {
        Map<String, Integer> counts = new HashMap<>();
        handle.createQuery("""
                        select organisation, count(*) as people from registrations
                        where event = :event and merged_into is null and organisation <> '' group by organisation
                        """)
                .bind("event", event.text())
                .map((row, context) -> counts.put(row.getString("organisation"), row.getInt("people")))
                .list();
        return counts;
    }

    static void put(Handle handle, EventId event, OrganisationAlias alias, Instant now) {
        handle.createUpdate("""
                        insert into organisation_aliases (event, spelling_key, spelling, organisation, saved_at)
                        values (:event, :key, :spelling, :organisation, :now)
                        on conflict (event, spelling_key) do update set spelling = excluded.spelling,
                            organisation = excluded.organisation, saved_at = excluded.saved_at
                        """)
                .bind("event", event.text())
                .bind("key", OrganisationAlias.key(alias.spelling()))
                .bind("spelling", alias.spelling())
                .bind("organisation", alias.organisation())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    static void remove(Handle handle, EventId event, OrganisationAlias alias) {
        handle.createUpdate("delete from organisation_aliases where event = :event and spelling_key = :key")
                .bind("event", event.text())
                .bind("key", OrganisationAlias.key(alias.spelling()))
                .execute();
    }
}
