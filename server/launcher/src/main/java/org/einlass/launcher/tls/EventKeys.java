package org.einlass.launcher.tls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.tls.KeyPin;

/**
 * The keys of an event in the folder {@code keys}: the CAs that devices trust and the server's own, remade
 * whenever its certificate no longer fits.
 *
 * @param server signed by the CA of today
 */
public record EventKeys(EventAuthorities authorities, CertifiedKey server) {
    private static final String SERVER = "server.pem";
    private static final Duration LEAST_LEFT = Duration.ofDays(30);

    /** The keys in the folder. What is missing is made, except a CA that devices may trust already. */
    public static EventKeys open(KeyFolder folder, CertificateNames names, Instant now) {
        if (folder.read(EventAuthorities.CURRENT).isEmpty()
                && folder.read(SERVER).isPresent()) {
            throw new KeyFileException(
                    "Es fehlt " + folder.file(EventAuthorities.CURRENT)
                            + ", der Schlüssel, dem alle Geräte vertrauen. Bitte den Ordner aus der Sicherung holen."
                            + " Wer ihn stattdessen löscht, muss jedes Gerät neu anmelden.",
                    folder.file(EventAuthorities.CURRENT)
                            + " is missing, the key that all devices trust. Restore the folder from the backup."
                            + " Whoever deletes it instead has to enrol every device again.");
        }
        EventAuthorities authorities = EventAuthorities.open(folder, now);
        return new EventKeys(authorities, server(folder, authorities.current(), names, now));
    }

    /** What devices are to trust, today's CA first. */
    public List<KeyPin> pins() {
        return authorities.pins();
    }

    private static CertifiedKey server(
            KeyFolder folder, CertificateAuthority authority, CertificateNames names, Instant now) {
        Optional<CertifiedKey> kept = folder.readKey(SERVER)
                .filter(old -> old.lasts(LEAST_LEFT, now))
                .filter(old -> CertificateNames.in(old.certificate()).equals(names))
                .filter(old -> old.chain().contains(authority.own().certificate()));
        if (kept.isPresent()) {
            return kept.get();
        }
        CertifiedKey fresh = authority.issue(names, now);
        folder.write(SERVER, PemText.of(fresh).getBytes(UTF_8));
        return fresh;
    }
}
