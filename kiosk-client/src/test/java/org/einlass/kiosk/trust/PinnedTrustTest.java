package org.einlass.kiosk.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.einlass.contract.tls.KeyPin;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.sync.HttpUplink;
import org.einlass.kiosk.sync.ServerAddress;
import org.einlass.launcher.tls.CertificateAuthority;
import org.einlass.launcher.tls.CertificateNames;
import org.einlass.launcher.tls.CertifiedKey;
import org.einlass.proof.FactServer;
import org.einlass.proof.TlsFront;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real handshakes of the device's own HTTP client with servers under keys of every kind. */
final class PinnedTrustTest {
    private static final String NAME = "Einlass event CA";
    private static final CertificateNames HERE = CertificateNames.of(List.of("127.0.0.1"));
    private static final Reply<DoorSheet> STRANGER = new Reply.Silent<>(NoAnswer.UNTRUSTED);

    private final Instant now = Instant.now();
    private final CertificateAuthority current = CertificateAuthority.make(NAME, now);
    private final CertificateAuthority next = CertificateAuthority.make(NAME, now);
    private final List<KeyPin> pins = List.of(current.pin(), next.pin());
    private FactServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FactServer(scan -> Sample.admitted(scan, null), List.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** What begins a lifetime from now looks from here as what begins now looks from 1970. */
    @Test
    void aDeviceThatBelievesItIs1970TrustsItsServer() throws Exception {
        Instant asFarAs1970 = now.plus(Duration.between(Instant.EPOCH, now));
        CertificateAuthority later = CertificateAuthority.make(NAME, asFarAs1970);

        assertThat(sheet(later.issue(HERE, asFarAs1970), later.pin()).answer()).isPresent();
    }

    @Test
    void aDeviceThatWasOffForYearsTrustsItsServer() throws Exception {
        Instant longAgo = now.minus(Duration.ofDays(5000));
        CertificateAuthority former = CertificateAuthority.make(NAME, longAgo);

        assertThat(sheet(former.issue(HERE, longAgo), former.pin()).answer()).isPresent();
    }

    @Test
    void aServerAtANewAddressIsTrusted() throws Exception {
        CertifiedKey elsewhere = current.issue(CertificateNames.of(List.of("old.example", "10.0.0.7")), now);

        assertThat(sheet(elsewhere, pins).answer()).isPresent();
    }

    @Test
    void anotherAuthorityOfTheSameNameIsNot() throws Exception {
        CertificateAuthority other = CertificateAuthority.make(NAME, now);

        assertThat(sheet(other.issue(HERE, now), pins)).isEqualTo(STRANGER);
    }

    @Test
    void theServerGoesOnWithTheNextAuthority() throws Exception {
        assertThat(sheet(current.issue(HERE, now), pins).answer()).isPresent();
        assertThat(sheet(next.issue(HERE, now), pins).answer()).isPresent();
        assertThat(sheet(next.issue(HERE, now), current.pin())).isEqualTo(STRANGER);
    }

    /** The authority's certificate is no secret: whoever has met the server can show it. */
    @Test
    void showingTheAuthoritysCertificateIsNotEnough() throws Exception {
        CertifiedKey forged = CertificateAuthority.make(NAME, now).issue(HERE, now);
        CertifiedKey withTheRealOne = new CertifiedKey(
                forged.key(), List.of(forged.certificate(), current.own().certificate()));

        assertThat(sheet(withTheRealOne, pins)).isEqualTo(STRANGER);
    }

    /** Whoever steals one server's key cannot make more servers of it. */
    @Test
    void aServersKeySignsNoOtherServer() throws Exception {
        CertifiedKey stolen = current.issue(HERE, now);
        CertifiedKey made = new CertificateAuthority(stolen).issue(HERE, now);
        CertifiedKey shown = new CertifiedKey(
                made.key(),
                List.of(made.certificate(), stolen.certificate(), current.own().certificate()));

        assertThat(sheet(shown, pins)).isEqualTo(STRANGER);
    }

    @Test
    void withoutPinsOnlyTheAuthoritiesOfTheWorldAreTrusted() throws Exception {
        assertThat(sheet(current.issue(HERE, now), List.of())).isEqualTo(STRANGER);
    }

    private Reply<DoorSheet> sheet(CertifiedKey key, KeyPin pin) throws Exception {
        return sheet(key, List.of(pin));
    }

    private Reply<DoorSheet> sheet(CertifiedKey key, List<KeyPin> trusted) throws Exception {
        CompletableFuture<Reply<DoorSheet>> reply = new CompletableFuture<>();
        try (TlsFront front = new TlsFront(server.address(), key);
                HttpUplink uplink = new HttpUplink(
                        new ServerAddress(front.address(), Sample.EVENT, Sample.DOOR, "token", null, trusted))) {
            uplink.fetchSheet(reply::complete);
            return reply.get(1, TimeUnit.MINUTES);
        }
    }
}
