package org.einlass.server.feed;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.contract.wire.RosterRow;
import org.einlass.contract.wire.RosterSnapshot;
import org.einlass.server.database.Store;
import org.einlass.server.device.DataKeyTable;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.RegistrationRange;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What devices keep of an event so that they can decide alone: first a whole file, then what has changed. Any
 * thread may call it.
 */
public final class RosterService {
    private static final int MOST_CHANGES = 500;
    private static final char OF_NOBODY = '?';

    /** A passage changes what a badge's row says of prints. */
    private static final Set<String> KINDS = Set.of("registration", "passage");

    private final Store store;
    private final Feed feed;
    private final RosterQueries rows;
    private final DataKeyTable keys;
    private final Snapshots snapshots;

    /** Keeps its files below {@code folder}, which is made where it is missing. */
    public RosterService(Store store, CodeTable codeTable, DataKeyTable keys, Path folder, Clock clock) {
        this.store = store;
        this.feed = new Feed(store);
        this.rows = new RosterQueries(codeTable);
        this.keys = keys;
        this.snapshots = new Snapshots(store, rows, keys, folder, clock);
    }

    /**
     * Announces a file of the whole roster, written anew where the last one is old.
     *
     * @throws Rejected where there is no such event
     */
    public RosterSnapshot snapshot(EventId event, RosterAudience readers) {
        return snapshots.newest(event, readers);
    }

    /** Removes the files of an event; devices that fetch one begin anew. */
    public void forgetFiles(EventId event) {
        snapshots.forget(event);
    }

    /** A file that was announced to such readers; empty where it is not held any more. */
    public Optional<Path> file(EventId event, String name, RosterAudience readers) {
        return snapshots.file(event, name, readers);
    }

    /**
     * What has changed since.
     *
     * @param incarnation as the last answer said
     * @param after the number that the last answer said
     * @throws Rejected where there is no such event, or the server was restored since
     */
    public RosterChanges changes(EventId event, @Nullable UUID incarnation, long after, RosterAudience readers) {
        EventSalt salt = store.read(handle -> RosterQueries.salt(handle, event));
        Optional<DataKey> key = store.read(handle -> key(handle, event, readers));
        UUID ofEvent = ofEvent(event, incarnation, readers, key);
        Feed.Page page = feed.after(event, new RosterCursor(ofEvent, after), MOST_CHANGES);
        List<RosterRow> changed = store.read(handle -> rows(handle, event, salt, page, key));
        return new RosterChanges(readers.cursor(page.next(), key.orElse(null)), changed, page.more());
    }

    private Optional<DataKey> key(Handle handle, EventId event, RosterAudience readers) {
        return readers == RosterAudience.DESKS ? keys.find(handle, event) : Optional.empty();
    }

    /** The event's own incarnation, where these readers know it by this one. */
    private UUID ofEvent(EventId event, @Nullable UUID told, RosterAudience readers, Optional<DataKey> key) {
        return feed.end(event)
                .map(RosterCursor::incarnation)
                .filter(own -> readers.incarnation(own, key.orElse(null)).equals(told))
                .orElseThrow(() -> Rejected.because(RejectionReason.UNKNOWN_INCARNATION));
    }

    /** Read later than the page, these may be newer than its cursor; the next page then brings them again. */
    private List<RosterRow> rows(Handle handle, EventId event, EventSalt salt, Feed.Page page, Optional<DataKey> data) {
        Stream<RosterRow> standing = page.changes().stream()
                .filter(change -> KINDS.contains(change.kind()) && change.key().charAt(0) != OF_NOBODY)
                .map(Feed.Changed::key)
                .distinct()
                .flatMap(
                        key -> rows
                                .of(
                                        handle,
                                        event,
                                        salt,
                                        RegistrationRange.of(RegistrationId.of(key)),
                                        data.orElse(null))
                                .stream());
        return Stream.concat(Tombstones.of(handle, event, page.changes()).stream(), standing)
                .toList();
    }
}
