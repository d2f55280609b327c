package org.einlass.server.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.contract.wire.HeartbeatAnswer;
import org.einlass.contract.wire.HeartbeatAnswer.DeviceMessage;
import org.einlass.server.account.Accounts;
import org.einlass.server.account.Token;
import org.einlass.server.database.Databases;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.rejection.Rejected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What organisers tell the teams at devices, from the page to the heartbeat and back. */
final class DeviceMessageServiceTest {
    private static final EventId EVENT = new EventId("congress");
    private static final DeviceId DESK = new DeviceId("desk-1");
    private static final DeviceId KIOSK = new DeviceId("kiosk-1");
    private static final Instant NOW = Instant.parse("2022-07-04T07:00:00Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void areHeardByTheirDeviceAndSaidToBeShown(Databases database) {
        try (Store store = open(database)) {
            Token desk = enrol(store, DESK, DeviceKind.DESK);
            Token kiosk = enrol(store, KIOSK, DeviceKind.KIOSK);
            DeviceMessageService messages = new DeviceMessageService(store, clock(NOW));

            messages.send(EVENT, List.of(DESK), "  Der Bus aus Jena steht im Stau. ")
                    .toCompletableFuture()
                    .join();

            DeviceMessage heard = beat(store, DESK, desk, null, NOW).message();
            assertThat(heard).isNotNull();
            assertThat(heard.text()).isEqualTo("Der Bus aus Jena steht im Stau.");
            assertThat(beat(store, KIOSK, kiosk, null, NOW).message()).isNull();
            assertThat(messages.all(EVENT)).extracting(SentMessage::shownAt).containsOnlyNulls();

            beat(store, DESK, desk, heard.id(), NOW.plusSeconds(30));
            beat(store, DESK, desk, heard.id(), NOW.plusSeconds(60));
            assertThat(messages.all(EVENT)).extracting(SentMessage::shownAt).containsExactly(NOW.plusSeconds(30));

            messages.takeBack(EVENT, DESK, UUID.randomUUID())
                    .toCompletableFuture()
                    .join();
            assertThat(messages.all(EVENT))
                    .as("somebody sent another one since")
                    .hasSize(1);
            messages.takeBack(EVENT, DESK, heard.id()).toCompletableFuture().join();
            assertThat(beat(store, DESK, desk, heard.id(), NOW).message()).isNull();
            assertThat(messages.all(EVENT)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void takeThePlaceOfTheOneBeforeAndHoldNoLongerThanADay(Databases database) {
        try (Store store = open(database)) {
            Token desk = enrol(store, DESK, DeviceKind.DESK);
            enrol(store, KIOSK, DeviceKind.KIOSK);
            DeviceMessageService messages = new DeviceMessageService(store, clock(NOW));
            messages.send(EVENT, null, "eins").toCompletableFuture().join();
            messages.send(EVENT, null, "zwei").toCompletableFuture().join();

            assertThat(messages.all(EVENT))
                    .extracting(sent -> sent.device() + " " + sent.message().text())
                    .containsExactlyInAnyOrder(DESK + " zwei", KIOSK + " zwei");

            Instant late = NOW.plus(DeviceMessage.HOLDS).plus(Duration.ofSeconds(1));
            assertThat(beat(store, DESK, desk, null, late).message()).isNull();
            assertThat(new DeviceMessageService(store, clock(late)).all(EVENT)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void areRefusedWhereNobodyCouldReadThem(Databases database) {
        try (Store store = open(database)) {
            enrol(store, DESK, DeviceKind.DESK);
            DeviceMessageService messages = new DeviceMessageService(store, clock(NOW));

            for (String bad : List.of(" ", "zwei\nZeilen", "x".repeat(DeviceMessage.LONGEST + 1), "um\u202egedreht")) {
                assertThatThrownBy(() -> messages.send(EVENT, List.of(DESK), bad))
                        .as(bad)
                        .isInstanceOf(Rejected.class);
            }
            assertThatThrownBy(() -> messages.send(EVENT, List.of(), "an niemanden"))
                    .isInstanceOf(Rejected.class);
            assertThatThrownBy(() -> messages.send(EVENT, List.of(DESK, new DeviceId("nobody")), "gut")
                            .toCompletableFuture()
                            .join())
                    .hasRootCauseInstanceOf(Rejected.class);
            assertThat(messages.all(EVENT)).isEmpty();
        }
    }

    private DataKeyTable dataKeys() {
        return new DataKeyTable(ServerKey.of(folder.resolve("key")));
    }

    private HeartbeatAnswer beat(Store store, DeviceId device, Token token, @Nullable UUID shown, Instant at) {
        Heartbeat heartbeat =
                new Heartbeat("1", 9, null, null, 0, 0, 0, 0, null, null, null, null, null, null, shown, null);
        Accounts accounts = new Accounts(store, clock(at));
        HeartbeatService service = new HeartbeatService(store, dataKeys(), clock(at));
        return service.beat(EVENT, device, accounts.holding(token).orElseThrow(), heartbeat)
                .toCompletableFuture()
                .join();
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private Store open(Databases database) {
        Store store = Store.open(database.furnished(folder));
        store.write(
                        WriteKey.of(EVENT),
                        transaction -> transaction
                                .handle()
                                .execute(
                                        """
                                insert into events (id, title_german, title_english, zone, salt, incarnation)
                                values (?, 'Kongress', 'Congress', 'Europe/Berlin', ?, ?)
                                """,
                                        EVENT.text(),
                                        "00".repeat(16),
                                        UUID.randomUUID().toString()))
                .toCompletableFuture()
                .join();
        return store;
    }

    private static Token enrol(Store store, DeviceId device, DeviceKind kind) {
        Token token = Token.next(new SecureRandom());
        store.write(WriteKey.of(EVENT), transaction -> {
                    DeviceTable.put(
                            transaction.handle(), EVENT, device, new DeviceDocument(null, kind, null), token, NOW);
                    return true;
                })
                .toCompletableFuture()
                .join();
        return token;
    }
}
