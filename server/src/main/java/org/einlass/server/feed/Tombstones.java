package org.einlass.server.feed;

import java.util.List;
import java.util.Optional;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.RosterRow;
import org.einlass.server.registration.RegistrationIssuer;
import org.jdbi.v3.core.Handle;

/** Rows of codes that went away with their registration: devices are to forget them. */
final class Tombstones {
    private Tombstones() {}

    /** The tombstones among some changes; a code that leads somewhere again has none. */
    static List<RosterRow> of(Handle handle, EventId event, List<Feed.Changed> changes) {
        return changes.stream()
                .filter(change -> change.kind().equals(RegistrationIssuer.LOST_CODE))
                .flatMap(change -> of(handle, event, change).stream())
                .toList();
    }

    private static Optional<RosterRow> of(Handle handle, EventId event, Feed.Changed change) {
        int blank = change.key().indexOf(' ');
        LookupId code = new LookupId(change.key().substring(0, blank));
        RegistrationId registration = RegistrationId.of(change.key().substring(blank + 1));
        return isThere(handle, event, code)
                ? Optional.empty()
                : Optional.of(new RosterRow(code, registration, change.version(), null, null));
    }

    private static boolean isThere(Handle handle, EventId event, LookupId code) {
        return handle.createQuery("select 1 from codes where event = :event and lookup = :code")
                .bind("event", event.text())
                .bind("code", code.hex())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }
}
