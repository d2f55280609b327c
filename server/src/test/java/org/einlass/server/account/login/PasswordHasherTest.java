package org.einlass.server.account.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

final class PasswordHasherTest {
    private static final PasswordHasher HASHER =
            new PasswordHasher(new PasswordHasher.Cost(256, 2, 1), new SecureRandom());

    private static final Executor OWN_THREAD = work -> new Thread(work).start();

    /**
     * From the reference implementation's test vectors (version 0x13, "password", "somesalt", 256 KiB, two
     * passes).
     */
    private static final String REFERENCE =
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    @Test
    void readsWhatTheReferenceImplementationWrote() {
        assertThat(HASHER.matches(REFERENCE, "password")).contains(true);
        assertThat(HASHER.matches(REFERENCE, "Password")).contains(false);
        assertThat(HASHER.isOutdated(REFERENCE)).isFalse();
    }

    @Test
    void onePasswordLooksDifferentEachTime() {
        String one = HASHER.hash("pferd heftet batterie").orElseThrow();
        String other = HASHER.hash("pferd heftet batterie").orElseThrow();

        assertThat(one).isNotEqualTo(other);
        assertThat(HASHER.matches(other, "pferd heftet batterie")).contains(true);
    }

    @Test
    void whatBelongsToNobodyIsComparedLikeAnyOther() {
        String nobodys = HASHER.matchedByNone();

        assertThat(HASHER.matches(nobodys, "")).contains(false);
        assertThat(HASHER.isOutdated(nobodys)).isFalse();
        assertThat(nobodys)
                .hasSameSizeAs(HASHER.hash("pferd heftet batterie").orElseThrow())
                .isNotEqualTo(HASHER.matchedByNone());
    }

    @Test
    void atMostTwoHashesAreMadeAtOnce() {
        PasswordHasher slow =
                new PasswordHasher(new PasswordHasher.Cost(1_024, 900, 1), new SecureRandom(), Duration.ZERO);
        CompletableFuture<Optional<String>> one =
                CompletableFuture.supplyAsync(() -> slow.hash("pferd heftet"), OWN_THREAD);
        CompletableFuture<Optional<String>> other =
                CompletableFuture.supplyAsync(() -> slow.hash("batterie"), OWN_THREAD);
        while (slow.freeTurns() > 0) {
            assertThat(one.isDone() || other.isDone()).as("both are at work").isFalse();
            Thread.onSpinWait();
        }

        assertThat(slow.matches(REFERENCE, "password"))
                .as("a third, who does not wait")
                .isEmpty();

        assertThat(one.join()).isPresent();
        assertThat(other.join()).isPresent();
        assertThat(slow.matches(REFERENCE, "password")).contains(true);
    }

    @Test
    void anUmlautIsTheSameOnEveryKeyboard() {
        String composed = "schöne grüße";
        String apart = Normalizer.normalize(composed, Normalizer.Form.NFD);

        assertThat(apart.getBytes(UTF_8)).isNotEqualTo(composed.getBytes(UTF_8));
        assertThat(HASHER.matches(HASHER.hash(composed).orElseThrow(), apart)).contains(true);
    }
}
