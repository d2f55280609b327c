package org.einlass.server.device.helper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.code.HelperCard;
import org.einlass.contract.code.PinHash;
import org.einlass.contract.helper.HelperPass;
import org.einlass.contract.helper.HelperRows;
import org.einlass.contract.helper.PinLock;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.account.login.TurnedClock;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditEntry;
import org.einlass.server.audit.AuditQuery;
import org.einlass.server.audit.AuditService;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Databases;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.json.Json;
import org.einlass.server.rejection.Rejected;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Helpers from their one line to the rows that devices get, on both kinds of database. */
final class HelperServiceTest {
    private static final EventId EVENT = new EventId("congress");
    private static final EventId OTHER = new EventId("other");
    private static final DeviceId DESK = new DeviceId("desk-1");
    private static final LocalDate DAY = LocalDate.of(2022, 7, 4);
    private static final ObjectMapper JSON = Json.mapper();

    @TempDir
    private Path folder;

    private final TurnedClock clock = new TurnedClock();
    private final SecureRandom chance = new SecureRandom();

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aDeviceLearnsOfAHelperOnlyWhileTheBadgeIsShown(Databases database) throws Exception {
        try (Store store = open(database)) {
            HelperBadge badge = wait(service(store, "key").make(EVENT, "  Ayşe Öztürk ", HelperWork.DESK, null));

            HelperRows rows = changed(store, Role.DESK, "").orElseThrow();

            assertThat(rows.rows()).hasSize(1);
            HelperRows.Row row = rows.rows().get(0);
            assertThat(row.lookup())
                    .isEqualTo(badge.card().lookup(EVENT))
                    .doesNotContain(badge.card().text());
            byte[] sealed = Base64.getDecoder().decode(row.sealed());
            assertThat(HelperCard.next(chance).open(sealed, EVENT))
                    .as("another badge")
                    .isEmpty();
            assertThat(badge.card().open(sealed, OTHER)).as("another event").isEmpty();
            byte[] plain = badge.card().open(sealed, EVENT).orElseThrow();
            HelperPass pass = JSON.readValue(new String(plain, UTF_8), HelperPass.class);
            assertThat(pass.operator()).isEqualTo(badge.helper().id());
            assertThat(pass.name()).isEqualTo("Ayşe Öztürk");
            assertThat(pass.day()).isEqualTo(DAY);
            assertThat(new PinHash(pass.pin()).matches(badge.pin())).isTrue();
            assertThat(new PinHash(pass.pin()).matches(badge.pin() + "1")).isFalse();
            assertThat(badge.pin()).matches("[0-9]{4}");
            assertThat(changed(store, Role.DESK, rows.mark())).as("asked again").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void devicesGetThoseWhoWorkThereFromTodayOn(Databases database) {
        try (Store store = open(database)) {
            HelperService helpers = service(store, "key");
            String desk = lookup(wait(helpers.make(EVENT, "Desk", HelperWork.DESK, null)));
            String door = lookup(wait(helpers.make(EVENT, "Door", HelperWork.DOOR, DAY.plusDays(1))));
            String both = lookup(wait(helpers.make(EVENT, "Both", HelperWork.BOTH, DAY.plusDays(1))));

            assertThat(lookups(store, Role.DESK)).containsExactlyInAnyOrder(desk, both);
            assertThat(lookups(store, Role.DOOR)).containsExactlyInAnyOrder(door, both);
            assertThat(changed(store, Role.KIOSK, "")).isEmpty();

            clock.turn(Duration.ofDays(1));

            assertThat(lookups(store, Role.DESK)).containsExactly(both);

            clock.turn(Duration.ofDays(1));

            HelperRows over = changed(store, Role.DESK, "").orElseThrow();
            assertThat(over.rows()).isEmpty();
            assertThat(over.badgesOnly()).as("after the last day").isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anEndedBadgeIsTakenFromTheDevices(Databases database) {
        try (Store store = open(database)) {
            HelperService helpers = service(store, "key");
            HelperBadge badge = wait(helpers.make(EVENT, "Lost", HelperWork.DESK, null));
            String mark = changed(store, Role.DESK, "").orElseThrow().mark();

            wait(helpers.end(EVENT, badge.helper().id()));

            HelperRows ended = changed(store, Role.DESK, mark).orElseThrow();
            assertThat(ended.rows()).isEmpty();
            assertThat(ended.badgesOnly())
                    .as("the desk opens to no chosen name")
                    .isTrue();
            assertThat(changed(store, Role.DESK, ended.mark()))
                    .as("asked again")
                    .isEmpty();
            assertThat(changed(store, Role.DESK, "")).as("a new desk").contains(ended);
            assertThat(changed(store, Role.DOOR, ""))
                    .as("no helper was for doors")
                    .isEmpty();
            assertThat(helpers.all(EVENT)).isEmpty();
            assertThat(helpers.names(EVENT)).containsValue("Lost");
            assertThatThrownBy(() -> wait(helpers.end(EVENT, badge.helper().id())))
                    .hasCauseInstanceOf(Rejected.class);
            assertThatThrownBy(
                            () -> helpers.badges(EVENT, List.of(badge.helper().id())))
                    .isInstanceOf(Rejected.class);
            assertThat(audited(store))
                    .containsExactlyInAnyOrder(AuditAction.HELPER_ADDED.name(), AuditAction.HELPER_ENDED.name());
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aDeviceThatBarsABadgeIsHeardOnceForEachBar(Databases database) {
        try (Store store = open(database)) {
            HelperService helpers = service(store, "key");
            HelperBadge badge = wait(helpers.make(EVENT, "Guessed", HelperWork.DESK, null));

            bar(store, lookup(badge), 5);
            bar(store, lookup(badge), 5);
            clock.turn(Duration.ofMinutes(5));
            bar(store, lookup(badge), 5);
            bar(store, "f".repeat(32), 5);

            assertThat(audited(store).stream().filter(AuditAction.HELPER_LOCKED.name()::equals))
                    .hasSize(2);
            assertThat(helpers.all(EVENT).get(0).locks())
                    .extracting(HelperState.Lock::device)
                    .containsExactly(DESK);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aStolenDatabaseTellsNeitherBadgeNorPin(Databases database) {
        try (Store store = open(database)) {
            HelperService helpers = service(store, "key");
            HelperBadge badge = wait(helpers.make(EVENT, "Ayşe", HelperWork.BOTH, null));

            assertThat(helpers.badges(EVENT, List.of()))
                    .extracting(HelperBadge::pin)
                    .containsExactly(badge.pin());
            HelperService thief = service(store, "another-key");
            assertThatThrownBy(() -> thief.badges(EVENT, List.of())).isInstanceOf(IllegalStateException.class);
            assertThat(rows(store)).noneMatch(row -> row.contains(badge.card().text()));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatCannotBeIsRefusedByName(Databases database) {
        try (Store store = open(database)) {
            HelperService helpers = service(store, "key");

            refuses("name", () -> helpers.make(EVENT, " ", HelperWork.DESK, null));
            refuses("name", () -> helpers.make(EVENT, "x".repeat(81), HelperWork.DESK, null));
            refuses("name", () -> helpers.make(EVENT, "A\nB", HelperWork.DESK, null));
            refuses("work", () -> helpers.make(EVENT, "A", null, null));
            refuses("day", () -> helpers.make(EVENT, "A", HelperWork.DESK, DAY.minusDays(1)));
            refuses("day", () -> helpers.make(EVENT, "A", HelperWork.DESK, DAY.plusDays(401)));
            refuses("locks", () -> HelpersOfDevice.check(List.of(new PinLock("x", 5, clock.instant()))));
            refuses("locks", () -> HelpersOfDevice.check(List.of(new PinLock("f".repeat(32), 0, clock.instant()))));
        }
    }

    private static void refuses(String field, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Rejected.class, why -> assertThat(why.field()).contains(field));
    }

    private void bar(Store store, String lookup, int misses) {
        Instant now = clock.instant();
        AuditTrail trail = AuditTrail.of(AuditAction.HELPER_LOCKED, EVENT.text());
        wait(store.write(WriteKey.of(EVENT), transaction -> {
            HelpersOfDevice.heard(transaction, EVENT, DESK, List.of(new PinLock(lookup, misses, now)), trail, now);
            return EVENT;
        }));
    }

    private static String lookup(HelperBadge badge) {
        return badge.card().lookup(EVENT);
    }

    private List<String> lookups(Store store, Role role) {
        return changed(store, role, "").orElse(HelperRows.NONE).rows().stream()
                .map(HelperRows.Row::lookup)
                .toList();
    }

    private Optional<HelperRows> changed(Store store, Role role, String known) {
        return store.read(
                handle -> Optional.ofNullable(HelpersOfDevice.changed(handle, EVENT, role, known, clock.instant())));
    }

    private static List<String> rows(Store store) {
        return store.read(handle -> handle.createQuery("select secrets || pass || lookup from helpers")
                .mapTo(String.class)
                .list());
    }

    private List<String> audited(Store store) {
        return new AuditService(store, clock)
                .page(AuditQuery.of(EVENT.text()), 100).entries().stream()
                        .map(AuditEntry::action)
                        .toList();
    }

    private HelperService service(Store store, String key) {
        return new HelperService(store, ServerKey.of(folder.resolve(key)), clock, chance);
    }

    private Store open(Databases database) {
        Store store = Store.open(database.furnished(folder));
        wait(store.write(WriteKey.of(EVENT), transaction -> {
            transaction
                    .handle()
                    .execute(
                            """
                    insert into events (id, version, title_german, title_english, zone, day_start, phase, handout,
                        salt, incarnation)
                    values (?, 1, 'T', 'T', 'Europe/Berlin', '04:00', 'LIVE', ?, ?, 'one')
                    """,
                            EVENT.text(),
                            "{\"firstDay\": \"2022-07-04\", \"lastDay\": \"2022-07-05\"}",
                            "00".repeat(16));
            transaction.startFeed(EVENT);
            return EVENT;
        }));
        return store;
    }

    private static <T> T wait(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
