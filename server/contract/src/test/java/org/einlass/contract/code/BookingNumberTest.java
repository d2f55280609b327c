package org.einlass.contract.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.einlass.quality.Seeds;
import org.junit.jupiter.api.Test;

final class BookingNumberTest {

    @Test
    void keepsToTheStandardsExample() {
        assertThat(BookingNumber.parse("0794")).isEmpty();
        assertThat(BookingNumber.parse("123 456 788")).contains(new BookingNumber("123456788"));
    }

    @Test
    void isPrintedInGroups() {
        assertThat(new BookingNumber("123456788").grouped()).isEqualTo("123 456 788");
    }

    @Test
    void refusesAWrongNumberWithARemedy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BookingNumber("123456789"))
                .withMessageContaining("Compare it with the ticket");
    }

    @Test
    void findsEveryWrongDigit() {
        Seeds.each(300, chance -> {
            String digits = BookingNumber.next(chance).digits();
            int place = chance.nextInt(9);
            int by = chance.nextInt(1, 10);
            StringBuilder wrong = new StringBuilder(digits);
            wrong.setCharAt(place, (char) ('0' + (digits.charAt(place) - '0' + by) % 10));

            assertThat(BookingNumber.parse(digits)).isPresent();
            assertThat(BookingNumber.parse(wrong.toString())).isEmpty();
        });
    }
}
