package org.einlass.server.registration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * By what else a list knows people who are registered already: mail address, order position, the organiser's
 * own key.
 */
public final class ListedKeys {
    private final List<@Nullable Object[]> identified = new ArrayList<>();
    private final List<@Nullable Object[]> named = new ArrayList<>();
    private final Set<String> people = new LinkedHashSet<>();
    private final EventId event;

    public ListedKeys(EventId event) {
        this.event = event;
    }

    /** What lists knew somebody by before a list said more. */
    public record Before(
            @Nullable String ownKey,
            @Nullable String mail,
            @Nullable String orderPosition) {

        /** Without what it says of the person. */
        @Override
        public String toString() {
            return "keys before";
        }
    }

    /** Notes mail address and order position; what is empty stays as it is. */
    public void identify(RegistrationId id, String mail, String orderPosition) {
        people.add(id.toString());
        identified.add(new @Nullable Object[] {
            mail.isEmpty() ? null : mail, orderPosition.isEmpty() ? null : orderPosition, event.text(), id.toString()
        });
    }

    /** Notes the organiser's own key, which counts where there was none. */
    public void name(RegistrationId id, String ownKey) {
        people.add(id.toString());
        named.add(new @Nullable Object[] {ownKey, event.text(), id.toString()});
    }

    /** Writes all that was noted. @return what these people were known by before */
    public Map<RegistrationId, Before> write(Handle handle) {
        Map<RegistrationId, Before> before = new HashMap<>();
        DirectSql.listedTexts(
                handle,
                """
                with people (id) as (select asked.value ->> 0 from <list>)
                select r.id, r.own_key, r.mail, r.order_position from people p cross join registrations r
                where r.event = ? and r.id = p.id
                """,
                row -> before.put(
                        RegistrationId.of(row.getString(1)),
                        new Before(row.getString(2), row.getString(3), row.getString(4))),
                people,
                event.text());
        DirectSql.each(handle, """
                update registrations
                set mail = coalesce(cast(? as text), mail), order_position = coalesce(cast(? as text), order_position)
                where event = ? and id = ?
                """, identified);
        DirectSql.each(
                handle, "update registrations set own_key = ? where event = ? and id = ? and own_key is null", named);
        return before;
    }

    /** Lists know somebody as they did before. */
    public static void restore(Handle handle, EventId event, RegistrationId id, Before before) {
        DirectSql.execute(
                handle,
                "update registrations set own_key = ?, mail = ?, order_position = ? where event = ? and id = ?",
                before.ownKey(),
                before.mail(),
                before.orderPosition(),
                event.text(),
                id.toString());
    }
}
