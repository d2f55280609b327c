package org.einlass.contract.code;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.einlass.contract.id.RegistrationId;
import org.junit.jupiter.api.Test;

final class UnlockCardTest {
    private final DataKey key = DataKey.next(7, new Random(1));
    private final UnlockCard card = UnlockCard.next(new Random(2));
    private final byte[] wrapped = card.wrap(key, new Random(3));

    @Test
    void opensTheKeyThatItWrapped() {
        DataKey opened = card.unwrap(wrapped).orElseThrow();

        assertThat(opened.text()).isEqualTo(key.text());
        assertThat(opened.number()).isEqualTo(7);
    }

    @Test
    void opensNothingElse() {
        assertThat(UnlockCard.next(new Random(4)).unwrap(wrapped)).isEmpty();
        for (int i = 0; i < wrapped.length; i++) {
            byte[] changed = wrapped.clone();
            changed[i] ^= 1;
            assertThat(card.unwrap(changed)).isEmpty();
            assertThat(card.unwrap(Arrays.copyOf(wrapped, i))).isEmpty();
        }
    }

    @Test
    void isReadAsItIsPrintedOrTypedWithSlack() {
        assertThat(card.text()).hasSize(UnlockCard.LENGTH).startsWith("U1");
        assertThat(card.grouped().split(" "))
                .hasSize(6)
                .allSatisfy(group -> assertThat(group).hasSize(5));
        String typed = card.grouped()
                .toLowerCase(java.util.Locale.ROOT)
                .replace('1', 'i')
                .replace('0', 'o');
        assertThat(UnlockCard.parse(typed)).map(UnlockCard::text).contains(card.text());
    }

    @Test
    void findsEveryWrongSymbolAndEverySwapOfNeighbours() {
        for (int i = 0; i < UnlockCard.LENGTH; i++) {
            char wrong = card.text().charAt(i) == 'A' ? 'B' : 'A';
            assertThat(UnlockCard.parse(
                            card.text().substring(0, i) + wrong + card.text().substring(i + 1)))
                    .isEmpty();
        }
        for (int i = 1; i < UnlockCard.LENGTH; i++) {
            char[] swapped = card.text().toCharArray();
            swapped[i] = card.text().charAt(i - 1);
            swapped[i - 1] = card.text().charAt(i);
            if (swapped[i] != swapped[i - 1]) {
                assertThat(UnlockCard.parse(new String(swapped))).isEmpty();
            }
        }
    }

    @Test
    void isNobodysTicketAndIsAskedAboutNowhere() {
        assertThat(ScannedText.of(card.text())).isInstanceOf(ForeignText.class);
        assertThat(ScannedText.of(card.grouped())).isInstanceOf(ForeignText.class);
        assertThat(Code.parse(card.text())).isEmpty();
    }

    @Test
    void saysNothingByItself() {
        assertThat(card).hasToString("unlock card");
        assertThat(key).hasToString("data key 7");
    }

    @Test
    void aDataKeyOpensOnlyWhatItSealedAndOnlyInItsPlace() {
        String place = DataKey.place(new RegistrationId(new UUID(1, 1)), 3);
        byte[] sealed = key.seal("Änne".getBytes(UTF_8), place, new Random(5));

        assertThat(key.open(sealed, place)).hasValue("Änne".getBytes(UTF_8));
        assertThat(key.open(sealed, DataKey.place(new RegistrationId(new UUID(1, 1)), 4)))
                .isEmpty();
        assertThat(key.open(sealed, DataKey.place(new RegistrationId(new UUID(1, 2)), 3)))
                .isEmpty();
        assertThat(DataKey.next(7, new Random(6)).open(sealed, place)).isEmpty();
        assertThat(DataKey.parse(7, key.text()).orElseThrow().open(sealed, place))
                .isPresent();
        assertThat(DataKey.parse(7, "short")).isEmpty();
    }
}
