package org.einlass.server.account.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.einlass.contract.account.OrganiserLink;
import org.einlass.server.account.Account;
import org.einlass.server.account.Accounts;
import org.einlass.server.account.LoginSurface;
import org.einlass.server.account.Logins;
import org.einlass.server.account.Person;
import org.einlass.server.account.Role;
import org.einlass.server.account.Token;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditAuthor;
import org.einlass.server.audit.AuditEntry;
import org.einlass.server.audit.AuditQuery;
import org.einlass.server.audit.AuditService;
import org.einlass.server.database.AwaitedWrite;
import org.einlass.server.database.Databases;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.StoreUnavailable;
import org.einlass.server.database.WriteKey;
import org.einlass.server.rejection.Rejected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People sign in, on both kinds of database, with real hashes and a clock that the test turns. */
final class SignInTest {
    private static final String NAME = "Änne Muster";
    private static final String PASSWORD = "pferd heftet batterie";
    private static final String HERE = "192.0.2.7";
    private static final PasswordHasher.Cost COST = PasswordHasher.Cost.USUAL;

    @TempDir
    private Path folder;

    private final TurnedClock clock = new TurnedClock();

    @AfterEach
    void workForNobody() {
        AuditAuthor.end();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theFirstOrganiserOpensTheLinkOnceAndSignsInByNameFromThenOn(Databases database) throws IOException {
        try (Store store = Store.open(database.furnished(folder))) {
            SignInService signIn = service(store, COST);
            signIn.prepareFirstStart();
            String secret = link().secret();
            assertThat(Files.getPosixFilePermissions(OrganiserLink.file(folder)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));

            assertThatThrownBy(() -> open(signIn, secret, "zu kurz")).isInstanceOf(Rejected.class);
            SignInResult first = open(signIn, secret, PASSWORD);
            SignInResult again = open(signIn, secret, PASSWORD);
            Person person = accepted(signIn.signIn(" änne  MUSTER", PASSWORD, "", HERE, LoginSurface.CONSOLE))
                    .person();

            assertThat(accepted(first).person()).isEqualTo(person);
            assertThat(person.isOrganiserEverywhere()).isTrue();
            assertThat(refusal(again)).isEqualTo(SignInRefusal.LINK_INVALID);
            signIn.prepareFirstStart();
            assertThat(OrganiserLink.file(folder)).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aNewLinkGivesAnOrganiserANewPasswordAndEndsEveryLogin(Databases database) throws IOException {
        try (Store store = Store.open(database.furnished(folder))) {
            SignInService signIn = service(store, COST);
            Token old = organiser(signIn);

            OrganiserLink.next(new SecureRandom(), clock.instant()).write(folder);
            open(signIn, link().secret(), "nun ganz etwas anderes");

            assertThat(signIn.check(old, LoginSurface.CONSOLE)).isEmpty();
            assertThat(refusal(signIn.signIn(NAME, PASSWORD, "", HERE, LoginSurface.CONSOLE)))
                    .isEqualTo(SignInRefusal.WRONG);
            accepted(signIn.signIn(NAME, "nun ganz etwas anderes", "", HERE, LoginSurface.CONSOLE));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theLinkStaysValidWhereNothingCanBeWritten(Databases database) throws IOException {
        try (Store store = Store.open(database.furnished(folder))) {
            SignInService signIn = service(store, COST);
            signIn.prepareFirstStart();
            String secret = link().secret();
            AwaitedWrite.in(store, transaction -> transaction.handle().execute("drop table logins"));

            assertThatThrownBy(() -> open(signIn, secret, PASSWORD)).isInstanceOf(StoreUnavailable.class);

            assertThat(link().secret()).isEqualTo(secret);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void ofTwoWhoOpenTheLinkAtOnceOneIsLetIn(Databases database) throws IOException {
        try (Store store = Store.open(database.furnished(folder))) {
            SignInService signIn = service(store, COST);
            signIn.prepareFirstStart();
            String secret = link().secret();

            CompletableFuture<SignInResult> other = CompletableFuture.supplyAsync(() -> open(signIn, secret, PASSWORD));
            List<SignInResult> results = List.of(open(signIn, secret, PASSWORD), other.join());

            assertThat(results)
                    .filteredOn(SignInResult.Accepted.class::isInstance)
                    .hasSize(1);
            assertThat(results).contains(SignInResult.Refused.because(SignInRefusal.LINK_INVALID));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aBlankNameIsRefusedLikeAnUnknownOne(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            assertThat(refusal(service(store, COST).signIn(" ", PASSWORD, "", HERE, LoginSurface.API)))
                    .isEqualTo(SignInRefusal.WRONG);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aLinkIsGoodForADay(Databases database) throws IOException {
        try (Store store = Store.open(database.furnished(folder))) {
            SignInService signIn = service(store, COST);
            signIn.prepareFirstStart();
            String secret = link().secret();

            clock.turn(Duration.ofHours(24));

            assertThat(refusal(open(signIn, secret, PASSWORD))).isEqualTo(SignInRefusal.LINK_INVALID);
            signIn.prepareFirstStart();
            assertThat(link().secret()).isNotEqualTo(secret);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aLoginEndsAfterHalfAnHourWithoutUseAndAfterTwelveHoursOfUse(Databases database) throws IOException {
        try (Store store = Store.open(database.furnished(folder))) {
            SignInService signIn = service(store, COST);
            Token used = organiser(signIn);
            Token idle = accepted(signIn.signIn(NAME, PASSWORD, "", HERE, LoginSurface.CONSOLE))
                    .secret();

            clock.turn(Duration.ofMinutes(29));
            assertThat(signIn.check(used, LoginSurface.CONSOLE)).isPresent();
            awaitWritten(store);
            clock.turn(Duration.ofMinutes(1));

            assertThat(signIn.check(idle, LoginSurface.CONSOLE)).isEmpty();
            for (int use = 0; use < 24; use++) {
                clock.turn(Duration.ofMinutes(28));
                assertThat(signIn.check(used, LoginSurface.CONSOLE)).isPresent();
                awaitWritten(store);
            }
            clock.turn(Duration.ofMinutes(17));
            assertThat(signIn.check(used, LoginSurface.CONSOLE)).isPresent();
            awaitWritten(store);
            clock.turn(Duration.ofMinutes(1));
            assertThat(signIn.check(used, LoginSurface.CONSOLE)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void twoNodesKnowALoginAndEitherEndsIt(Databases database) throws IOException {
        String url = database.furnished(folder);
        try (Store one = Store.open(url);
                Store other = Store.open(url)) {
            SignInService here = service(one, COST);
            SignInService there = service(other, COST);
            Token secret = organiser(here);
            Person person = there.check(secret, LoginSurface.CONSOLE).orElseThrow();

            there.endAll(person.id());
            assertThat(here.check(secret, LoginSurface.CONSOLE)).isEmpty();

            Token second = accepted(there.signIn(NAME, PASSWORD, "", HERE, LoginSurface.CONSOLE))
                    .secret();
            here.signOut(second);
            assertThat(there.check(second, LoginSurface.CONSOLE)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aLoginOfTheConsoleOpensNoInterfaceAndTheOtherWayRound(Databases database) throws IOException {
        try (Store store = Store.open(database.furnished(folder))) {
            SignInService signIn = service(store, COST);
            Accounts accounts = new Accounts(store, clock);
            Token console = organiser(signIn);
            Token api = accepted(signIn.signIn(NAME, PASSWORD, "", HERE, LoginSurface.API))
                    .secret();

            assertThat(accounts.holding(console)).isEmpty();
            assertThat(accounts.holding(api, "congress").map(Account::role)).contains(Role.ORGANISER);
            assertThat(signIn.check(api, LoginSurface.CONSOLE)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whoeverGuessesHasToWaitLongerAndLongerAndTheHolderIsNotLockedOut(Databases database) throws IOException {
        try (Store store = Store.open(database.furnished(folder))) {
            SignInService signIn = service(store, COST);
            String id = person(signIn, organiser(signIn));

            for (int guess = 0; guess < 5; guess++) {
                assertThat(refusal(signIn.signIn(NAME, "geraten " + guess, "", HERE, LoginSurface.API)))
                        .isEqualTo(SignInRefusal.WRONG);
            }
            assertThat(signIn.signIn(NAME, PASSWORD, "", HERE, LoginSurface.API))
                    .isEqualTo(new SignInResult.Refused(SignInRefusal.THROTTLED, Duration.ofSeconds(1)));
            assertThat(slowed(store)).as("told once, and of no name").containsExactly(id);

            clock.turn(Duration.ofMinutes(1));
            accepted(signIn.signIn(NAME, PASSWORD, "", HERE, LoginSurface.API));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aPasswordIsHashedAnewWhenHashesCostMore(Databases database) throws IOException {
        try (Store store = Store.open(database.furnished(folder))) {
            PasswordHasher.Cost cheap = new PasswordHasher.Cost(1_024, 1, 1);
            organiser(service(store, cheap));
            String before = kept(store);

            accepted(service(store, cheap).signIn(NAME, PASSWORD, "", HERE, LoginSurface.API));
            assertThat(kept(store)).isEqualTo(before).startsWith("$argon2id$v=19$m=1024,t=1,p=1$");

            accepted(service(store, COST).signIn(NAME, PASSWORD, "", HERE, LoginSurface.API));
            assertThat(kept(store)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
            accepted(service(store, COST).signIn(NAME, PASSWORD, "", HERE, LoginSurface.API));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aStolenDatabaseOpensNothing(Databases database) throws IOException {
        try (Store store = Store.open(database.furnished(folder))) {
            SignInService signIn = service(store, COST);
            Token secret = organiser(signIn);

            List<String> columns = store.read(
                    handle -> handle.createQuery("select secret_hash from logins union all select password from people")
                            .mapTo(String.class)
                            .list());

            assertThat(columns).hasSize(2).noneMatch(column -> column.contains("argon2"));
            assertThat(columns).noneMatch(column -> column.contains(secret.secret()));
            assertThat(columns)
                    .allSatisfy(column -> assertThat(signIn.check(new Token(column), LoginSurface.CONSOLE))
                            .isEmpty());
            ServerKey thiefs = ServerKey.of(folder.resolve("another.key"));
            assertThatThrownBy(() -> thiefs.open(sealed(store), "password|" + person(signIn, secret)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private SignInService service(Store store, PasswordHasher.Cost cost) {
        SecureRandom chance = new SecureRandom();
        return new SignInService(
                store, new Logins(store, clock), key(), new PasswordHasher(cost, chance), folder, clock, chance);
    }

    private ServerKey key() {
        return ServerKey.of(folder.resolve("einlass.key"));
    }

    /** The login of a new organiser. */
    private Token organiser(SignInService signIn) throws IOException {
        signIn.prepareFirstStart();
        return accepted(open(signIn, link().secret(), PASSWORD)).secret();
    }

    private OrganiserLink link() throws IOException {
        return OrganiserLink.read(folder, clock.instant()).orElseThrow();
    }

    private static SignInResult open(SignInService signIn, String secret, String password) {
        return signIn.firstOrganiser(secret, NAME, password, HERE, LoginSurface.CONSOLE);
    }

    private static SignInResult.Accepted accepted(SignInResult result) {
        assertThat(result).isInstanceOf(SignInResult.Accepted.class);
        return (SignInResult.Accepted) result;
    }

    private static SignInRefusal refusal(SignInResult result) {
        assertThat(result).isInstanceOf(SignInResult.Refused.class);
        return ((SignInResult.Refused) result).reason();
    }

    /** Whose sign-in was slowed, as the audit trail says it. */
    private List<String> slowed(Store store) {
        AuditQuery query = AuditQuery.of("").with("", AuditAction.SIGN_IN_SLOWED.name(), "");
        return new AuditService(store, clock)
                .page(query, 100).entries().stream().map(AuditEntry::subject).toList();
    }

    private static String person(SignInService signIn, Token secret) {
        return signIn.check(secret, LoginSurface.CONSOLE).orElseThrow().id().toString();
    }

    private static String sealed(Store store) {
        return store.read(handle -> handle.createQuery("select password from people")
                .mapTo(String.class)
                .one());
    }

    private String kept(Store store) {
        String id = store.read(handle ->
                handle.createQuery("select id from people").mapTo(String.class).one());
        return key().open(sealed(store), "password|" + id);
    }

    /** A write behind those that nobody waits for: writings are done in their order. */
    private static void awaitWritten(Store store) {
        store.write(new WriteKey("", "", ""), transaction -> Optional.empty())
                .toCompletableFuture()
                .join();
    }
}
