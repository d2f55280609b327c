package org.einlass.server.account.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.assertj.core.api.ThrowableAssert;
import org.einlass.server.account.Account;
import org.einlass.server.account.Accounts;
import org.einlass.server.account.LoginSurface;
import org.einlass.server.account.Logins;
import org.einlass.server.account.Person;
import org.einlass.server.account.PersonId;
import org.einlass.server.account.Role;
import org.einlass.server.account.Token;
import org.einlass.server.database.Databases;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Organisers invite people and give them roles; people set up a second factor; on both kinds of database. */
final class PeopleTest {
    private static final String NAME = "Emil Muster";
    private static final String PASSWORD = "pferd heftet batterie";
    private static final String HERE = "192.0.2.7";
    private static final SecureRandom CHANCE = new SecureRandom();

    @TempDir
    private Path folder;

    private final TurnedClock clock = new TurnedClock();

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anInvitedPersonMayWhatTheRolesSayInEachEventAndNothingElse(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            PeopleService people = new PeopleService(store, clock, CHANCE);
            Accounts accounts = new Accounts(store, clock);
            Map<String, Role> roles = Map.of("spring", Role.ORGANISER, "autumn", Role.AUDITOR, "winter", Role.DESK);

            Token login = accepted(accept(signIn(store), people.add(NAME, null, roles)));

            assertThat(role(accounts, login, "spring")).isEqualTo(Role.ORGANISER);
            assertThat(role(accounts, login, "autumn")).isEqualTo(Role.AUDITOR);
            assertThat(role(accounts, login, "winter")).isEqualTo(Role.PERSON);
            assertThat(role(accounts, login, "summer")).isEqualTo(Role.PERSON);
            assertThat(role(accounts, login, "")).isEqualTo(Role.PERSON);

            people.setRoles(people.all().get(0).id(), Role.AUDITOR, Map.of());
            assertThat(role(accounts, login, "spring")).isEqualTo(Role.AUDITOR);
            people.block(people.all().get(0).id());
            assertThat(accounts.holding(login, "spring")).isEmpty();
            assertThat(people.all()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void thereAreNoMorePeopleAndRolesThanAnybodyLooksAfter(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            PeopleService people = new PeopleService(store, clock, CHANCE);
            PersonId first = people.add(NAME, null, Map.of()).person().id();
            fill(store, PeopleService.MOST - 1);

            assertThat(why(() -> people.add("Eine mehr", null, Map.of()))).isEqualTo(RejectionReason.CONFLICT);
            people.block(first);
            people.add("Eine mehr", null, Map.of());

            Map<String, Role> roles = IntStream.rangeClosed(0, PeopleService.MOST_ROLES)
                    .boxed()
                    .collect(Collectors.toMap(number -> "event-" + number, number -> Role.DESK));
            assertThat(why(() -> people.add("Noch eine", null, roles))).isEqualTo(RejectionReason.BAD_VALUE);
        }
    }

    private static void fill(Store store, int count) {
        store.write(
                        new WriteKey("", "", ""),
                        transaction -> transaction
                                .handle()
                                .createUpdate("""
                                        insert into people (id, name, name_key, created_at)
                                        with recursive numbers(i) as
                                            (select 1 union all select i + 1 from numbers where i < :count)
                                        select 'p-' || i, 'P ' || i, 'p-' || i, 0 from numbers
                                        """)
                                .bind("count", count)
                                .execute())
                .toCompletableFuture()
                .join();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theLastOrganiserOfAllEventsStaysOne(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            PeopleService people = new PeopleService(store, clock, CHANCE);
            SignInService signIn = signIn(store);
            PersonId emil = emil(signIn, people);
            people.setRoles(emil, Role.ORGANISER, Map.of());

            assertThat(why(() -> people.block(emil))).isEqualTo(RejectionReason.CONFLICT);
            assertThat(why(() -> people.setRoles(emil, Role.AUDITOR, Map.of()))).isEqualTo(RejectionReason.CONFLICT);
            assertThat(people.all().get(0).everywhere()).isEqualTo(Role.ORGANISER);

            PeopleService.Invitation second = people.add("Frida", Role.ORGANISER, Map.of());
            assertThat(why(() -> people.block(emil)))
                    .as("Frida has no password")
                    .isEqualTo(RejectionReason.CONFLICT);
            accepted(accept(signIn, second));
            people.block(emil);
            assertThat(people.all()).extracting(Person::name).containsExactly("Frida");
            assertThat(people.names()).containsEntry(emil, NAME);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anInvitationIsOpenedOnceAndWithinAWeek(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            PeopleService people = new PeopleService(store, clock, CHANCE);
            SignInService signIn = signIn(store);
            PeopleService.Invitation first = people.add(NAME, null, Map.of());
            PeopleService.Invitation second = people.invite(first.person().id());

            assertThat(refusal(accept(signIn, first))).isEqualTo(SignInRefusal.LINK_INVALID);
            accepted(accept(signIn, second));
            assertThat(refusal(accept(signIn, second))).isEqualTo(SignInRefusal.LINK_INVALID);
            PeopleService.Invitation third = people.invite(first.person().id());
            clock.turn(PeopleService.INVITED);
            assertThat(refusal(accept(signIn, third))).isEqualTo(SignInRefusal.LINK_INVALID);

            assertThatThrownBy(() -> people.add("emil  MUSTER", null, Map.of())).isInstanceOf(Rejected.class);
            assertThatThrownBy(() -> people.add("Frida", Role.KIOSK, Map.of())).isInstanceOf(Rejected.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aSecondFactorIsAskedForOnceItIsConfirmedAndEachCodeCountsOnce(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            PeopleService people = new PeopleService(store, clock, CHANCE);
            SecondFactorService factors = new SecondFactorService(store, key(), clock, CHANCE);
            SignInService signIn = signIn(store);
            PersonId emil = emil(signIn, people);

            SecondFactorService.SetUp setUp = factors.begin(emil);
            assertThat(setUp.uri()).startsWith("otpauth://totp/Einlass:Emil%20Muster?secret=" + setUp.secret());
            assertThatThrownBy(() -> factors.confirm(emil, "000 000")).isInstanceOf(Rejected.class);
            accepted(signIn(signIn, ""));
            factors.confirm(emil, code(setUp));

            assertThat(refusal(signIn(signIn, ""))).isEqualTo(SignInRefusal.SECOND_FACTOR_MISSING);
            assertThat(refusal(signIn(signIn, code(setUp)))).isEqualTo(SignInRefusal.SECOND_FACTOR_WRONG);
            clock.turn(Duration.ofSeconds(30));
            accepted(signIn(signIn, code(setUp)));
            assertThat(refusal(signIn(signIn, code(setUp)))).isEqualTo(SignInRefusal.SECOND_FACTOR_WRONG);
            assertThatThrownBy(() -> factors.remove(emil, code(setUp))).isInstanceOf(Rejected.class);

            clock.turn(Duration.ofSeconds(30));
            factors.remove(emil, code(setUp));
            accepted(signIn(signIn, ""));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aSecondFactorInForceIsNotReplacedAndWhoeverGuessesItsCodesHasToWait(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            PeopleService people = new PeopleService(store, clock, CHANCE);
            SecondFactorService factors = new SecondFactorService(store, key(), clock, CHANCE);
            PersonId emil = emil(signIn(store), people);
            SecondFactorService.SetUp first = factors.begin(emil);
            factors.confirm(emil, code(first));
            SecondFactorService.SetUp second = factors.begin(emil);

            assertThat(why(() -> factors.confirm(emil, code(second)))).isEqualTo(RejectionReason.CONFLICT);
            for (int guess = 0; guess < 5; guess++) {
                assertThat(why(() -> factors.remove(emil, "wrong"))).isEqualTo(RejectionReason.BAD_VALUE);
            }
            assertThat(why(() -> factors.remove(emil, code(first)))).isEqualTo(RejectionReason.OVERLOADED);

            clock.turn(Duration.ofMinutes(1));
            factors.remove(emil, code(first));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anotherOrganiserTakesALostSecondFactorAwayAndANewPasswordAloneDoesNot(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            PeopleService people = new PeopleService(store, clock, CHANCE);
            SecondFactorService factors = new SecondFactorService(store, key(), clock, CHANCE);
            SignInService signIn = signIn(store);
            PersonId emil = emil(signIn, people);
            factors.confirm(emil, code(factors.begin(emil)));

            assertThat(refusal(accept(signIn, people.invite(emil)))).isEqualTo(SignInRefusal.SECOND_FACTOR_MISSING);
            assertThat(refusal(signIn(signIn, ""))).isEqualTo(SignInRefusal.SECOND_FACTOR_MISSING);

            Person freed = people.removeSecondFactor(emil);
            assertThat(freed.secondFactor()).isFalse();
            accepted(signIn(signIn, ""));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whereASecondFactorIsRequiredNobodyHasARoleWithoutOne(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            PeopleService people = new PeopleService(store, clock, CHANCE);
            SecondFactorService factors = new SecondFactorService(store, key(), clock, CHANCE);
            Logins strict = new Logins(store, clock, true);
            SignInService signIn = signIn(store);
            PersonId emil = emil(signIn, people);
            people.setRoles(emil, Role.ORGANISER, Map.of());
            Accounts accounts = new Accounts(store, strict, clock);
            Token login = accepted(signIn(signIn, ""));

            assertThat(role(accounts, login, "spring")).isEqualTo(Role.PERSON);
            factors.confirm(emil, code(factors.begin(emil)));
            assertThat(role(accounts, login, "spring")).isEqualTo(Role.ORGANISER);
        }
    }

    private SignInService signIn(Store store) {
        PasswordHasher hasher = new PasswordHasher(new PasswordHasher.Cost(1_024, 1, 1), CHANCE);
        return new SignInService(store, new Logins(store, clock), key(), hasher, folder, clock, CHANCE);
    }

    private ServerKey key() {
        return ServerKey.of(folder.resolve("einlass.key"));
    }

    private static PersonId emil(SignInService signIn, PeopleService people) {
        PeopleService.Invitation invitation = people.add(NAME, null, Map.of());
        accepted(accept(signIn, invitation));
        return invitation.person().id();
    }

    private static SignInResult accept(SignInService signIn, PeopleService.Invitation invitation) {
        return signIn.acceptInvitation(invitation.secret().secret(), PASSWORD, HERE, LoginSurface.API);
    }

    private static SignInResult signIn(SignInService signIn, String code) {
        return signIn.signIn(NAME, PASSWORD, code, HERE, LoginSurface.API);
    }

    /** What an app that was told the secret shows now. */
    private String code(SecondFactorService.SetUp setUp) {
        try {
            TimeBasedOneTimePasswordGenerator app = new TimeBasedOneTimePasswordGenerator();
            SecretKeySpec secret = new SecretKeySpec(new Base32().decode(setUp.secret()), "HmacSHA1");
            return app.generateOneTimePasswordString(secret, clock.instant());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Role role(Accounts accounts, Token login, String event) {
        return accounts.holding(login, event).map(Account::role).orElseThrow();
    }

    private static Token accepted(SignInResult result) {
        assertThat(result).isInstanceOf(SignInResult.Accepted.class);
        return ((SignInResult.Accepted) result).secret();
    }

    private static RejectionReason why(ThrowableAssert.ThrowingCallable asked) {
        return catchThrowableOfType(Rejected.class, asked).reason();
    }

    private static SignInRefusal refusal(SignInResult result) {
        assertThat(result).isInstanceOf(SignInResult.Refused.class);
        return Objects.requireNonNull(((SignInResult.Refused) result).reason());
    }
}
