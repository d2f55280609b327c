package org.einlass.server.account.login;

import java.time.Duration;
import java.time.Instant;
import org.einlass.server.account.Person;
import org.einlass.server.account.Token;

/** What became of an attempt to sign in. */
public sealed interface SignInResult {
    /**
     * A login has begun.
     *
     * @param secret what opens it, told this once
     * @param ends when it ends at the latest; without use it ends earlier
     */
    record Accepted(Token secret, Person person, Instant ends) implements SignInResult {}

    /**
     * Nothing has begun.
     *
     * @param pause how long to wait before another attempt; zero where that makes no sense
     */
    record Refused(SignInRefusal reason, Duration pause) implements SignInResult {
        public static Refused because(SignInRefusal reason) {
            return new Refused(reason, Duration.ZERO);
        }
    }
}
