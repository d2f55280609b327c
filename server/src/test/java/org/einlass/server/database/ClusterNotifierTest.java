package org.einlass.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.einlass.contract.id.EventId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClusterNotifierTest {
    private static final EventId EVENT = new EventId("messe");

    @TempDir
    Path folder;

    @Test
    void nameTheEventToTheOthersAndNotToOneself() throws InterruptedException {
        String url = Databases.POSTGRESQL.furnished(folder);
        Heard near = new Heard();
        Heard far = new Heard();
        try (Store here = Store.open(url);
                Store there = Store.open(url);
                ClusterNotifier calling = here.calls(near);
                ClusterNotifier listening = there.calls(far)) {
            assertThat(near.next()).isEqualTo("perhaps something");
            assertThat(far.next()).isEqualTo("perhaps something");

            calling.grown(Set.of(EVENT));
            assertThat(far.next()).isEqualTo("messe");
            listening.grown(Set.of(new EventId("konferenz")));

            assertThat(near.next()).isEqualTo("konferenz");
            assertThat(far.words).isEmpty();
        }
    }

    @Test
    void areNeededWhereSeveralServersWriteOnly() {
        try (Store store = Store.open(Databases.SQLITE.furnished(folder));
                ClusterNotifier clusterNotifier = store.calls(new Heard())) {
            assertThat(clusterNotifier.hasOthers()).isFalse();
        }
    }

    private static final class Heard implements ClusterNotifier.Listener {
        private final BlockingQueue<String> words = new LinkedBlockingQueue<>();

        private String next() throws InterruptedException {
            return words.poll(60, TimeUnit.SECONDS);
        }

        @Override
        public void grown(EventId event) {
            words.add(event.text());
        }

        @Override
        public void lost() {
            words.add("perhaps something");
        }
    }
}
