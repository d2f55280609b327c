package org.einlass.contract.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AttendanceCertificateTest {
    private static final AttendanceCertificate FACTS = new AttendanceCertificate(
            "5. Thüringer E-Government-Kongress",
            "Prof. Dr. Jördis Müller-Lüdenscheidt",
            "Thüringer Finanzministerium",
            List.of(LocalDate.of(2025, 9, 17), LocalDate.of(2025, 9, 16)),
            LocalDate.of(2025, 9, 18));

    private final AttendanceSigningKey.Pair keys = AttendanceSigningKey.next();

    @Test
    void verifiesWithTheKeyFromItsFileAloneAndSaysWhatWasSigned() {
        String code = FACTS.sign(AttendanceSigningKey.of(keys.signing().secret()));
        AttendanceVerificationKey key =
                AttendanceVerificationKey.ofPem(keys.verification().pem()).orElseThrow();

        assertThat(AttendanceCertificate.verified(code, key)).contains(FACTS);
        assertThat(AttendanceCertificate.verified(code.replace("\n", "\r\n") + "\r\n", key))
                .contains(FACTS);
        assertThat(code).startsWith("EINLASS-ATTENDANCE-1\n5. Thüringer").contains("2025-09-16 2025-09-17");
    }

    @Test
    void anyChangedCharacterIsNoticed() {
        String code = FACTS.sign(keys.signing());

        for (int place = 0; place < code.length(); place++) {
            char changed = code.charAt(place) == 'A' ? 'B' : 'A';
            String forged = code.substring(0, place) + changed + code.substring(place + 1);
            assertThat(AttendanceCertificate.verified(forged, keys.verification()))
                    .as("character " + place)
                    .isEmpty();
        }
        for (char last = '-'; last <= 'z'; last++) {
            String forged = code.substring(0, code.length() - 1) + last;
            assertThat(AttendanceCertificate.verified(forged, keys.verification())
                            .isPresent())
                    .as("last character " + last)
                    .isEqualTo(forged.equals(code));
        }
    }

    @Test
    void anotherEventsKeyAndOtherTextsVerifyNothing() {
        AttendanceVerificationKey other = AttendanceSigningKey.next().verification();

        assertThat(AttendanceCertificate.verified(FACTS.sign(keys.signing()), other))
                .isEmpty();
        assertThat(AttendanceCertificate.verified("", other)).isEmpty();
        assertThat(AttendanceCertificate.verified("EINLASS-ATTENDANCE-1\na\nb\nc\nd\ne\n!", other))
                .isEmpty();
        assertThat(AttendanceCertificate.verified("x".repeat(10_000), other)).isEmpty();
        assertThat(AttendanceVerificationKey.ofPem("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"))
                .isEmpty();
        assertThat(AttendanceVerificationKey.ofPem("nothing")).isEmpty();
    }

    @Test
    void sessionsAreSignedToo() {
        AttendanceCertificate facts = new AttendanceCertificate(
                "Kongress",
                "Eva Schmidt",
                "",
                List.of(LocalDate.of(2025, 9, 16)),
                List.of("Akten ohne\tPapier", "x".repeat(200)),
                LocalDate.of(2025, 9, 18));
        String code = facts.sign(keys.signing());

        assertThat(facts.sessions()).containsExactly("Akten ohne Papier", "x".repeat(59) + "\u2026");
        assertThat(code).startsWith("EINLASS-ATTENDANCE-2\n");
        assertThat(AttendanceCertificate.verified(code, keys.verification())).contains(facts);
        assertThat(AttendanceCertificate.verified(code.replace("Akten", "Aktes"), keys.verification()))
                .isEmpty();
        assertThat(AttendanceCertificate.verified(code.replace("ANCE-2", "ANCE-1"), keys.verification()))
                .isEmpty();
    }

    @Test
    void lineEndsInNamesCannotForgeAFact() {
        AttendanceCertificate sly = new AttendanceCertificate(
                "Kongress", "Eva\nSchmidt", "a\r\nb", List.of(LocalDate.of(2025, 9, 16)), LocalDate.of(2025, 9, 18));

        assertThat(AttendanceCertificate.verified(sly.sign(keys.signing()), keys.verification()))
                .contains(sly)
                .get()
                .extracting(AttendanceCertificate::name)
                .isEqualTo("Eva Schmidt");
    }
}
