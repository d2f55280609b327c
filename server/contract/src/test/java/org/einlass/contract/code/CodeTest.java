package org.einlass.contract.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.Random;
import org.einlass.contract.id.EventId;
import org.einlass.quality.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CodeTest {
    private static final EventId EVENT = new EventId("digitales-thueringen-2022");

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvFileSource(resources = "golden/codes.csv", numLinesToSkip = 1)
    void keepsToTheGoldenVectors(
            String event,
            String secret,
            char generation,
            CodeKind kind,
            String random,
            String text,
            String salt,
            String lookupId) {
        CodeKey key = new CodeKey(new EventId(event), generation, HexFormat.of().parseHex(secret));

        Code code = key.issue(kind, bytes(random));

        assertThat(code.text()).isEqualTo(text);
        assertThat(Code.parse(text)).contains(code);
        assertThat(key.isGenuine(code)).isTrue();
        assertThat(new EventSalt(salt).lookupId(code).hex()).isEqualTo(lookupId);
    }

    @Test
    void readsWhatPeopleAndScannersMakeOfIt() {
        Code code = key('1').issue(CodeKind.TICKET, new Random(7));
        String spaced = code.text().replaceAll("(.{5})", "$1-").toLowerCase(java.util.Locale.ROOT);

        assertThat(Code.parse(spaced)).contains(code);
        assertThat(Code.parse(" " + code.text() + " ")).contains(code);
        assertThat(Code.parse(code.text().replace('1', 'i').replace('0', 'O'))).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "T", "https://example.org/T1", "T1\u0000", "T1YZ", "T1\u0131", "ﬁ", "T1ÄÖÜ"})
    void readsNothingElse(String text) {
        assertThat(Code.parse(text)).isEmpty();
        assertThat(Code.parse(text + "0".repeat(29))).isEmpty();
    }

    @Test
    void findsEveryWrongSymbolAndEverySwap() {
        Seeds.each(300, chance -> {
            String text = key('1').issue(CodeKind.BADGE, chance).text();
            int place = chance.nextInt(29);
            int by = chance.nextInt(1, 32);
            StringBuilder wrong = new StringBuilder(text);
            wrong.setCharAt(place, Alphabet.symbol(Alphabet.value(text.charAt(place)) ^ by));
            int other = (place + by) % 29;
            StringBuilder swapped = new StringBuilder(text);
            swapped.setCharAt(place, text.charAt(other));
            swapped.setCharAt(other, text.charAt(place));

            assertThat(Code.parse(wrong)).isEmpty();
            if (other < 28 && place < 28 && text.charAt(place) != text.charAt(other)) {
                assertThat(Code.parse(swapped)).isEmpty();
            }
        });
    }

    @Test
    void tellsForgeriesFromGenuineCodes() {
        Code code = key('1').issue(CodeKind.TICKET, new Random(1));

        assertThat(key('1').isGenuine(code)).isTrue();
        assertThat(key('2').isGenuine(code)).isFalse();
        assertThat(new CodeKey(new EventId("other"), '1', new byte[CodeKey.BYTES]).isGenuine(code))
                .isFalse();
        Code asBadge = Code.assemble(CodeKind.BADGE, '1', code.random(), code.tag());
        assertThat(key('1').isGenuine(asBadge)).isFalse();
    }

    @Test
    void keepsItsSecretFromLogs() {
        Code code = key('1').issue(CodeKind.TICKET, new Random(1));

        assertThat(code).hasToString("TICKET code");
        assertThat(new ExternalCode("geheim")).hasToString("external code");
    }

    @Test
    void refusesAKeyOfTheWrongSize() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeKey(EVENT, '1', new byte[31]));
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeKey(EVENT, 'I', new byte[32]));
    }

    private static CodeKey key(char generation) {
        return new CodeKey(EVENT, generation, new byte[CodeKey.BYTES]);
    }

    /** Chance that yields the given bytes. */
    private static java.util.random.RandomGenerator bytes(String hex) {
        return new Random() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(HexFormat.of().parseHex(hex), 0, bytes, 0, bytes.length);
            }
        };
    }

    /** Computed by {@code openssl dgst -sha256 -hmac}. */
    @Test
    void aGuessableCodeIsLookedUpByTheHmacUnderTheEventsSecret() {
        EventSecret secret = new EventSecret("61".repeat(EventSecret.BYTES));

        assertThat(secret.lookupId(new ExternalCode("770123")).hex()).isEqualTo("20cbdd4ae0b74c34d7dbe2a3de4c84d4");
        assertThat(secret.toString()).doesNotContain("61");
    }
}
