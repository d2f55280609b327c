package org.einlass.server.registration;

import java.util.ArrayList;
import java.util.List;
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
    private final EventId event;

    public ListedKeys(EventId event) {
        this.event = event;
    }

    /** Notes mail address and order position; what is empty stays as it is. */
    public void identify(RegistrationId id, String mail, String orderPosition) {
        identified.add(new @Nullable Object[] {
            mail.isEmpty() ? null : mail, orderPosition.isEmpty() ? null : orderPosition, event.text(), id.toString()
        });
    }

    /** Notes the organiser's own key, which counts where there was none. */
    public void name(RegistrationId id, String ownKey) {
        named.add(new @Nullable Object[] {ownKey, event.text(), id.toString()});
    }

    public void write(Handle handle) {
        DirectSql.each(handle, """
                update registrations
                set mail = coalesce(cast(? as text), mail), order_position = coalesce(cast(? as text), order_position)
                where event = ? and id = ?
                """, identified);
        DirectSql.each(
                handle, "update registrations set own_key = ? where event = ? and id = ? and own_key is null", named);
    }
}
