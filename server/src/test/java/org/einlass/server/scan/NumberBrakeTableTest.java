package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.Databases;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The brake on wrong pairs of booking number and family name, which all servers on one database share. */
final class NumberBrakeTableTest {
    private static final EventId EVENT = new EventId("kongress");
    private static final DeviceId KIOSK = new DeviceId("kiosk-1");
    private static final Instant NOW = Congress.NINE;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aServerWhoseClockIsBehindLosesNoWrongPairOfTheOthers(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            for (int wrong = 0; wrong < 20; wrong++) {
                miss(store, NOW);
            }
            Instant behind = NOW.minusSeconds(2);

            assertThat(holds(store, behind)).as("for the server behind").isTrue();
            miss(store, behind);

            assertThat(holds(store, behind)).as("after one more wrong pair").isTrue();
            assertThat(holds(store, NOW)).as("for the other one").isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void moreWrongPairsThanThereAreTokensHoldItNoLonger(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            for (int wrong = 0; wrong < 25; wrong++) {
                miss(store, NOW);
            }

            assertThat(holds(store, NOW)).isTrue();
            assertThat(holds(store, NOW.plusSeconds(5))).isTrue();
            assertThat(holds(store, NOW.plusSeconds(6)))
                    .as("one token is there again")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theBrakeOfTheEventHoldsForAServerBehindToo(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            for (int wrong = 0; wrong < 100; wrong++) {
                miss(store, NOW);
            }
            Instant behind = NOW.minusSeconds(2);
            miss(store, behind);

            assertThat(ask(store, handle -> NumberBrakeTable.holdsAll(handle, EVENT, behind)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClockThatWasSetBackHoldsNobodyForHours(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            for (int wrong = 0; wrong < 20; wrong++) {
                miss(store, NOW);
            }
            Instant back = NOW.minus(Duration.ofHours(1));

            assertThat(holds(store, back)).isFalse();
            miss(store, back);
            assertThat(holds(store, back)).isFalse();
        }
    }

    private static void miss(Store store, Instant now) {
        store.write(WriteKey.of(EVENT), transaction -> {
                    NumberBrakeTable.missed(transaction.handle(), EVENT, KIOSK, now);
                    return now;
                })
                .toCompletableFuture()
                .join();
    }

    private static boolean holds(Store store, Instant now) {
        return ask(store, handle -> NumberBrakeTable.holds(handle, EVENT, KIOSK, now));
    }

    private static boolean ask(Store store, Predicate<Handle> question) {
        return store.<Boolean, RuntimeException>read(question::test);
    }
}
