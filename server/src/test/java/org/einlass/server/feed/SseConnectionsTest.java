package org.einlass.server.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.Databases;
import org.einlass.server.database.Store;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines over which somebody is nudged: opened, nudged, cut. */
final class SseConnectionsTest {
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);
    private Store store;
    private ChangeNotifier changeNotifier;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        store = Store.open(Databases.SQLITE.furnished(folder));
        FeedFixture.build(store);
        changeNotifier = new ChangeNotifier(store, executor, Duration.ofDays(1));
    }

    @AfterEach
    void close() {
        changeNotifier.close();
        store.close();
        executor.shutdownNow();
    }

    private SseConnections streams(Duration beat) {
        return new SseConnections(changeNotifier, new Feed(store), executor, beat);
    }

    private SseConnections quietStreams() {
        return streams(Duration.ofDays(1));
    }

    @Test
    void nudgeAtOnceAndAfterEachChangeOfTheirEvent() throws InterruptedException {
        try (SseConnections streams = quietStreams()) {
            Ear mine = new Ear("kiosk-1");
            Ear other = new Ear("kiosk-2");
            streams.open(FeedFixture.EVENT, mine);
            streams.open(FeedFixture.OTHER, other);
            assertThat(mine.next()).isEqualTo("messe 0");
            assertThat(other.next()).isEqualTo("konferenz 0");

            FeedFixture.change(store, FeedFixture.EVENT);
            assertThat(mine.next()).isEqualTo("messe 1");
            FeedFixture.change(store, FeedFixture.OTHER);
            assertThat(other.next()).isEqualTo("konferenz 1");
            assertThat(mine.heard).isEmpty();
        }
    }

    @Test
    void tellWhoComesBackAtOnceHowFarTheFeedIs() throws InterruptedException {
        try (SseConnections streams = quietStreams()) {
            FeedFixture.change(store, FeedFixture.EVENT);
            FeedFixture.change(store, FeedFixture.EVENT);
            Ear ear = new Ear("kiosk-1");

            streams.open(FeedFixture.EVENT, ear);

            assertThat(ear.next()).isEqualTo("messe 2");
        }
    }

    @Test
    void showThatTheLineIsAlive() throws InterruptedException {
        try (SseConnections streams = streams(Duration.ofMillis(10))) {
            Ear ear = new Ear("kiosk-1");
            streams.open(FeedFixture.EVENT, ear);
            assertThat(ear.nextNudge()).isEqualTo("messe 0");

            assertThat(ear.next()).isEqualTo("alive");
            assertThat(ear.next()).isEqualTo("alive");
        }
    }

    @Test
    void cutWhoMayListenNoMore() throws InterruptedException {
        try (SseConnections streams = streams(Duration.ofMillis(10))) {
            Ear ear = new Ear("kiosk-1");
            streams.open(FeedFixture.EVENT, ear);

            ear.revoked = true;

            assertThat(ear.cut.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(streams.count()).isZero();
        }
    }

    @Test
    void cutWhoDoesNotListenAnyMore() throws InterruptedException {
        try (SseConnections streams = streams(Duration.ofMillis(10))) {
            Ear gone = new Ear("kiosk-1");
            Ear stuck = new Ear("kiosk-2");
            streams.open(FeedFixture.EVENT, gone);
            streams.open(FeedFixture.EVENT, stuck);

            gone.answer = CompletableFuture.failedFuture(new java.io.IOException("gone"));
            stuck.answer = new CompletableFuture<>();

            assertThat(gone.cut.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(stuck.cut.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void letTheOldestLineOfOneHolderGiveWay() {
        try (SseConnections streams = quietStreams()) {
            List<Ear> ears = new ArrayList<>();
            for (int i = 0; i <= SseConnections.MOST_EACH; i++) {
                ears.add(new Ear("kiosk-1"));
            }
            Ear other = new Ear("kiosk-2");
            streams.open(FeedFixture.EVENT, other);

            ears.forEach(ear -> streams.open(FeedFixture.EVENT, ear));

            assertThat(ears).extracting(Ear::isCut).containsExactly(true, false, false, false, false);
            assertThat(other.isCut()).isFalse();
        }
    }

    @Test
    void refuseTooManyLinesAndUnknownEvents() {
        try (SseConnections streams = quietStreams()) {
            for (int i = 0; i < SseConnections.MOST; i++) {
                streams.open(FeedFixture.EVENT, new Ear("kiosk-" + i));
            }

            assertRefused(streams, FeedFixture.EVENT, RejectionReason.OVERLOADED);
            assertRefused(streams, new EventId("nowhere"), RejectionReason.UNKNOWN_EVENT);
            assertThat(streams.count()).isEqualTo(SseConnections.MOST);
        }
    }

    private static void assertRefused(SseConnections streams, EventId event, RejectionReason reason) {
        assertThatThrownBy(() -> streams.open(event, new Ear("one more")))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void openAgainAfterTheLastLineOfAnEventWasCut() throws InterruptedException {
        try (SseConnections streams = streams(Duration.ofMillis(10))) {
            Ear first = new Ear("kiosk-1");
            streams.open(FeedFixture.EVENT, first);
            first.revoked = true;
            assertThat(first.cut.await(60, TimeUnit.SECONDS)).isTrue();
            Ear second = new Ear("kiosk-1");
            streams.open(FeedFixture.EVENT, second);

            FeedFixture.change(store, FeedFixture.EVENT);

            assertThat(second.nextNudge()).isEqualTo("messe 0");
            assertThat(second.nextNudge()).isEqualTo("messe 1");
        }
    }

    /** A listener that keeps what it hears. */
    private static final class Ear implements SseConnection {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final CountDownLatch cut = new CountDownLatch(1);
        private final String holder;
        private volatile boolean revoked;
        private volatile CompletionStage<?> answer = CompletableFuture.completedFuture(null);

        private Ear(String holder) {
            this.holder = holder;
        }

        private String next() throws InterruptedException {
            return heard.poll(60, TimeUnit.SECONDS);
        }

        private String nextNudge() throws InterruptedException {
            String next = next();
            while ("alive".equals(next)) {
                next = next();
            }
            return next;
        }

        private boolean isCut() {
            return cut.getCount() == 0;
        }

        @Override
        public boolean mayListen() {
            return !revoked;
        }

        @Override
        public String holder() {
            return holder;
        }

        @Override
        public CompletionStage<?> nudge(String event, long number) {
            heard.add(event + " " + number);
            return answer;
        }

        @Override
        public CompletionStage<?> beat() {
            heard.add("alive");
            return answer;
        }

        @Override
        public void close() {
            cut.countDown();
        }
    }
}
