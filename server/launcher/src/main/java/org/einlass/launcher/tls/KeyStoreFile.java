package org.einlass.launcher.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.HexFormat;
import java.util.List;

/**
 * A key as the server's Java reads it: a PKCS#12 file, made again at each start.
 *
 * @param password good for this file alone
 */
public record KeyStoreFile(Path path, String password) {
    private static final int PASSWORD_BYTES = 16;

    /** Many rounds slow those down who guess a password; nobody guesses 128 bits of chance, and each start goes through them. */
    private static final String ROUNDS = "1000";

    private static final List<String> OF_ROUNDS = List.of(
            "keystore.pkcs12.certPbeIterationCount",
            "keystore.pkcs12.keyPbeIterationCount",
            "keystore.pkcs12.macIterationCount");

    static {
        OF_ROUNDS.forEach(property -> Security.setProperty(property, ROUNDS));
    }

    /** Writes {@code certified} to a file of the folder, under a password that nothing else has. */
    public static KeyStoreFile write(KeyFolder folder, String name, CertifiedKey certified) {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "einlass",
                    certified.key(),
                    password.toCharArray(),
                    certified.chain().toArray(Certificate[]::new));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password.toCharArray());
            folder.write(name, bytes.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java can do this
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new KeyStoreFile(folder.file(name), password);
    }

    @Override
    public String toString() {
        return "KeyStoreFile[" + path + "]";
    }
}
