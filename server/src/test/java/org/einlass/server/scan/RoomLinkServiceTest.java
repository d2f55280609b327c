package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.server.account.Token;
import org.einlass.server.database.Databases;
import org.einlass.server.database.WriteKey;
import org.einlass.server.journal.quota.DeviceQuotaService;
import org.einlass.server.live.RoomLink;
import org.einlass.server.live.RoomLinkService;
import org.einlass.server.live.RoomPage;
import org.einlass.server.presence.hand.RoomTap;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much whoever has a room's link can ask of the server. */
final class RoomLinkServiceTest {
    @TempDir
    private Path folder;

    private Congress congress;
    private RoomLinkService links;
    private DeviceQuotaService quotas;
    private DeviceId phone;
    private Token secret;

    private void open(Databases database) {
        congress = new Congress(database, folder);
        quotas = new DeviceQuotaService(congress.store(), congress.clock);
        links = new RoomLinkService(
                congress.store(), congress.services().roomTaps(), quotas, congress.clock, new Random(7));
        RoomLink.Made made = links.make(Congress.EVENT, new AreaId("arena"), Duration.ofHours(18), "person:1")
                .toCompletableFuture()
                .join();
        phone = new DeviceId("room-" + made.link().id());
        secret = Token.of(made.secret()).orElseThrow();
    }

    @AfterEach
    void close() {
        congress.close();
    }

    private RoomPage tap(int many) {
        return links.tap(secret, taps(many)).toCompletableFuture().join();
    }

    private static List<RoomTap> taps(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> new RoomTap(new EntryId(UUID.randomUUID()), RoomTap.Kind.MORE, null, null))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aLookAtTheRoomWaitsForNoWriter(Databases database) throws Exception {
        open(database);
        CountDownLatch written = new CountDownLatch(1);
        CompletionStage<Boolean> scan =
                congress.store().writeAlone(WriteKey.of(Congress.EVENT), transaction -> awaited(written));
        try {
            assertThat(links.tap(secret, List.of()).toCompletableFuture().get(10, TimeUnit.SECONDS))
                    .isNotNull();
        } finally {
            written.countDown();
        }
        assertThat(scan.toCompletableFuture().join()).isTrue();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anEventHasNoMoreLinksThanAnybodyLooksAfter(Databases database) {
        open(database);
        long tomorrow = congress.clock.instant().plus(Duration.ofDays(1)).toEpochMilli();
        // One is open already.
        fill("open", RoomLinkService.MOST_OPEN - 1, tomorrow);
        fill("over", RoomLinkService.MOST_ENDED + 100, 1);

        assertThatThrownBy(this::make).hasRootCauseInstanceOf(Rejected.class).hasStackTraceContaining("500 links are");

        links.revoke(Congress.EVENT, "open-1").toCompletableFuture().join();
        make();
        assertThat(links.all(Congress.EVENT)).hasSize(RoomLinkService.MOST_OPEN + RoomLinkService.MOST_ENDED);
        assertThat(tap(1).people()).as("the open ones stay").isEqualTo(1);
    }

    private void make() {
        links.make(Congress.EVENT, new AreaId("arena"), Duration.ofHours(18), "person:1")
                .toCompletableFuture()
                .join();
    }

    private void fill(String name, int count, long expires) {
        congress.store()
                .write(
                        WriteKey.of(Congress.EVENT),
                        transaction -> transaction
                                .handle()
                                .createUpdate("""
                                        insert into room_links
                                            (event, id, area, secret_hash, made_at, made_by, expires_at)
                                        with recursive numbers(i) as
                                            (select 1 union all select i + 1 from numbers where i < :count)
                                        select :event, :name || '-' || i, 'arena', :name || '-' || i, i, 'test', :expires
                                        from numbers
                                        """)
                                .bind("event", Congress.EVENT.text())
                                .bind("name", name)
                                .bind("count", count)
                                .bind("expires", expires)
                                .execute())
                .toCompletableFuture()
                .join();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aLinkOpensItsRoomUntilItsHoursAreOverAndNothingAfterwards(Databases database) {
        open(database);
        assertThat(tap(1).people()).isEqualTo(1);

        congress.after(Duration.ofHours(18).minusSeconds(1));
        assertThat(tap(1).people()).isEqualTo(2);

        congress.after(Duration.ofSeconds(1));
        Rejected refused = catchThrowableOfType(Rejected.class, () -> tap(1));
        assertThat(refused.reason()).isEqualTo(RejectionReason.UNKNOWN_TOKEN);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aLinkSendsTwoHundredTapsAtOnceAndTwoASecondFromThenOn(Databases database) {
        open(database);
        assertThatThrownBy(() -> tap(21)).isInstanceOf(Rejected.class).hasMessageContaining("cannot be read");
        IntStream.range(0, 10).forEach(i -> tap(20));
        assertThat(tap(0).people()).isEqualTo(200);

        Rejected refused = catchThrowableOfType(Rejected.class, () -> tap(20));

        assertThat(refused.reason()).isEqualTo(RejectionReason.TOO_MANY_ATTEMPTS);
        assertThat(refused.retryAfter()).contains(Duration.ofSeconds(10));
        assertThat(tap(0).people()).as("a look is no tap").isEqualTo(200);
        congress.after(Duration.ofSeconds(10));
        assertThat(tap(20).people()).isEqualTo(220);
        assertThatThrownBy(() -> tap(1)).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void tapsOfOneBodyFollowEachOtherAndACountOfThePastDoesNotOutweighALaterOne(Databases database) {
        open(database);
        RoomTap first = new RoomTap(new EntryId(UUID.randomUUID()), RoomTap.Kind.COUNTED, 30, 60L);
        RoomTap more = new RoomTap(new EntryId(UUID.randomUUID()), RoomTap.Kind.MORE, null, null);
        RoomTap fewer = new RoomTap(new EntryId(UUID.randomUUID()), RoomTap.Kind.FEWER, null, null);

        assertThat(taken(first, more, more, fewer, tap(RoomTap.Kind.MORE), tap(RoomTap.Kind.MORE)))
                .as("30, and one more, one fewer and two more; the same tap counts once")
                .isEqualTo(32);
        assertThat(taken(more, fewer)).as("sent again").isEqualTo(32);
        assertThat(taken(new RoomTap(new EntryId(UUID.randomUUID()), RoomTap.Kind.COUNTED, 7, 30L)))
                .as("counted half a minute before the last tap")
                .isEqualTo(32);
        assertThat(taken(
                        new RoomTap(new EntryId(UUID.randomUUID()), RoomTap.Kind.COUNTED, 5, null),
                        tap(RoomTap.Kind.FEWER)))
                .isEqualTo(4);
    }

    private long taken(RoomTap... taps) {
        return links.tap(secret, List.of(taps)).toCompletableFuture().join().people();
    }

    private static RoomTap tap(RoomTap.Kind kind) {
        return new RoomTap(new EntryId(UUID.randomUUID()), kind, null, null);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aPhoneIsHeldToAQuotaAndBlockedLikeADevice(Databases database) {
        open(database);
        assertThatThrownBy(() -> block(true))
                .as("it has reported nothing")
                .rootCause()
                .isInstanceOf(Rejected.class);
        assertThat(tap(3).people()).isEqualTo(3);
        quotas.limit(Congress.EVENT, phone, 4, 100_000).toCompletableFuture().join();

        Rejected waits = catchThrowableOfType(Rejected.class, () -> tap(2));

        assertThat(waits.reason()).isEqualTo(RejectionReason.TOO_MANY_ATTEMPTS);
        assertThat(quotas.all(Congress.EVENT))
                .singleElement()
                .satisfies(quota -> assertThat(quota.waiting()).isEqualTo(2));
        quotas.release(Congress.EVENT, phone).toCompletableFuture().join();
        assertThat(tap(2).people()).isEqualTo(5);
        block(true);
        Rejected blocked = catchThrowableOfType(Rejected.class, () -> tap(1));
        assertThat(blocked.reason()).isEqualTo(RejectionReason.UNKNOWN_TOKEN);
        block(false);
        assertThat(tap(1).people()).isEqualTo(6);
    }

    private void block(boolean wanted) {
        (wanted ? quotas.block(Congress.EVENT, phone) : quotas.unblock(Congress.EVENT, phone))
                .toCompletableFuture()
                .join();
    }
}
