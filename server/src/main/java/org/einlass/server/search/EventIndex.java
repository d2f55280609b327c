package org.einlass.server.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.search.SearchEntry;
import org.einlass.contract.search.SearchHit;
import org.einlass.contract.search.SearchIndex;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.server.database.Store;
import org.einlass.server.feed.Feed;
import org.einlass.server.registration.RegistrationIssuer;
import org.einlass.server.registration.search.SearchQueries;

/** Everybody of one event in memory, as the feed stood at {@link #cursor}. Its owner guards it. */
final class EventIndex {
    private static final int TOGETHER = 2_000;

    private final EventId event;
    private final SearchIndex<Boolean> index;
    private RosterCursor cursor;

    private EventIndex(EventId event, SearchIndex<Boolean> index, RosterCursor cursor) {
        this.event = event;
        this.index = index;
        this.cursor = cursor;
    }

    /** Reads everybody; what changes meanwhile comes with the next {@link #follow}. */
    static EventIndex of(Store store, EventId event, EventSalt salt, RosterCursor cursor) {
        SearchIndex<Boolean> index = new SearchIndex<>(salt);
        String last = "";
        List<SearchEntry<Boolean>> page;
        do {
            String after = last;
            page = store.read(handle -> SearchQueries.page(handle, event, after, TOGETHER));
            index.change(page, Set.of());
            last = page.isEmpty() ? last : page.get(page.size() - 1).id().toString();
        } while (page.size() == TOGETHER);
        return new EventIndex(event, index, cursor);
    }

    boolean isOf(RosterCursor end) {
        return end.incarnation().equals(cursor.incarnation()) && end.number() >= cursor.number();
    }

    /** Takes over what has changed since. */
    void follow(Store store, Feed feed, RosterCursor end) {
        while (cursor.number() < end.number()) {
            Feed.Page page = feed.after(event, cursor, TOGETHER);
            Set<RegistrationId> changed = changed(page.changes());
            List<SearchEntry<Boolean>> entries =
                    changed.isEmpty() ? List.of() : store.read(handle -> SearchQueries.of(handle, event, changed));
            Set<RegistrationId> gone = new HashSet<>(changed);
            entries.forEach(entry -> gone.remove(entry.id()));
            if (!changed.isEmpty()) {
                index.change(entries, gone);
            }
            cursor = page.next();
        }
    }

    private static Set<RegistrationId> changed(List<Feed.Changed> changes) {
        List<String> ids = new ArrayList<>();
        for (Feed.Changed change : changes) {
            if (change.kind().equals("registration") && !change.key().startsWith("?")) {
                ids.add(change.key());
            }
            if (change.kind().equals(RegistrationIssuer.LOST_CODE)) {
                ids.add(change.key().split(" ", -1)[1]);
            }
        }
        Set<RegistrationId> changed = new HashSet<>();
        ids.forEach(id -> changed.add(RegistrationId.of(id)));
        return changed;
    }

    List<SearchHit<Boolean>> search(String text, int most) {
        return index.search(text, most);
    }

    int size() {
        return index.size();
    }
}
