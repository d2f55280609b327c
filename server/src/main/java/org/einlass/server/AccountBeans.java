package org.einlass.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.einlass.server.account.Accounts;
import org.einlass.server.account.ApiTokenService;
import org.einlass.server.account.KnownTokens;
import org.einlass.server.account.Logins;
import org.einlass.server.account.login.PasswordHasher;
import org.einlass.server.account.login.PeopleService;
import org.einlass.server.account.login.SecondFactorService;
import org.einlass.server.account.login.SignInService;
import org.einlass.server.audit.AuditService;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;

/** Puts together what knows people, tokens, and what they did. */
@ApplicationScoped
public class AccountBeans {
    private static final String SECOND_FACTOR = "einlass.second-factor";
    private static final String REQUIRED = "required";

    @Produces
    @Singleton
    Logins logins(Store store, Clock clock) {
        return new Logins(store, clock, REQUIRED.equals(System.getProperty(SECOND_FACTOR)));
    }

    @Produces
    @Singleton
    KnownTokens knownTokens(Store store, Clock clock) {
        return new KnownTokens(store, clock);
    }

    @Produces
    @Singleton
    Accounts accounts(Store store, Logins logins, KnownTokens knownTokens, Clock clock) {
        Accounts accounts = new Accounts(store, logins, clock);
        accounts.onForget(knownTokens::refresh);
        return accounts;
    }

    @Produces
    @Singleton
    SignInService signIn(Store store, Logins logins, ServerKey serverKey, Clock clock, RandomGenerator chance) {
        PasswordHasher hasher = new PasswordHasher(PasswordHasher.Cost.USUAL, chance);
        return new SignInService(store, logins, serverKey, hasher, Beans.data(), clock, chance);
    }

    @Produces
    @Singleton
    SecondFactorService secondFactors(Store store, ServerKey serverKey, Clock clock, RandomGenerator chance) {
        return new SecondFactorService(store, serverKey, clock, chance);
    }

    @Produces
    @Singleton
    ApiTokenService tokens(Store store, Accounts accounts, Clock clock, RandomGenerator chance) {
        return new ApiTokenService(store, accounts, clock, chance);
    }

    @Produces
    @Singleton
    AuditService audit(Store store, Clock clock) {
        return new AuditService(store, clock);
    }

    @Produces
    @Singleton
    PeopleService people(Store store, Clock clock, RandomGenerator chance) {
        return new PeopleService(store, clock, chance);
    }
}
