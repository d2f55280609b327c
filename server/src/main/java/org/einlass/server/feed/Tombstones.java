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
        String[] parts = change.key().split(" ", -1);
        LookupId code = new LookupId(parts[0]);
        RegistrationId registration = RegistrationId.of(parts[1]);
        LookupId onDevices = parts.length > 2 ? new LookupId(parts[2]) : code;
        return isThere(handle, event, code, onDevices)
                ? Optional.empty()
                : Optional.of(new RosterRow(onDevices, registration, change.version(), null, null));
    }

    /** A code that is known to be counted up by now is not there under its plain id. */
    private static boolean isThere(Handle handle, EventId event, LookupId code, LookupId onDevices) {
        String plain = code.equals(onDevices) ? " and not counted_up" : "";
        return handle.createQuery("select 1 from codes where event = :event and lookup = :code" + plain)
                .bind("event", event.text())
                .bind("code", code.hex())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }
}
