package org.einlass.server.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.DeviceTrust;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.contract.wire.WipeReceipt;
import org.einlass.contract.wire.WipeState;
import org.einlass.server.account.Account;
import org.einlass.server.account.Accounts;
import org.einlass.server.account.Token;
import org.einlass.server.database.Databases;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the tables say of devices, on both kinds of database. */
final class DeviceTableTest {
    private static final EventId EVENT = new EventId("congress");
    private static final DeviceId DESK = new DeviceId("desk-1");
    private static final Instant NOW = Instant.parse("2022-07-04T07:00:00Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whoHoldsWhichTokenIsToldApart(Databases database) {
        try (Store store = open(database)) {
            Accounts accounts = new Accounts(store, Clock.fixed(NOW, ZoneOffset.UTC));
            Token first = enrol(store);
            assertThat(standing(accounts, first)).isEqualTo(DeviceTrust.ENROLLED);

            Token second = enrol(store);
            assertThat(standing(accounts, first)).isEqualTo(DeviceTrust.REVOKED);
            assertThat(standing(accounts, second)).isEqualTo(DeviceTrust.ENROLLED);

            write(store, handle -> {
                WipeOrderTable.order(handle, EVENT, DESK, NOW);
                WipeOrderTable.order(handle, EVENT, DESK, NOW.plusSeconds(9));
                return true;
            });
            assertThat(standing(accounts, second)).isEqualTo(DeviceTrust.WIPED);
            assertThat(inTransaction(store, 1)).isEqualTo(DeviceTrust.REVOKED);
            assertThat(inTransaction(store, 2)).isEqualTo(DeviceTrust.WIPED);

            Token third = enrol(store);
            assertThat(standing(accounts, second)).isEqualTo(DeviceTrust.REVOKED);
            assertThat(standing(accounts, third)).isEqualTo(DeviceTrust.ENROLLED);

            write(store, handle -> DeviceTable.revoke(handle, EVENT, DESK, NOW));
            assertThat(standing(accounts, third)).isEqualTo(DeviceTrust.REVOKED);
            assertThat(inTransaction(store, 3)).isEqualTo(DeviceTrust.REVOKED);
            assertThat(accounts.holding(Token.next(new SecureRandom()))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anOrderToWipeIsReceiptedOnceAndByItsOwnDeviceOnly(Databases database) {
        try (Store store = open(database)) {
            enrol(store);
            write(store, handle -> {
                WipeOrderTable.order(handle, EVENT, DESK, NOW);
                return true;
            });
            UUID order = read(store, handle -> WipeOrderTable.find(handle, EVENT, DESK, 1))
                    .orElseThrow()
                    .order();

            Optional<WipeState> ofAnother = write(store, handle -> receipt(handle, new DeviceId("other"), order, NOW));
            Optional<WipeState> first = write(store, handle -> receipt(handle, DESK, order, NOW.plusSeconds(2)));
            Optional<WipeState> again = write(store, handle -> receipt(handle, DESK, order, NOW.plusSeconds(3)));
            Optional<WipeState> ofNextEnrolment = read(store, handle -> WipeOrderTable.find(handle, EVENT, DESK, 2));

            assertThat(ofAnother).isEmpty();
            assertThat(first).map(WipeState::wipedAt).contains(NOW.plusSeconds(2));
            assertThat(first).map(WipeState::destroyed).contains(List.of("roster", "door-sheet"));
            assertThat(first).map(WipeState::kept).contains(List.of("badge-folder"));
            assertThat(again).isEqualTo(first);
            assertThat(ofNextEnrolment).isEmpty();
        }
    }

    private static Optional<WipeState> receipt(Handle handle, DeviceId device, UUID order, Instant at) {
        WipeReceipt receipt = new WipeReceipt(List.of("roster", "door-sheet"), List.of("badge-folder"));
        WipeOrderTable.take(handle, EVENT, device, order, receipt, at);
        return WipeOrderTable.find(handle, EVENT, device, order);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theNewestThatADeviceSaidIsKeptOfItsPresentEnrolmentOnly(Databases database) {
        try (Store store = open(database)) {
            enrol(store);
            beat(store, 1, 17);
            assertThat(state(store).seenAt()).isEqualTo(NOW);
            assertThat(state(store).heartbeat().waiting()).isEqualTo(17);

            enrol(store);
            beat(store, 1, 18);
            assertThat(state(store).heartbeat()).isNull();
            beat(store, 2, 19);
            assertThat(state(store).heartbeat().waiting()).isEqualTo(19);
            assertThat(state(store).warning()).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aDataKeyIsMadeOnceAndReplacedByAnother(Databases database) {
        try (Store store = open(database)) {
            DataKeyTable keys = new DataKeyTable(ServerKey.of(folder.resolve("key")));
            write(store, handle -> {
                keys.rotate(handle, EVENT, NOW);
                return true;
            });
            Optional<DataKey> none = read(store, handle -> keys.find(handle, EVENT));
            DataKey first = write(store, handle -> keys.ensure(handle, EVENT, NOW));
            DataKey same = write(store, handle -> keys.ensure(handle, EVENT, NOW));
            write(store, handle -> {
                keys.rotate(handle, EVENT, NOW);
                return true;
            });
            Optional<DataKey> second = read(store, handle -> keys.find(handle, EVENT));
            Long rows = read(
                    store,
                    handle -> handle.createQuery("select count(*) from data_keys")
                            .mapTo(Long.class)
                            .one());

            assertThat(none).isEmpty();
            assertThat(same.text()).isEqualTo(first.text());
            assertThat(second).map(DataKey::number).contains(2L);
            assertThat(second).map(DataKey::text).isNotEqualTo(Optional.of(first.text()));
            assertThat(rows).isEqualTo(1);
        }
    }

    private Store open(Databases database) {
        Store store = Store.open(database.furnished(folder));
        write(
                store,
                handle -> handle.execute(
                        """
                insert into events (id, title_german, title_english, zone, salt, incarnation)
                values (?, 'Kongress', 'Congress', 'Europe/Berlin', ?, ?)
                """, EVENT.text(), "00".repeat(16), UUID.randomUUID().toString()));
        return store;
    }

    private static Token enrol(Store store) {
        Token token = Token.next(new SecureRandom());
        write(store, handle -> {
            DeviceTable.put(handle, EVENT, DESK, new DeviceDocument(null, DeviceKind.DESK, null), token, NOW);
            return true;
        });
        return token;
    }

    private static void beat(Store store, long enrolment, long waiting) {
        Heartbeat heartbeat = new Heartbeat("0.1.0", 1, "DESK", null, waiting, 0, 0, 0, null, null, null);
        write(store, handle -> {
            HeartbeatTable.keep(handle, EVENT, DESK, enrolment, heartbeat, NOW);
            return true;
        });
    }

    private static DeviceState state(Store store) {
        return read(store, handle -> DeviceTable.states(handle, EVENT, NOW)).get(0);
    }

    private static DeviceTrust standing(Accounts accounts, Token token) {
        accounts.forget();
        return accounts.holding(token).map(Account::standing).orElseThrow();
    }

    private static DeviceTrust inTransaction(Store store, long enrolment) {
        return read(store, handle -> DeviceTable.standing(handle, EVENT, DESK, enrolment));
    }

    private static <T> T read(Store store, Function<Handle, T> look) {
        return store.read(handle -> look.apply(handle));
    }

    private static <T> T write(Store store, Function<Handle, T> work) {
        return store.write(WriteKey.of(EVENT), transaction -> work.apply(transaction.handle()))
                .toCompletableFuture()
                .join();
    }
}
