package org.einlass.launcher.tls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.tls.KeyPin;

/**
 * The keys of an event in the folder {@code keys}: the CA that devices trust, the one that will follow it, and the
 * server's own, remade whenever its certificate no longer fits.
 *
 * @param server signed by {@code current}
 */
public record EventKeys(CertificateAuthority current, CertificateAuthority next, CertifiedKey server) {
    private static final String CURRENT = "event-ca.pem";
    private static final String NEXT = "next-ca.pem";
    private static final String SERVER = "server.pem";
    private static final Duration LEAST_LEFT = Duration.ofDays(30);

    /** The keys in the folder. What is missing is made, except a CA that devices may trust already. */
    public static EventKeys open(KeyFolder folder, CertificateNames names, Instant now) {
        if (folder.read(CURRENT).isEmpty() && folder.read(SERVER).isPresent()) {
            throw new KeyFileException(
                    "Es fehlt " + folder.file(CURRENT)
                            + ", der Schlüssel, dem alle Geräte vertrauen. Bitte den Ordner aus der Sicherung holen."
                            + " Wer ihn stattdessen löscht, muss jedes Gerät neu anmelden.",
                    folder.file(CURRENT)
                            + " is missing, the key that all devices trust. Restore the folder from the backup."
                            + " Whoever deletes it instead has to enrol every device again.");
        }
        CertificateAuthority current = authority(folder, CURRENT, now);
        CertificateAuthority next = authority(folder, NEXT, now);
        return new EventKeys(current, next, server(folder, current, names, now));
    }

    /** What devices are to trust: the CA of today and the one that will follow it. */
    public List<KeyPin> pins() {
        return List.of(current.pin(), next.pin());
    }

    /** The certificate that browsers may be told to trust. */
    public String authorityInPem() {
        return PemText.of(current.own().certificate());
    }

    private static CertificateAuthority authority(KeyFolder folder, String file, Instant now) {
        Optional<CertificateAuthority> kept = read(folder, file).map(CertificateAuthority::new);
        if (kept.isPresent() && lasts(kept.get().own(), CertificateAuthority.SERVER_VALIDITY, now)) {
            return kept.get();
        }
        CertificateAuthority fresh =
                kept.map(old -> old.renewed(now)).orElseGet(() -> CertificateAuthority.make(newName(), now));
        write(folder, file, fresh.own());
        return fresh;
    }

    /** A browser that trusts the CAs of several events tells them apart. */
    private static String newName() {
        byte[] mark = new byte[4];
        new SecureRandom().nextBytes(mark);
        return "Einlass event CA " + HexFormat.of().formatHex(mark);
    }

    private static CertifiedKey server(
            KeyFolder folder, CertificateAuthority authority, CertificateNames names, Instant now) {
        Optional<CertifiedKey> kept = read(folder, SERVER)
                .filter(old -> lasts(old, LEAST_LEFT, now))
                .filter(old -> CertificateNames.in(old.certificate()).equals(names))
                .filter(old -> old.chain().contains(authority.own().certificate()));
        if (kept.isPresent()) {
            return kept.get();
        }
        CertifiedKey fresh = authority.issue(names, now);
        write(folder, SERVER, fresh);
        return fresh;
    }

    /** A certificate from the future is none either: the machine's clock was wrong when it was made. */
    private static boolean lasts(CertifiedKey certified, Duration least, Instant now) {
        X509Certificate certificate = certified.certificate();
        return !certificate.getNotBefore().toInstant().isAfter(now)
                && certificate.getNotAfter().toInstant().isAfter(now.plus(least));
    }

    private static Optional<CertifiedKey> read(KeyFolder folder, String file) {
        return folder.read(file).map(text -> {
            try {
                PemText pem = PemText.parse(text);
                if (pem.keys().size() == 1 && !pem.certificates().isEmpty()) {
                    return new CertifiedKey(pem.keys().get(0), pem.certificates());
                }
            } catch (IOException damaged) {
                // said below, as for a file that lacks a part
            }
            throw new KeyFileException(
                    folder.file(file) + " ist beschädigt. Bitte den Ordner aus der Sicherung holen.",
                    folder.file(file) + " is damaged. Restore the folder from the backup.");
        });
    }

    private static void write(KeyFolder folder, String file, CertifiedKey certified) {
        folder.write(file, PemText.of(certified).getBytes(UTF_8));
    }
}
