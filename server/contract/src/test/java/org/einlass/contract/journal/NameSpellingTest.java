package org.einlass.contract.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.einlass.contract.registration.AttendeeField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a name a guest puts right alone, and what a desk decides. */
final class NameSpellingTest {

    @ParameterizedTest
    @CsvSource({
        "Mueller, Müller",
        "Muller, Müller",
        "MEIER, Meier",
        "Meier, Maier",
        "Meier, Meyer",
        "Schmidt, Schmitt",
        "Lukasz, Łukasz",
        "Nguyen, Nguyễn",
        "Ozturk, Öztürk",
        "Müller Lüdenscheidt, Müller-Lüdenscheidt",
        "Wiśniewska, Wisniewski",
        "Li, Ly"
    })
    void isASpelling(String seen, String now) {
        assertThat(NameSpelling.isSpelling(List.of(family(seen, now)))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Meier, Schulze",
        "Li, Wu",
        "Müller, Müller-Lüdenscheidt",
        "Anna, Antonia",
        "Meier, Meier 2",
        "Meier, https://example.org",
        "Meier, ''",
        "'', Meier",
        "Meier, ---"
    })
    void isAnotherPersonOrNoName(String seen, String now) {
        assertThat(NameSpelling.isSpelling(List.of(family(seen, now)))).isFalse();
    }

    @Test
    void namesMayBeExchangedAndBothMisspeltALittle() {
        assertThat(NameSpelling.isSpelling(List.of(given("Nguyen", "Anh"), family("Anh", "Nguyen"))))
                .isTrue();
        assertThat(NameSpelling.isSpelling(List.of(given("Catherina", "Katharina"), family("Meier", "Maier"))))
                .isTrue();
        assertThat(NameSpelling.isSpelling(List.of(given("Catherina", "Kathrin"), family("Meier", "Maier"))))
                .as("four letters in both")
                .isFalse();
    }

    @Test
    void nothingButNamesIsPutRight() {
        assertThat(NameSpelling.isSpelling(List.of())).isFalse();
        assertThat(NameSpelling.isSpelling(List.of(new FieldCorrection(AttendeeField.ORGANISATION, "Stadt", "Staat"))))
                .isFalse();
        assertThat(NameSpelling.isSpelling(List.of(family("Meier", "Maier"), family("Meier", "Meyer"))))
                .isFalse();
        assertThat(NameSpelling.isSpelling(List.of(family("Meier", "M".repeat(121)))))
                .isFalse();
    }

    private static FieldCorrection family(String seen, String now) {
        return new FieldCorrection(AttendeeField.FAMILY_NAME, seen, now);
    }

    private static FieldCorrection given(String seen, String now) {
        return new FieldCorrection(AttendeeField.GIVEN_NAME, seen, now);
    }
}
