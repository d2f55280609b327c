package org.einlass.server.journal.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.Databases;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.journal.quota.DeviceQuotaTable.Taken;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DeviceQuotaTableTest {
    private static final EventId EVENT = new EventId("fair");
    private static final DeviceId KIOSK = new DeviceId("kiosk-1");
    private static final DeviceId DESK = new DeviceId("desk-1");
    private static final Instant NOON = Instant.parse("2022-07-04T12:00:00Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void countsWhatEachDeviceReportsUntilItIsReleased(Databases database) {
        try (Store store = Store.open(database.fresh(folder))) {
            add(store, Map.of(KIOSK, new Taken(2, 700), DESK, new Taken(1, 10)));
            add(store, Map.of(KIOSK, new Taken(3, 900)));

            assertThat(quota(store, KIOSK).entries()).isEqualTo(5);
            assertThat(quota(store, KIOSK).bytes()).isEqualTo(1_600);
            assertThat(quota(store, DESK).entries()).isEqualTo(1);

            change(store, handle -> DeviceQuotaTable.release(handle, EVENT, KIOSK));
            assertThat(quota(store, KIOSK).entries()).isZero();
            assertThat(quota(store, DESK).entries()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLimitAndABlockHoldBesideWhatWasCounted(Databases database) {
        try (Store store = Store.open(database.fresh(folder))) {
            change(store, handle -> DeviceQuotaTable.limit(handle, EVENT, KIOSK, 4, 5_000));
            add(store, Map.of(KIOSK, new Taken(3, 900)));
            change(store, handle -> DeviceQuotaTable.block(handle, EVENT, KIOSK, NOON));

            DeviceQuota blocked = quota(store, KIOSK);
            assertThat(blocked.blockedAt()).isEqualTo(NOON);
            assertThat(blocked.hasRoomFor(1)).isTrue();
            assertThat(blocked.hasRoomFor(2)).isFalse();

            change(store, handle -> DeviceQuotaTable.block(handle, EVENT, KIOSK, null));
            add(store, Map.of(KIOSK, new Taken(0, 5_000)));
            assertThat(quota(store, KIOSK).isBlocked()).isFalse();
            assertThat(quota(store, KIOSK).hasRoomFor(1))
                    .as("no bytes are left")
                    .isFalse();
        }
    }

    private interface Change {
        void in(Handle handle);
    }

    private static void change(Store store, Change change) {
        store.write(WriteKey.of(EVENT), transaction -> {
                    change.in(transaction.handle());
                    return true;
                })
                .toCompletableFuture()
                .join();
    }

    private static void add(Store store, Map<DeviceId, Taken> taken) {
        change(store, handle -> DeviceQuotaTable.add(handle, EVENT, taken));
    }

    private static DeviceQuota quota(Store store, DeviceId device) {
        return store.read(handle -> DeviceQuotaTable.find(handle, EVENT, device))
                .orElseThrow();
    }
}
