package org.einlass.server.search;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.einlass.contract.counter.FoundGuests;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.server.database.Store;
import org.einlass.server.presence.Badges;
import org.einlass.server.rejection.Rejected;

/** Finds guests for a desk that cannot find them itself, with all it takes to check them in. From any thread. */
public final class GuestSearchService {
    private final SearchService searches;
    private final Store store;
    private final Badges badges;
    private final Clock clock;

    public GuestSearchService(SearchService searches, Store store, Badges badges, Clock clock) {
        this.searches = searches;
        this.store = store;
        this.badges = badges;
        this.clock = clock;
    }

    /**
     * The guests that {@code text} may mean, the likeliest first; whoever has no badge code is left out.
     *
     * @param most 1 to 20; anything else is taken as the nearest of them
     * @throws Rejected where there is no such event, or fewer than two letters or digits were typed
     */
    public FoundGuests search(EventId event, String text, int most) {
        List<PeopleFound.Hit> hits = searches.search(event, text, most).hits();
        Map<RegistrationId, BadgeOrder> orders = store.read(handle -> badges.of(
                handle, event, hits.stream().map(PeopleFound.Hit::registration).toList()));
        return new FoundGuests(
                clock.instant(),
                hits.stream()
                        .flatMap(hit -> Stream.ofNullable(orders.get(hit.registration()))
                                .map(badge -> new FoundGuests.Guest(badge, hit.status())))
                        .toList());
    }
}
