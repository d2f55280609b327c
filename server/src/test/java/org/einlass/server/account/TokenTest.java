package org.einlass.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TokenTest {
    private final SecureRandom chance = new SecureRandom();

    @Test
    void isTwoHundredAndFiftySixBitsOfChanceInUrlSafeSymbols() {
        var tokens =
                Stream.generate(() -> Token.next(chance).secret()).limit(1_000).collect(Collectors.toSet());

        assertThat(tokens).hasSize(1_000).allMatch(token -> token.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void isKnownByItsSha256() {
        // FIPS 180-4, the example "abc"
        assertThat(new Token("abc").hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void neverShowsItself() {
        Token token = Token.next(chance);

        assertThat(token.toString()).doesNotContain(token.secret());
    }

    @Test
    void isNeitherEmptyNorEndless() {
        assertThatThrownBy(() -> new Token("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Token("x".repeat(201))).isInstanceOf(IllegalArgumentException.class);
    }
}
