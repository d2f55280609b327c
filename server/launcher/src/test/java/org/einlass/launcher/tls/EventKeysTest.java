package org.einlass.launcher.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EventKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-28T17:00:00Z");
    private static final CertificateNames NAMES =
            CertificateNames.of(List.of("Einlass.example", "127.0.0.1", "fd00::2"));

    @TempDir
    private Path folder;

    @Test
    void theFirstStartMakesAnAuthorityForTenYearsAndAServerCertificateFor397Days() throws GeneralSecurityException {
        EventKeys keys = open(NAMES, NOW);

        X509Certificate authority = keys.authorities().current().own().certificate();
        X509Certificate server = keys.server().certificate();
        server.verify(authority.getPublicKey());
        assertThat(((ECPublicKey) authority.getPublicKey())
                        .getParams()
                        .getOrder()
                        .bitLength())
                .isEqualTo(256);
        assertThat(lifetime(authority)).isEqualTo(Duration.ofDays(3652));
        assertThat(lifetime(server)).isEqualTo(Duration.ofDays(397));
        assertThat(server.getBasicConstraints()).as("is no authority itself").isNegative();
        assertThat(server.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(
                        List.of(2, "einlass.example"), List.of(7, "127.0.0.1"), List.of(7, "fd00:0:0:0:0:0:0:2"));
    }

    @Test
    void aServerCertificateThatFitsIsKept() {
        EventKeys first = open(NAMES, NOW);

        EventKeys later = open(NAMES, NOW.plus(Duration.ofDays(366)));

        assertThat(later.server()).isEqualTo(first.server());
    }

    @Test
    void aServerCertificateIsRemadeWhenUnder30DaysAreLeft() {
        EventKeys first = open(NAMES, NOW);

        EventKeys later = open(NAMES, NOW.plus(Duration.ofDays(368)));

        assertThat(later.server()).isNotEqualTo(first.server());
        assertThat(later.pins()).isEqualTo(first.pins());
    }

    @Test
    void aServerCertificateIsRemadeWhenTheMachineIsCalledOtherwise() {
        EventKeys first = open(NAMES, NOW);

        EventKeys later = open(CertificateNames.of(List.of("10.0.0.7")), NOW);

        assertThat(later.server()).isNotEqualTo(first.server());
        assertThat(later.pins()).isEqualTo(first.pins());
    }

    @Test
    void keysMadeUnderAWrongClockStayAndTheirCertificatesAreRemade() {
        EventKeys first = open(NAMES, Instant.EPOCH);

        EventKeys later = open(NAMES, NOW);

        assertThat(later.pins()).isEqualTo(first.pins());
        assertThat(later.authorities().current().own().certificate().getNotAfter())
                .isAfter(NOW);
        assertThat(later.server().certificate().getNotAfter()).isAfter(NOW);
    }

    @Test
    void theNextAuthorityTakesOverAndDevicesTrustedItBefore() {
        EventKeys first = open(NAMES, NOW);
        KeyFolder keys = KeyFolder.open(folder.resolve("keys"));

        EventAuthorities.open(keys, NOW).change(keys, NOW);
        EventKeys later = open(NAMES, NOW);

        assertThat(later.pins().get(0)).isEqualTo(first.pins().get(1));
        assertThat(later.pins().get(1)).isNotIn(first.pins());
        assertThat(later.server().chain())
                .last()
                .isEqualTo(first.authorities().next().own().certificate());
    }

    @Test
    void nobodyButTheOwnerMayReadThem() throws IOException {
        Path keys = Files.createDirectory(folder.resolve("keys"));
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwxr-xr-x"));

        EventKeys made = open(NAMES, NOW);
        KeyStoreFile.write(KeyFolder.open(keys), "event.p12", made.server());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(keys)) {
            assertThat(files)
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void aMissingAuthorityIsNotReplacedBehindTheBackOfTheDevices() throws IOException {
        open(NAMES, NOW);
        Files.delete(folder.resolve("keys/event-ca.pem"));

        assertThatThrownBy(() -> open(NAMES, NOW))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("event-ca.pem is missing")
                .hasMessageContaining("backup");
    }

    @Test
    void aDamagedAuthorityIsSaidInOneSentence() throws IOException {
        open(NAMES, NOW);
        Path authority = folder.resolve("keys/event-ca.pem");
        Files.writeString(authority, Files.readString(authority).replaceAll("(?m)^M.{20}", ""));

        assertThatThrownBy(() -> open(NAMES, NOW))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("event-ca.pem is damaged");
    }

    private EventKeys open(CertificateNames names, Instant now) {
        return EventKeys.open(KeyFolder.open(folder.resolve("keys")), names, now);
    }

    private static Duration lifetime(X509Certificate certificate) {
        return Duration.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }
}
