package org.einlass.contract.code;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.junit.jupiter.api.Test;

final class TicketCipherTest {
    private static final EventSalt SALT = new EventSalt("000102030405060708090a0b0c0d0e0f");
    private static final RegistrationId GUEST = new RegistrationId(new UUID(7, 8));
    private static final byte[] BADGE = "{\"name\": \"Änne\"}".getBytes(UTF_8);

    private final CodeKey key = new CodeKey(new EventId("congress"), '1', new byte[CodeKey.BYTES]);
    private final Code ticket = key.issue(CodeKind.TICKET, new Random(1));
    private final byte[] sealed = seal(ticket, GUEST, 3).seal(BADGE, new Random(2));

    @Test
    void opensToTheTicketThatSealedIt() {
        assertThat(seal(ticket, GUEST, 3).open(sealed)).hasValue(BADGE);
    }

    @Test
    void staysShutToAnyOtherTicketGuestOrVersion() {
        Code other = key.issue(CodeKind.TICKET, new Random(9));

        assertThat(seal(other, GUEST, 3).open(sealed)).isEmpty();
        assertThat(seal(ticket, new RegistrationId(new UUID(7, 9)), 3).open(sealed))
                .isEmpty();
        assertThat(seal(ticket, GUEST, 4).open(sealed)).isEmpty();
        assertThat(new TicketCipher(new EventSalt("ff".repeat(16)), ticket, GUEST, 3).open(sealed))
                .isEmpty();
    }

    @Test
    void noticesEveryChangedByteAndEveryCut() {
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(seal(ticket, GUEST, 3).open(changed)).isEmpty();
            assertThat(seal(ticket, GUEST, 3).open(Arrays.copyOf(sealed, i))).isEmpty();
        }
    }

    @Test
    void neverSealsTheSameTwiceInTheSameWay() {
        assertThat(seal(ticket, GUEST, 3).seal(BADGE, new Random(4))).isNotEqualTo(sealed);
    }

    private static TicketCipher seal(Code code, RegistrationId registration, long version) {
        return new TicketCipher(SALT, code, registration, version);
    }
}
