package org.einlass.contract.code;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class EventPublicKeyTest {
    private static final EventId EVENT = new EventId("congress");
    private static final EntryId ENTRY = new EntryId(new UUID(7, 8));
    private static final String TEXT = "{\"badge\": \"Änne\"}";

    private final EventPrivateKey key = EventPrivateKey.next(new Random(1));
    private final SealedDeskMessage letter = post(TEXT, new Random(2));

    /** The vectors were computed by another program; a desk's letter may be weeks old when it is opened. */
    @ParameterizedTest
    @CsvFileSource(resources = "golden/letters.csv", delimiter = ';', quoteCharacter = '\'')
    void postsAndOpensTheGoldenLetters(
            String secret, String box, String oneTime, String event, String entry, String text, String golden) {
        EventPrivateKey owner = new EventPrivateKey(HexFormat.of().parseHex(secret));
        EventId congress = new EventId(event);
        EntryId id = EntryId.of(entry);

        SealedDeskMessage posted = owner.box().seal(congress, id, text.getBytes(UTF_8), always(oneTime));

        assertThat(owner.box().base64()).isEqualTo(box);
        assertThat(posted.base64()).isEqualTo(golden);
        assertThat(owner.open(new SealedDeskMessage(golden), congress, id))
                .hasValueSatisfying(
                        opened -> assertThat(new String(opened, UTF_8).strip()).isEqualTo(text));
    }

    @Test
    void opensForTheServerOnly() {
        assertThat(key.open(letter, EVENT, ENTRY)).isPresent();
        assertThat(EventPrivateKey.next(new Random(9)).open(letter, EVENT, ENTRY))
                .isEmpty();
    }

    @Test
    void cannotBeMovedToAnotherEntryOrEvent() {
        assertThat(key.open(letter, EVENT, new EntryId(new UUID(7, 9)))).isEmpty();
        assertThat(key.open(letter, new EventId("other"), ENTRY)).isEmpty();
    }

    @Test
    void noticesEveryChangedByteAndEveryCut() {
        byte[] sealed = Base64.getDecoder().decode(letter.base64());
        // The topmost bit of the writer's key means nothing to the curve; the salt of the derivation sees it
        // all the same.
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= (byte) 0x80;
            assertThat(key.open(letter(changed), EVENT, ENTRY)).isEmpty();
            assertThat(key.open(letter(Arrays.copyOf(sealed, i)), EVENT, ENTRY)).isEmpty();
        }
    }

    @Test
    void takesNothingThatIsNoLetterForOne() {
        assertThat(key.open(new SealedDeskMessage("not Base64!"), EVENT, ENTRY)).isEmpty();
        assertThat(key.open(letter(new byte[300]), EVENT, ENTRY)).isEmpty();
        assertThatThrownBy(() -> new EventPublicKey("c2hvcnQ="))
                .hasMessageContaining("A letter box has 32 bytes in Base64.");
    }

    @Test
    void showsNeitherTheTextNorHowLongANameIs() {
        SealedDeskMessage longer = post(TEXT + "-" + "Müller-Lüdenscheidt", new Random(3));

        assertThat(longer.base64()).hasSameSizeAs(letter.base64());
        assertThat(letter).hasToString("sealed letter");
        assertThat(key).hasToString("key of a letter box");
        assertThat(post(TEXT, new Random(4))).isNotEqualTo(letter);
    }

    private SealedDeskMessage post(String text, RandomGenerator chance) {
        return key.box().seal(EVENT, ENTRY, text.getBytes(UTF_8), chance);
    }

    private static SealedDeskMessage letter(byte[] bytes) {
        return new SealedDeskMessage(Base64.getEncoder().encodeToString(bytes));
    }

    /** Chance that always falls the same way. */
    private static RandomGenerator always(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return new Random() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] filled) {
                System.arraycopy(bytes, 0, filled, 0, filled.length);
            }
        };
    }
}
