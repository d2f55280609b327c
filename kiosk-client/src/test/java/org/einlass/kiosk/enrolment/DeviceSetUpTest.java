package org.einlass.kiosk.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.enrolment.EnrolmentOffer;
import org.einlass.contract.enrolment.PrinterName;
import org.einlass.contract.enrolment.TokenNonce;
import org.einlass.contract.tls.KeyPin;
import org.einlass.kiosk.sync.EnrolmentUplink;
import org.einlass.kiosk.trust.PinnedTrust;
import org.einlass.launcher.tls.CertificateAuthority;
import org.einlass.launcher.tls.CertificateNames;
import org.einlass.proof.TlsFront;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that is set up, and then renews its tokens. */
final class DeviceSetUpTest {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    @AutoClose
    private FakeEnrolmentServer server;

    @AutoClose
    private DeviceSetUp setUp;

    private EnrolmentFile file;

    @BeforeEach
    void open() throws IOException {
        server = new FakeEnrolmentServer();
        file = new EnrolmentFile(folder.resolve("store"));
        setUp = new DeviceSetUp(file, new Told(), Locale.GERMAN, Duration.ofMillis(20));
    }

    /** Writes down what people would see. */
    private final class Told implements SetUpView {
        @Override
        public void asking() {
            told.add("asking");
        }

        @Override
        public void compare(String shortCode) {
            told.add("compare " + shortCode);
        }

        @Override
        public void failed(Wording sentence) {
            told.add("failed " + sentence.german());
        }

        @Override
        public void enrolled(DeviceIdentity identity) {
            told.add("enrolled " + identity.device());
        }
    }

    @Test
    void showsWhatTheOrganiserSeesAndKeepsWhatItBecameForItselfAlone() throws Exception {
        setUp.read("T1ABCDEFGHJKLMNPQRSTUVWX01234");
        setUp.read(server.offer().text());

        assertThat(next()).isEqualTo("asking");
        assertThat(next()).isEqualTo("compare " + server.shortCode());
        assertThat(file.read()).as("not before somebody has confirmed").isEmpty();
        server.confirm();
        assertThat(next()).isEqualTo("enrolled kiosk-7");

        assertThat(file.read()).hasValueSatisfying(kept -> {
            assertThat(kept.addresses()).containsExactly(server.address());
            assertThat(kept.doors()).hasSize(1);
            assertThat(kept.printer()).isEqualTo(new PrinterName("queue:Badges"));
            assertThat(kept.toString()).doesNotContain(kept.privateKey());
        });
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("store"))))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder.resolve("store"))) {
            assertThat(files).containsExactly(file.path());
        }
    }

    @Test
    void takesATypedAddressAndCode() throws Exception {
        setUp.type("127.0.0.1", "abcd-efgh");
        assertThat(next()).startsWith("failed Adresse oder Code sind unvollständig");

        setUp.type(server.address().toString(), "abcd efgh jklm");

        assertThat(next()).isEqualTo("asking");
        assertThat(next()).isEqualTo("compare " + server.shortCode());
        assertThat(TypedOffer.parse("10.0.0.5", "abcdefghjklm"))
                .map(TypedOffer::server)
                .contains(URI.create("https://10.0.0.5:8443/"));
        assertThat(TypedOffer.parse("ftp://10.0.0.5", "abcdefghjklm")).isEmpty();
        assertThat(TypedOffer.parse("kein server", "abcdefghjklm")).isEmpty();
        assertThat(TypedOffer.parse("10.0.0.5:84433", "abcdefghjklm")).isEmpty();
        assertThat(TypedOffer.parse("10.0.0.5:0", "abcdefghjklm")).isEmpty();
        assertThat(TypedOffer.parse("10.0.0.5:65535", "abcdefghjklm")).isPresent();
    }

    @Test
    void saysWhatTheServerSaysAndBeginsAnew() throws Exception {
        server.refuses("enrolment-expired", 410, "Dieser Gerätecode ist abgelaufen.");
        setUp.read(server.offer().text());
        assertThat(next()).isEqualTo("asking");
        assertThat(next()).isEqualTo("failed Dieser Gerätecode ist abgelaufen. Bitte einen neuen Code machen.");

        server.answersAgain();
        readUntilAsked(server.offer().text());
        assertThat(next()).startsWith("compare ");
        server.refuses("enrolment-rejected", 403, "Dieses Gerät wurde abgelehnt.");
        assertThat(next()).startsWith("failed Dieses Gerät wurde abgelehnt.");
        assertThat(file.read()).isEmpty();
    }

    @Test
    void sendsNoCodeInClearThroughTheNetAndSaysWhoIsNotThere() throws Exception {
        EnrolmentOffer inClear =
                new EnrolmentOffer(List.of(URI.create("http://10.0.0.5:8080/")), List.of(), FakeEnrolmentServer.CODE);
        readUntilAsked(inClear.text());
        assertThat(next()).contains("unverschlüsselt");

        readUntilAsked(
                new EnrolmentOffer(List.of(URI.create("http://127.0.0.1:1/")), List.of(), FakeEnrolmentServer.CODE)
                        .text());
        assertThat(next()).contains("meldet sich kein Einlass-Server");

        String cut = server.offer().text();
        readUntil(cut.substring(0, cut.length() - 5), "failed Der QR-Code wurde nicht ganz gelesen");
    }

    @Test
    void aTokenIsOnTheDiskBeforeItIsUsedAndTheNextStartNamesIt() throws Exception {
        enrolled();
        try (TokenRenewal renewal = TokenRenewal.start(file, Locale.GERMAN, new SecureRandom())) {
            await(() -> renewal.text().equals("token-1"));
            assertThat(file.read()).map(DeviceIdentity::token).contains("token-1");
            renewal.refused();
        }
        try (TokenRenewal renewal = TokenRenewal.start(file, Locale.GERMAN, new SecureRandom())) {
            assertThat(renewal.text()).as("before the server has answered").isIn("token-1", "token-2");
            await(() -> renewal.text().equals("token-2"));
        }
        assertThat(server.shown()).containsExactly("-", "token-1");
        assertThat(server.given()).containsExactly("token-1", "token-2");
    }

    /** Today's key, the next one and the one after that; the server itself goes over from each to the following. */
    @Test
    void aDeviceLearnsTheKeysThatFollowAndGoesOnWithThemWithoutARestart() throws Exception {
        DeviceIdentity plain = enrolled();
        Instant now = Instant.now();
        CertificateNames here = CertificateNames.of(List.of("127.0.0.1"));
        CertificateAuthority today = CertificateAuthority.make("Einlass event CA 1", now);
        CertificateAuthority next = CertificateAuthority.make("Einlass event CA 2", now);
        CertificateAuthority afterNext = CertificateAuthority.make("Einlass event CA 3", now);
        List<KeyPin> following = List.of(next.pin(), afterNext.pin());
        try (TlsFront front = new TlsFront(server.address(), next.issue(here, now))) {
            file.write(new DeviceIdentity(
                    List.of(front.address()),
                    List.of(today.pin(), next.pin()),
                    plain.enrolment(),
                    plain.event(),
                    plain.device(),
                    plain.kind(),
                    plain.doors(),
                    plain.privateKey(),
                    null,
                    null));
            server.tells(following);
            try (TokenRenewal renewal = TokenRenewal.start(file, Locale.GERMAN, new SecureRandom())) {
                await(() -> file.read().map(DeviceIdentity::pins).equals(Optional.of(following)));
                await(() -> renewal.text().equals("token-1"));

                front.becomes(afterNext.issue(here, now));
                assertThat(challenge(front, renewal.trust())).isInstanceOf(EnrolmentUplink.Answer.Done.class);
                front.becomes(today.issue(here, now));
                assertThat(challenge(front, renewal.trust()))
                        .as("the key before is trusted no longer")
                        .isEqualTo(new EnrolmentUplink.Answer.Silent<>(true));
            }
        }
    }

    private EnrolmentUplink.Answer<TokenNonce> challenge(TlsFront front, PinnedTrust trust) {
        return EnrolmentUplink.pinned(front.address(), trust, Locale.GERMAN).challenge(new UUID(5, 6));
    }

    @Test
    void aCopiedDeviceKeepsWhatItHasAndGoesOnWithoutAToken() throws Exception {
        DeviceIdentity identity = enrolled();
        server.refuses("device-cloned", 403, "Mit dem Schlüssel dieses Geräts arbeitet schon ein anderes.");
        try (TokenRenewal renewal = TokenRenewal.start(file, Locale.GERMAN, new SecureRandom())) {
            renewal.refused();
            assertThat(renewal.text()).isEqualTo("none");
        }
        assertThat(file.read()).contains(identity);
    }

    @Test
    void aDamagedFileIsNamedAndNotTakenForNone() throws Exception {
        enrolled();
        Files.writeString(file.path(), "{\"addresses\": [");

        assertThatThrownBy(file::read).isInstanceOf(UnreadableEnrolmentException.class);
    }

    private DeviceIdentity enrolled() throws InterruptedException {
        server.confirm();
        setUp.read(server.offer().text());
        await(() -> {
            server.confirm();
            return file.read().isPresent();
        });
        return file.read().orElseThrow();
    }

    /** The set-up lets be what is shown while it is at work; a camera shows it again. */
    private void readUntilAsked(String text) throws InterruptedException {
        readUntil(text, "asking");
    }

    private void readUntil(String text, String wanted) throws InterruptedException {
        String heard = null;
        for (int tries = 0; tries < 600 && (heard == null || !heard.startsWith(wanted)); tries++) {
            setUp.read(text);
            heard = told.poll(100, TimeUnit.MILLISECONDS);
        }
        assertThat(heard).startsWith(wanted);
    }

    private String next() throws InterruptedException {
        return told.poll(1, TimeUnit.MINUTES);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for a minute").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
