package org.einlass.launcher.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BrowserCertificateFileTest {
    private final CertificateAuthority authority = CertificateAuthority.make("A CA of the world", Instant.now());
    private final CertifiedKey own = issue();

    @TempDir
    private Path folder;

    @Test
    void onePemFileMayHoldEverythingInAnyOrder() throws IOException {
        Path file = write(
                "all.pem",
                PemText.of(authority.own().certificate()) + PemText.of(new CertifiedKey(own.key(), own.chain())));

        assertThat(read(file, null, null).chain()).isEqualTo(own.chain());
    }

    @Test
    void theKeyMayHaveAPemFileOfItsOwn() throws IOException {
        Path chain = write("chain.pem", PemText.of(own.certificate()));
        Path key = write("key.pem", PemText.of(own));

        assertThat(read(chain, key, null).key()).isEqualTo(own.key());
    }

    @Test
    void pkcs12NeedsItsPassword() {
        KeyStoreFile file = KeyStoreFile.write(KeyFolder.open(folder), "own.p12", own);

        assertThat(read(file.path(), null, file.password())).isEqualTo(own);
        assertThatThrownBy(() -> read(file.path(), null, "wrong")).hasMessageContaining("browser.password");
    }

    @Test
    void aKeyThatBelongsToAnotherCertificateIsNamed() throws IOException {
        Path chain = write("chain.pem", PemText.of(own.certificate()));
        Path key = write("key.pem", PemText.of(issue()));

        assertThatThrownBy(() -> read(chain, key, null))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("no certificate for this key")
                .hasMessageContaining("chain.pem");
    }

    @Test
    void aMissingKeyIsNamed() throws IOException {
        Path chain = write("chain.pem", PemText.of(own.certificate()));

        assertThatThrownBy(() -> read(chain, null, null)).hasMessageContaining("browser.key");
    }

    @Test
    void aKeyUnderAPasswordIsSentBackWithAWayOut() throws IOException, OperatorCreationException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(new JcaPKCS8Generator(
                    own.key(),
                    new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
                            .setProvider(new BouncyCastleProvider())
                            .setPassword("secret".toCharArray())
                            .build()));
        }
        Path file = write("all.pem", PemText.of(own.certificate()) + text);

        assertThatThrownBy(() -> read(file, null, null)).hasMessageContaining("openssl pkcs12");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> read(folder.resolve("nowhere.pem"), null, null))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("nowhere.pem");
    }

    private CertifiedKey issue() {
        return authority.issue(CertificateNames.of(List.of("einlass.example")), Instant.now());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static CertifiedKey read(Path certificate, Path key, String password) {
        return new BrowserCertificateFile(certificate, Optional.ofNullable(key), Optional.ofNullable(password)).read();
    }
}
