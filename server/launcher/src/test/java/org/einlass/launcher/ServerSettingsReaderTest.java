package org.einlass.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerSettingsReaderTest {
    @TempDir
    private Path folder;

    @Test
    void withoutAFileAServerIsForThisMachineWithHttps() {
        ServerSettings settings = read();

        HttpsSettings https = settings.https().orElseThrow();
        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(https.port()).isEqualTo(8443);
        assertThat(https.bind().isLoopbackAddress()).isTrue();
        assertThat(https.browser()).isEmpty();
        assertThat(settings.database()).isEmpty();
    }

    @Test
    void theFileSaysAndTheCommandLineGoesBefore() throws IOException {
        write(
                "bind = 0.0.0.0",
                "http.port = 9080",
                "https.names = einlass.example, 10.0.0.7",
                "java.options = -Xmx1g -Da=b");

        ServerSettings settings = ServerSettingsReader.read(new DataFolder(folder), Map.of("http.port", "9081"));

        HttpsSettings https = settings.https().orElseThrow();
        assertThat(settings.httpPort()).isEqualTo(9081);
        assertThat(https.bind().isAnyLocalAddress()).isTrue();
        assertThat(https.names()).containsExactly("einlass.example", "10.0.0.7");
        assertThat(settings.javaOptions()).containsExactly("-Xmx1g", "-Da=b");
    }

    @Test
    void allMistakesAreNamedAtOnceEachWithItsPlace() throws IOException {
        write(
                "htps.port = 8443",
                "http.port = 70000",
                "https = perhaps",
                "https.names = einlass.example, -nobody-",
                "browser.certificate = nowhere.pem",
                "browser.port = 8443");

        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        ObstacleException.class,
                        obstacle -> assertThat(obstacle.getMessage().lines())
                                .hasSize(6)
                                .anySatisfy(
                                        line -> assertThat(line).contains("htps.port", "no such setting", "https.port"))
                                .anySatisfy(line -> assertThat(line).contains("http.port = 70000", "65535"))
                                .anySatisfy(line -> assertThat(line).contains("https = perhaps", "on or off"))
                                .anySatisfy(line -> assertThat(line).contains("https.names", "-nobody-"))
                                .anySatisfy(line -> assertThat(line).contains("browser.port = 8443", "already"))
                                .anySatisfy(line -> assertThat(line).contains("nowhere.pem", "cannot be read")));
    }

    @Test
    void nobodyListensBeyondThisMachineWithoutHttps() throws IOException {
        write("https = off", "bind = 0.0.0.0");

        assertThatThrownBy(this::read)
                .isInstanceOf(ObstacleException.class)
                .hasMessageContaining("bind = 0.0.0.0")
                .hasMessageContaining("Set https = on")
                .message()
                .hasLineCount(1);
    }

    @Test
    void httpsMayBeOffForThisMachineAlone() throws IOException {
        write("https = off");

        assertThat(read().https()).isEmpty();
    }

    @Test
    void aPasswordThatOthersCanReadIsRefusedAndNotRepeated() throws IOException {
        Path file = write("database = jdbc:postgresql://db/einlass?user=e&password=hush");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(this::read)
                .isInstanceOf(ObstacleException.class)
                .hasMessageContaining("chmod 600")
                .message()
                .doesNotContain("hush");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(read().database())
                .hasValueSatisfying(address -> assertThat(address).contains("hush"));
        assertThat(read()).asString().doesNotContain("hush");
    }

    @Test
    void settingsOfABrowserCertificateThatIsMissingAreNamed() throws IOException {
        write("browser.port = 443");

        assertThatThrownBy(this::read).hasMessageContaining("browser.port").hasMessageContaining("browser.certificate");
    }

    private Path write(String... lines) throws IOException {
        return Files.write(folder.resolve("einlass.properties"), List.of(lines));
    }

    private ServerSettings read() {
        return ServerSettingsReader.read(new DataFolder(folder), Map.of());
    }
}
