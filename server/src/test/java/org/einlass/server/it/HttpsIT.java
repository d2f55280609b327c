package org.einlass.server.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.einlass.contract.tls.KeyPin;
import org.einlass.launcher.DataFolder;
import org.einlass.launcher.HttpsSettings;
import org.einlass.launcher.ServerPlan;
import org.einlass.launcher.ServerProcess;
import org.einlass.launcher.tls.CertificateAuthority;
import org.einlass.launcher.tls.CertificateNames;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A server that listens on another address than plain HTTP does, with a certificate for browsers beside its
 * own.
 */
final class HttpsIT {
    private static final String OTHER_ADDRESS = "127.0.0.2";
    private static final byte ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final byte FATAL = 2;
    private static final byte PROTOCOL_VERSION = 70;

    private static CertificateAuthority world;
    private static DataFolder data;
    private static ServerPlan plan;
    private static ServerProcess server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        world = CertificateAuthority.make("A CA of the world", Instant.now());
        data = RunningServer.freshData();
        HttpsSettings https = new HttpsSettings(
                InetAddress.getByName(OTHER_ADDRESS),
                ServerPlan.freePort(),
                List.of(),
                Optional.of(new HttpsSettings.Browser(
                        ServerPlan.freePort(),
                        world.issue(CertificateNames.of(List.of(OTHER_ADDRESS)), Instant.now()))));
        plan = RunningServer.plan(data).withHttps(https);
        server = ServerProcess.start(plan);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void devicesAreServedUnderTheEventsAuthority() throws Exception {
        Certificate authority = certificate(Files.readString(data.folder().resolve("keys/event-ca.pem")));
        URI status = server.httpsUri().orElseThrow().resolve("api/v1/status");

        for (String protocol : List.of("TLSv1.3", "TLSv1.2")) {
            HttpResponse<String> answer = get(status, authority, protocol);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo(protocol);
        }
        assertThat(server.pins()).first().isEqualTo(KeyPin.of(authority.getPublicKey()));
    }

    /** A hello of TLS 1.1: the answer is the alert "protocol version" (RFC 8446, section 6.2), and no handshake. */
    @Test
    void nothingOlderThanTls12IsSpoken() throws Exception {
        URI https = server.httpsUri().orElseThrow();
        int browsers =
                plan.settings().https().orElseThrow().browser().orElseThrow().port();
        for (int port : List.of(https.getPort(), browsers)) {
            try (Socket line = new Socket(https.getHost(), port)) {
                line.getOutputStream().write(helloOf(1));
                assertThat(line.getInputStream().readNBytes(7))
                        .startsWith(ALERT)
                        .endsWith(FATAL, PROTOCOL_VERSION);
            }
            try (Socket line = new Socket(https.getHost(), port)) {
                line.getOutputStream().write(helloOf(2));
                assertThat(line.getInputStream().read())
                        .as("TLS 1.2, said the same way")
                        .isEqualTo(HANDSHAKE);
            }
        }
    }

    @Test
    void browsersAreServedUnderTheOrganisersOwnCertificateOnAPortOfItsOwn() throws Exception {
        int port = plan.settings().https().orElseThrow().browser().orElseThrow().port();

        assertThat(get(https(port), world.own().certificate(), "TLSv1.3").statusCode())
                .isEqualTo(200);
        assertThatThrownBy(
                        () -> get(server.httpsUri().orElseThrow(), world.own().certificate(), "TLSv1.3"))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void plainHttpIsForThisMachineAlone() {
        assertThatThrownBy(() -> new Socket(OTHER_ADDRESS, server.uri().getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void secretsReachTheServerByAFileForItsOwnerAloneAndStandInNoCommandLineOrLog() throws IOException {
        Properties secrets = new Properties();
        secrets.load(Files.newBufferedReader(data.folder().resolve("keys/server.properties")));
        List<String> passwords = secrets.stringPropertyNames().stream()
                .filter(name -> name.endsWith(".password"))
                .map(secrets::getProperty)
                .toList();

        String command = ProcessHandle.of(server.pid())
                .orElseThrow()
                .info()
                .commandLine()
                .orElseThrow();

        try (Stream<Path> keys = Files.list(data.folder().resolve("keys"))) {
            assertThat(keys)
                    .allSatisfy(key -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                            .isEqualTo("rw-------"));
        }
        assertThat(passwords).hasSize(2);
        assertThat(command)
                .contains("--properties=" + data.folder().resolve("keys/server.properties"))
                .doesNotContain(passwords);
        try (Stream<Path> logs = Files.walk(data.logs())) {
            assertThat(logs.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(log -> assertThat(Files.readString(log)).doesNotContain(passwords));
        }
    }

    /** The shortest hello that a server of TLS 1.{@code minor} takes: its cipher suites, a curve and a signature. */
    private static byte[] helloOf(int minor) {
        ByteBuffer hello = ByteBuffer.allocate(200);
        hello.put((byte) HANDSHAKE).put((byte) 3).put((byte) 1).putShort((short) 0);
        hello.put((byte) 1).put((byte) 0).putShort((short) 0);
        hello.put((byte) 3).put((byte) (minor + 1)).put(new byte[32]).put((byte) 0);
        hello.putShort((short) 4).putShort((short) 0xC02B).putShort((short) 0xC009);
        hello.putShort((short) 0x0100);
        hello.putShort((short) 24);
        hello.putShort((short) 10).putShort((short) 4).putShort((short) 2).putShort((short) 23);
        hello.putShort((short) 11).putShort((short) 2).put((byte) 1).put((byte) 0);
        hello.putShort((short) 13)
                .putShort((short) 6)
                .putShort((short) 4)
                .putShort((short) 0x0403)
                .putShort((short) 0x0203);
        hello.putShort(3, (short) (hello.position() - 5)).putShort(7, (short) (hello.position() - 9));
        return Arrays.copyOf(hello.array(), hello.position());
    }

    private static URI https(int port) {
        return URI.create("https://" + OTHER_ADDRESS + ":" + port + "/api/v1/status");
    }

    /** Asks as a program that trusts {@code authority} and checks names and dates, as browsers do. */
    private static HttpResponse<String> get(URI uri, Certificate authority, String protocol) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusting(authority))
                .sslParameters(new SSLParameters(null, new String[] {protocol}))
                .build();
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static SSLContext trusting(Certificate authority) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", authority);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static Certificate certificate(String pem) throws GeneralSecurityException {
        String only = pem.substring(pem.indexOf("-----BEGIN CERTIFICATE"));
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(only.getBytes(StandardCharsets.US_ASCII)));
    }
}
