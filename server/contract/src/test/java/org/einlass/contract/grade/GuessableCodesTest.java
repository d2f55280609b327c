package org.einlass.contract.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.einlass.contract.code.ExternalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GuessableCodesTest {
    private static final String BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz";

    @ParameterizedTest
    @CsvSource({
        "123456, GUESSABLE",
        "4006381333931, GUESSABLE",
        "1234567890123456789, GUESSABLE",
        "12345678901234567890, STRONG",
        "K-2022-000017, GUESSABLE",
        "7gk2xlm9q4tz, GUESSABLE",
        "7gk2xlm9q4tz3, STRONG",
        "7Gk2xLm9Qa, GUESSABLE",
        "7Gk2xLm9QaB, STRONG",
        "deadbeef0123456, GUESSABLE",
        "deadbeef01234567, STRONG",
        "----------------------------7, GUESSABLE",
        "3f2b8c1e-7d64-4a0f-9b55-0c1d2e3f4a5b, STRONG"
    })
    void judgesOneCodeByLengthAndAlphabet(String code, CodeGrade expected) {
        assertThat(CodeGrade.of(new ExternalCode(code))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 8, 700, 5_000})
    void takesRandomLongCodesForStrong(int number) {
        Random chance = new Random(number);
        assertThat(among(number, at -> new UUID(chance.nextLong(), chance.nextLong()).toString())
                        .isEmpty())
                .isTrue();
        assertThat(among(number, at -> random(chance, 20, "0123456789")).isEmpty())
                .isTrue();
        assertThat(among(number, at -> "ABC-" + random(chance, 13, BASE36)).isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 8, 700, 5_000})
    void findsLongCodesThatAreCountedUp(int number) {
        GuessableCodes found = among(number, at -> "CONGRESS-2022-ORDER-%012d-X".formatted(100_000 + at));

        assertThat(found.contains(new ExternalCode("CONGRESS-2022-ORDER-000000100001-X")))
                .isTrue();
        assertThat(found.anyLong()).isTrue();
    }

    @Test
    void findsCountedCodesAmongRandomOnesOfTheSameLength() {
        Random chance = new Random(1);
        List<ExternalCode> list = IntStream.range(0, 200)
                .mapToObj(at -> new ExternalCode(
                        at % 2 == 0 ? random(chance, 28, BASE36) : "congress2022ordernumber%05d".formatted(at)))
                .toList();

        GuessableCodes found = GuessableCodes.among(list);

        assertThat(list)
                .allSatisfy(code ->
                        assertThat(found.contains(code)).isEqualTo(code.text().startsWith("congress2022")));
    }

    @Test
    void findsAFewRandomSymbolsBehindAFixedBeginning() {
        Random chance = new Random(2);

        assertThat(among(300, at -> "https://shop.example/t/" + random(chance, 8, BASE36))
                        .anyLong())
                .isTrue();
    }

    @Test
    void saysWhatTheyLookLikeAndShowsNone() {
        GuessableCodes found = among(12, at -> at < 9 ? "%06d".formatted(770_000 + at) : "%04d".formatted(at));

        assertThat(found.forms().german()).isEqualTo("6 Ziffern (9), 4 Ziffern (3)");
        assertThat(found.forms().english()).isEqualTo("6 digits (9), 4 digits (3)");
        assertThat(among(8, at -> "CONGRESS-2022-%06d".formatted(at)).forms().english())
                .isEqualTo("20 characters of which only 1 differ (8)");
    }

    @Test
    void namesOnlyTheMostFrequentForms() {
        GuessableCodes found = among(8, at -> "1".repeat(at + 1));

        assertThat(found.forms().in(Locale.ENGLISH)).endsWith(", others (3)");
    }

    private static GuessableCodes among(int number, IntFunction<String> code) {
        return GuessableCodes.among(
                IntStream.range(0, number).mapToObj(code).map(ExternalCode::new).toList());
    }

    private static String random(Random chance, int length, String alphabet) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < length; at++) {
            text.append(alphabet.charAt(chance.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
