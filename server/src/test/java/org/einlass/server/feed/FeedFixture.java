package org.einlass.server.feed;

import java.util.UUID;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;

/** Two events of which nothing but the feed matters. */
final class FeedFixture {
    static final EventId EVENT = new EventId("messe");
    static final EventId OTHER = new EventId("konferenz");

    private FeedFixture() {}

    static void build(Store store) {
        for (EventId event : new EventId[] {EVENT, OTHER}) {
            store.write(WriteKey.of(event), transaction -> {
                        transaction.handle().execute("""
                                insert into events (id, title_german, title_english, zone, salt, incarnation)
                                values (?, 'Messe', 'Fair', 'Europe/Berlin', ?, ?)
                                """, event.text(), "0".repeat(32), new UUID(1, 1).toString());
                        return transaction
                                .handle()
                                .execute("insert into feed_counters (event) values (?)", event.text());
                    })
                    .toCompletableFuture()
                    .join();
        }
    }

    static void change(Store store, EventId event) {
        store.write(WriteKey.of(event), transaction -> {
                    transaction.changed(event, "registration", UUID.randomUUID().toString(), 1);
                    return event;
                })
                .toCompletableFuture()
                .join();
    }
}
