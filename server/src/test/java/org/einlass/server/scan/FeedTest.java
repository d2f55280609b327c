package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.server.database.Databases;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventTable;
import org.einlass.server.feed.Feed;
import org.einlass.server.rejection.Rejected;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Readers keep up: the feed of a real congress. */
final class FeedTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void readsEveryChangeInPagesAndNothingTwice(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = new SimulatedDevice("kiosk-1", congress, new Random(1));
            Feed feed = new Feed(congress.store());
            RosterCursor start = feed.end(Congress.EVENT).orElseThrow();
            List<Congress.Guest> guests = congress.guests(5);
            guests.forEach(guest -> kiosk.scan(Congress.FRONT, guest.ticket()));
            kiosk.deliverAll();
            kiosk.scan(Congress.FRONT, guests.get(0).ticket());
            kiosk.deliverAll();

            Feed.Page first = feed.after(Congress.EVENT, start, 3);
            Feed.Page second = feed.after(Congress.EVENT, first.next(), 3);
            Feed.Page third = feed.after(Congress.EVENT, second.next(), 3);

            assertThat(first.more()).isTrue();
            assertThat(second.more()).isFalse();
            assertThat(third.changes()).isEmpty();
            assertThat(second.changes().get(1).key())
                    .isEqualTo(guests.get(0).registration().toString());
            assertThat(first.changes()).extracting(Feed.Changed::kind).containsOnly("passage");
        }
    }

    @ParameterizedTest
    @EnumSource
    void sendsReadersOfAnEarlierIncarnationBackToTheSnapshot(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            Feed feed = new Feed(congress.store());
            RosterCursor before = feed.end(Congress.EVENT).orElseThrow();

            Congress.await(congress.store().write(WriteKey.of(Congress.EVENT), transaction -> {
                EventTable.renewIncarnation(transaction.handle(), Congress.EVENT);
                return 1;
            }));

            assertThatThrownBy(() -> feed.after(Congress.EVENT, before, 10)).isInstanceOf(Rejected.class);
            assertThatThrownBy(() -> feed.after(
                            Congress.EVENT,
                            new RosterCursor(
                                    feed.end(Congress.EVENT).orElseThrow().incarnation(), 1_000_000),
                            10))
                    .isInstanceOf(Rejected.class);
        }
    }
}
