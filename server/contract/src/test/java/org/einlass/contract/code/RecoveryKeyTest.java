package org.einlass.contract.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RecoveryKeyTest {
    private final RecoveryKey key = RecoveryKey.next(new Random(2));
    private final byte[] fileKey = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32
    };
    private final byte[] sealed = key.publicKey().seal(fileKey, new Random(3));

    @Test
    void opensWhatWasSealedToItsPublicHalf() {
        assertThat(sealed).hasSize(RecoveryPublicKey.SEALED_BYTES);
        assertThat(key.open(sealed)).contains(fileKey);
    }

    @Test
    void opensNothingElse() {
        assertThat(RecoveryKey.next(new Random(4)).open(sealed)).isEmpty();
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(key.open(changed)).as("byte " + i).isEmpty();
            assertThat(key.open(Arrays.copyOf(sealed, i))).isEmpty();
        }
    }

    @Test
    void isReadAsItIsTypedWithSlack() {
        String typed = key.grouped().toLowerCase(Locale.ROOT).replace('1', 'i').replace('0', 'o') + " ";

        assertThat(key.grouped().split(" "))
                .hasSize(6)
                .allSatisfy(group -> assertThat(group).hasSize(5));
        assertThat(RecoveryKey.parse(typed)).map(RecoveryKey::publicKey).contains(key.publicKey());
    }

    @Test
    void findsEverySlipOfOneSymbol() {
        String text = key.grouped().replace(" ", "");
        for (int i = 0; i < text.length(); i++) {
            char wrong = text.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(RecoveryKey.parse(text.substring(0, i) + wrong + text.substring(i + 1)))
                    .isEmpty();
        }
        assertThat(RecoveryKey.parse("")).isEmpty();
    }

    @Test
    void neverSaysItself() {
        assertThat(key).hasToString("recovery key");
    }
}
