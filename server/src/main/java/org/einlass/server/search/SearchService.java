package org.einlass.server.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.search.SearchHit;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.feed.Feed;
import org.einlass.server.registration.search.FoundPerson;
import org.einlass.server.registration.search.SearchQueries;
import org.einlass.server.rejection.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Finds people of an event by what is typed. One index an event is kept in memory: made at the first search,
 * brought up to date by the event's feed before each, and forgotten, the one used longest ago first, where
 * all together hold more than {@value #MOST_PEOPLE} people. From any thread. The first search of a large event
 * takes seconds, for which only the searches of that event wait.
 */
public final class SearchService {
    /** About 250 bytes each. */
    static final int MOST_PEOPLE = 1_000_000;

    /** As many as anybody reads. */
    public static final int MOST_HITS = 20;

    private static final int FEWEST_LETTERS = 2;

    private final Store store;
    private final Feed feed;
    private final int mostPeople;
    private final IndexBuilder builder;

    /** In the order of their use; guarded by this. */
    private final Map<EventId, KeptIndex> indexes = new LinkedHashMap<>(16, 0.75f, true);

    /** Reads the whole event into an index, as of {@code end}. */
    @FunctionalInterface
    interface IndexBuilder {
        EventIndex build(Store store, EventId event, EventSalt salt, RosterCursor end);
    }

    /** The index of one event; it is made, brought up to date and searched under this object's lock. */
    private static final class KeptIndex {
        private @Nullable EventIndex index;

        /** How many people it holds; read without the lock. */
        private volatile int people;
    }

    public SearchService(Store store) {
        this(store, MOST_PEOPLE, EventIndex::of);
    }

    SearchService(Store store, int mostPeople, IndexBuilder builder) {
        this.store = store;
        this.feed = new Feed(store);
        this.mostPeople = mostPeople;
        this.builder = builder;
    }

    /**
     * The people that {@code text} may mean, the likeliest first.
     *
     * @param most 1 to {@value #MOST_HITS}; anything else is taken as the nearest of them
     * @throws Rejected where there is no such event, or fewer than two letters or digits were typed
     */
    public PeopleFound search(EventId event, String text, int most) {
        if (text.codePoints().filter(Character::isLetterOrDigit).count() < FEWEST_LETTERS) {
            throw Rejected.badValue(
                    new Wording(
                            "Zum Suchen braucht es mindestens zwei Buchstaben oder Ziffern.",
                            "A search takes two letters or digits at least."),
                    new Wording("Bitte mehr vom Namen eingeben.", "Type more of the name."),
                    "text");
        }
        int size = Math.max(1, Math.min(MOST_HITS, most));
        List<SearchHit<Boolean>> hits;
        int registered;
        KeptIndex kept = kept(event);
        synchronized (kept) {
            EventIndex index = upToDate(event, kept);
            hits = index.search(text, size);
            registered = index.size();
        }
        forget(kept);
        Map<RegistrationId, FoundPerson> people =
                store
                        .read(handle -> SearchQueries.found(
                                handle, event, hits.stream().map(SearchHit::id).toList()))
                        .stream()
                        .collect(Collectors.toMap(FoundPerson::registration, Function.identity()));
        List<PeopleFound.Hit> found = new ArrayList<>();
        for (SearchHit<Boolean> hit : hits) {
            FoundPerson person = people.get(hit.id());
            if (person != null) {
                found.add(PeopleFound.Hit.of(person, hit));
            }
        }
        return new PeopleFound(found, registered);
    }

    /** An event that does not exist gets no index. */
    private KeptIndex kept(EventId event) {
        end(event);
        synchronized (this) {
            return indexes.computeIfAbsent(event, any -> new KeptIndex());
        }
    }

    private RosterCursor end(EventId event) {
        return feed.end(event).orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
    }

    private EventIndex upToDate(EventId event, KeptIndex kept) {
        RosterCursor end = end(event);
        EventIndex known = kept.index;
        EventIndex index = known != null && known.isOf(end) ? known : made(event, end);
        kept.index = index;
        index.follow(store, feed, end);
        kept.people = index.size();
        return index;
    }

    private EventIndex made(EventId event, RosterCursor end) {
        EventSalt salt = store.read(handle -> EventTable.salt(handle, event)).orElseThrow();
        return builder.build(store, event, salt, end);
    }

    /** Who searches in a forgotten index meanwhile finds what it holds; the next search makes a new one. */
    private synchronized void forget(KeptIndex used) {
        long people = indexes.values().stream().mapToLong(kept -> kept.people).sum();
        var eldest = indexes.values().iterator();
        while (people > mostPeople && eldest.hasNext()) {
            KeptIndex next = eldest.next();
            if (next != used) {
                people -= next.people;
                eldest.remove();
            }
        }
    }

    /** How many events have an index now. */
    synchronized int indexes() {
        return indexes.size();
    }
}
