package org.einlass.server.registration.organisation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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

    /**
     * The organisation that a spelling is counted as, over as many spellings as lead there; itself where none does.
     */
    public static UnaryOperator<String> reviewed(Handle handle, EventId event) {
        Map<String, String> organisations = new HashMap<>();
        all(handle, event).forEach(one -> organisations.put(OrganisationAlias.key(one.spelling()), one.organisation()));
        return organisations.isEmpty() ? UnaryOperator.identity() : written -> last(written, organisations);
    }

    /** Spellings that lead to each other in a circle end where the circle closes. */
    private static String last(String written, Map<String, String> organisations) {
        Set<String> seen = new HashSet<>();
        String last = written;
        String key = OrganisationAlias.key(last);
        while (organisations.containsKey(key) && seen.add(key)) {
            last = organisations.get(key);
            key = OrganisationAlias.key(last);
        }
        return last;
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

    /** Removes all of an event that is erased: a spelling may be a person's name. @return how many rows */
    public static int removeAll(Handle handle, EventId event) {
        return handle.createUpdate("delete from organisation_aliases where event = :event")
                .bind("event", event.text())
                .execute();
    }

    /**
     * Removes spellings that only erased people used.
     *
     * @param organisations as the erased registrations had them
     */
    public static void removeUnused(Handle handle, EventId event, Collection<String> organisations) {
        Set<String> keys = organisations.stream().map(OrganisationAlias::key).collect(Collectors.toSet());
        written(handle, event).keySet().stream().map(OrganisationAlias::key).forEach(keys::remove);
        if (keys.isEmpty()) {
            return;
        }
        all(handle, event).stream()
                .filter(alias -> keys.contains(OrganisationAlias.key(alias.spelling())))
                .forEach(alias -> remove(handle, event, alias));
    }

    static void remove(Handle handle, EventId event, OrganisationAlias alias) {
        handle.createUpdate("delete from organisation_aliases where event = :event and spelling_key = :key")
                .bind("event", event.text())
                .bind("key", OrganisationAlias.key(alias.spelling()))
                .execute();
    }
}
