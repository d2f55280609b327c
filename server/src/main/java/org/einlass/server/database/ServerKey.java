package org.einlass.server.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The server's own key, under which secrets stand in the database: AES-256-GCM (NIST SP 800-38D), 96 random
 * bits of nonce, 128 bits of tag. What a secret belongs to is sealed with it, so that no row can be moved to
 * another place.
 */
public final class ServerKey {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    /** One for each thread: finding the algorithm takes longer than sealing a code. */
    private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(ServerKey::cipher);

    private final SecretKeySpec key;
    private final SecureRandom chance = new SecureRandom();

    private ServerKey(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * The seal whose key is in {@code file}; made of chance where there is none, readable for the server's
     * user only.
     *
     * @throws StoreUnusable with one sentence, where the file cannot be read or is no key
     */
    public static ServerKey of(Path file) {
        try {
            byte[] key = Files.exists(file) ? Files.readAllBytes(file) : make(file);
            if (key.length == KEY_BYTES) {
                return new ServerKey(key);
            }
        } catch (IOException e) {
            throw new StoreUnusable("The key file " + file + " can be neither read nor made. Check its rights.", e);
        }
        throw new StoreUnusable("The key file " + file + " is damaged. Restore it from the backup.", null);
    }

    /** Whole or not at all, also over a power cut. */
    private static byte[] make(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
        Path draft = Files.createTempFile(folder, "einlass", ".key.tmp", forOwnerOnly());
        try {
            Files.write(draft, key, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(draft, file);
        } catch (FileAlreadyExistsException e) {
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(draft);
        }
        keepNames(folder);
        return key;
    }

    /** Makes a rename outlive a power cut, where folders can be told so. */
    private static void keepNames(Path folder) throws IOException {
        if (isPosix()) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] forOwnerOnly() {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Seals {@code secret} for the place {@code belongsTo}; the same secret looks different each time. */
    public String seal(String secret, String belongsTo) {
        byte[] nonce = new byte[NONCE_BYTES];
        chance.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(UTF_8), belongsTo);
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return Base64.getEncoder().encodeToString(all);
    }

    /** How many characters a sealed secret of so many bytes has. */
    public static int sealedLength(int bytes) {
        int all = NONCE_BYTES + bytes + TAG_BITS / Byte.SIZE;
        return (all + 2) / 3 * 4;
    }

    /**
     * Opens what was sealed for the same place; fails where the key is another one, or the row was moved or
     * changed.
     */
    public String open(String sealed, String belongsTo) {
        byte[] all = Base64.getDecoder().decode(sealed);
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        byte[] rest = Arrays.copyOfRange(all, NONCE_BYTES, all.length);
        return new String(run(Cipher.DECRYPT_MODE, nonce, rest, belongsTo), UTF_8);
    }

    /** 32 bytes that follow from this key and {@code purpose} alone: HMAC-SHA-256. All nodes have the same. */
    public byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform lacks HmacSHA256.", e);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance(CIPHER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform lacks AES-GCM.", e);
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, String belongsTo) {
        try {
            Cipher cipher = ciphers.get();
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(belongsTo.getBytes(UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException | ProviderException e) {
            throw new IllegalStateException(
                    "A sealed secret cannot be opened. Restore the key file that belongs to this database.", e);
        }
    }
}
