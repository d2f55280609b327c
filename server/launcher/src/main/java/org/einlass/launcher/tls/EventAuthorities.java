package org.einlass.launcher.tls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.tls.KeyPin;

/** The CA that devices trust today and the one that will follow it; they trust both. */
public record EventAuthorities(CertificateAuthority current, CertificateAuthority next) {
    static final String CURRENT = "event-ca.pem";
    private static final String NEXT = "next-ca.pem";
    private static final int MARK_BYTES = 4;

    /** The CAs in the folder, made where they are missing. */
    public static EventAuthorities open(KeyFolder folder, Instant now) {
        return new EventAuthorities(authority(folder, CURRENT, now), authority(folder, NEXT, now));
    }

    /**
     * The next one takes over, as of the server's next start, and gets a next one of its own.
     *
     * <p>A power cut in between leaves the same one in both places, which devices trust and the next change
     * mends.
     */
    public EventAuthorities change(KeyFolder folder, Instant now) {
        write(folder, CURRENT, next);
        CertificateAuthority following = CertificateAuthority.make(newName(), now);
        write(folder, NEXT, following);
        return new EventAuthorities(next, following);
    }

    /** What devices are to trust, today's first. */
    public List<KeyPin> pins() {
        return List.of(current.pin(), next.pin());
    }

    /** What a browser may be told to trust. */
    public String currentInPem() {
        return PemText.of(current.own().certificate());
    }

    private static CertificateAuthority authority(KeyFolder folder, String file, Instant now) {
        Optional<CertificateAuthority> kept = folder.readKey(file).map(CertificateAuthority::new);
        if (kept.isPresent() && kept.get().own().lasts(CertificateAuthority.SERVER_VALIDITY, now)) {
            return kept.get();
        }
        CertificateAuthority fresh =
                kept.map(old -> old.renewed(now)).orElseGet(() -> CertificateAuthority.make(newName(), now));
        write(folder, file, fresh);
        return fresh;
    }

    /** A browser that trusts the CAs of several events tells them apart. */
    private static String newName() {
        byte[] mark = new byte[MARK_BYTES];
        new SecureRandom().nextBytes(mark);
        return "Einlass event CA " + HexFormat.of().formatHex(mark);
    }

    private static void write(KeyFolder folder, String file, CertificateAuthority authority) {
        folder.write(file, PemText.of(authority.own()).getBytes(UTF_8));
    }
}
