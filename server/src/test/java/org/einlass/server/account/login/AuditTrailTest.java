package org.einlass.server.account.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Account;
import org.einlass.server.account.Accounts;
import org.einlass.server.account.ApiTokenService;
import org.einlass.server.account.PersonId;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditAuthor;
import org.einlass.server.audit.AuditEntry;
import org.einlass.server.audit.AuditPage;
import org.einlass.server.audit.AuditQuery;
import org.einlass.server.audit.AuditService;
import org.einlass.server.database.Databases;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.rejection.Rejected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What an organiser does stands in the trail, and tokens of programs are made and ended; on both kinds of
 * database.
 */
final class AuditTrailTest {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final EventId SPRING = new EventId("spring");

    @TempDir
    private Path folder;

    private final TurnedClock clock = new TurnedClock();

    @AfterEach
    void endWork() {
        AuditAuthor.end();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void searchingWhileTypingIsOneLineAMinuteForEachDesk(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            AuditService audit = new AuditService(store, clock);
            for (String desk : List.of("device:desk-1", "device:desk-2")) {
                AuditAuthor.begin(desk);
                for (int typed = 0; typed < 5; typed++) {
                    audit.readsWhileTyping(AuditAction.REGISTRATIONS_SEARCHED, "spring");
                }
            }
            assertThat(all(audit, 10))
                    .extracting(AuditEntry::author)
                    .containsExactlyInAnyOrder("device:desk-1", "device:desk-2");

            clock.turn(Duration.ofMinutes(1));
            audit.readsWhileTyping(AuditAction.REGISTRATIONS_SEARCHED, "spring");

            assertThat(all(audit, 10)).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whoDidWhatIsFoundAgainPageByPageTheNewestFirst(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            PeopleService people = new PeopleService(store, clock, CHANCE);
            AuditService audit = new AuditService(store, clock);
            AuditAuthor.begin("person:one");
            PersonId emil = people.add("Emil Muster", null, Map.of()).person().id();
            for (int change = 0; change < 5; change++) {
                people.setRoles(emil, Role.AUDITOR, Map.of());
            }
            clock.turn(Duration.ofMinutes(1));
            AuditAuthor.begin("person:two");
            audit.reads(AuditAction.TICKET_READ, "spring", "r1");
            people.block(emil);

            List<AuditEntry> all = all(audit, 3);

            assertThat(all).hasSize(8);
            assertThat(all.stream().map(AuditEntry::at)).isSortedAccordingTo((one, two) -> two.compareTo(one));
            assertThat(all.subList(2, 8))
                    .allSatisfy(entry -> assertThat(entry.author()).isEqualTo("person:one"));
            assertThat(all.toString()).doesNotContain("Emil");
            assertThat(actions(audit, AuditQuery.of("spring"))).containsExactly("TICKET_READ");
            assertThat(actions(audit, AuditQuery.of("").with("person:two", "", emil.toString())))
                    .containsExactly("PERSON_BLOCKED");
            Instant later = clock.instant();
            assertThat(actions(
                            audit,
                            AuditQuery.of("").between(Instant.EPOCH, later).with("", "ROLES_SET", "")))
                    .hasSize(5);
            assertThat(actions(audit, AuditQuery.of("").between(later, later.plusSeconds(1))))
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatFailedIsNotInTheTrail(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            PeopleService people = new PeopleService(store, clock, CHANCE);
            PersonId nobody = new PersonId(UUID.randomUUID());

            assertThatThrownBy(() -> people.invite(nobody)).isInstanceOf(Rejected.class);

            assertThat(all(new AuditService(store, clock), 10)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aTokenOpensItsEventUntilItEndsOrIsRevokedAndIsListedWithoutItsSecret(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            Accounts accounts = new Accounts(store, clock);
            ApiTokenService tokens = new ApiTokenService(store, accounts, clock, CHANCE);
            Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
            ApiTokenService.Made bound = make(tokens, SPRING, tomorrow);
            ApiTokenService.Made free = make(tokens, null, tomorrow);

            Account inSpring = accounts.holding(bound.secret(), "spring").orElseThrow();
            assertThat(inSpring.role()).isEqualTo(Role.ORGANISER);
            assertThat(inSpring.name()).isEqualTo("token:" + bound.token().id());
            assertThat(inSpring.mayTouch("autumn")).isFalse();
            assertThat(accounts.holding(bound.secret(), "").orElseThrow().isIn("ORGANISER"))
                    .isFalse();
            assertThat(accounts.holding(free.secret(), "").orElseThrow().isIn("ORGANISER"))
                    .isTrue();
            assertThat(tokens.all()).containsExactlyInAnyOrder(bound.token(), free.token());
            assertThat(tokens.all().toString()).doesNotContain(bound.secret().secret());

            tokens.revoke(bound.token().id()).toCompletableFuture().join();
            assertThat(accounts.holding(bound.secret(), "spring")).isEmpty();
            assertThat(tokens.all()).containsExactly(free.token());
            clock.turn(Duration.ofDays(1));
            assertThat(accounts.holding(free.secret(), "spring")).isEmpty();
            assertThat(actions(new AuditService(store, clock), AuditQuery.of("spring")))
                    .containsExactly("TOKEN_MADE");
            assertThatThrownBy(() -> make(tokens, null, clock.instant())).isInstanceOf(Rejected.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void thereAreNoMoreTokensThanAnybodyLooksAfter(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            ApiTokenService tokens = new ApiTokenService(store, new Accounts(store, clock), clock, CHANCE);
            Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
            store.write(
                            new WriteKey("", "", ""),
                            transaction -> transaction.handle().execute("""
                                    insert into accounts (token_hash, role, title, created_at)
                                    with recursive numbers(i) as
                                        (select 100000 union all select i + 1 from numbers where i < 100499)
                                    select i || '-token-hash-of-tests', 'AUDITOR', 'test', 0 from numbers
                                    """))
                    .toCompletableFuture()
                    .join();

            assertThatThrownBy(() -> make(tokens, null, tomorrow))
                    .hasRootCauseInstanceOf(Rejected.class)
                    .rootCause()
                    .hasMessageContaining("500 tokens");
            tokens.revoke(tokens.all().get(0).id()).toCompletableFuture().join();
            make(tokens, null, tomorrow);
        }
    }

    private static ApiTokenService.Made make(ApiTokenService tokens, @Nullable EventId event, Instant expires) {
        return tokens.make("badge shop", Role.ORGANISER, event, expires)
                .toCompletableFuture()
                .join();
    }

    private static List<String> actions(AuditService audit, AuditQuery query) {
        return audit.page(query, 100).entries().stream().map(AuditEntry::action).toList();
    }

    private static List<AuditEntry> all(AuditService audit, int most) {
        List<AuditEntry> all = new ArrayList<>();
        AuditPage page = audit.page(AuditQuery.of(""), most);
        all.addAll(page.entries());
        while (page.next() != null) {
            page = audit.page(AuditQuery.of("").after(page.next()), most);
            all.addAll(page.entries());
        }
        return all;
    }
}
