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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                "browser.port = 8443",
                "database = jdbc:postgres://db/einlass?user=e&password=hush",
                "java.options = Xmx1g -Deinlass.queue=many -Deinlass.second-factor=requierd -Deinlass.quue=3"
                        + " -Deinlass.database=jdbc:postgresql://db/e?password=hush -Dssl.keyPassword=hush");
        Files.setPosixFilePermissions(
                folder.resolve("einlass.properties"), PosixFilePermissions.fromString("rw-------"));

        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        ObstacleException.class,
                        obstacle -> assertThat(obstacle.getMessage().lines())
                                .hasSize(13)
                                .noneSatisfy(line -> assertThat(line).contains("hush"))
                                .anySatisfy(line -> assertThat(line).contains("database", "jdbc:postgresql://HOST/"))
                                .anySatisfy(line -> assertThat(line).contains("java.options", "Xmx1g is no Java"))
                                .anySatisfy(line -> assertThat(line).contains("-Deinlass.queue=many", "from 1"))
                                .anySatisfy(line -> assertThat(line).contains("second-factor can only be required"))
                                .anySatisfy(line -> assertThat(line).contains("-Deinlass.quue", "no such option"))
                                .anySatisfy(line -> assertThat(line).contains("-Deinlass.database", "setting database"))
                                .anySatisfy(line -> assertThat(line).contains("-Dssl.keyPassword is a secret"))
                                .anySatisfy(
                                        line -> assertThat(line).contains("htps.port", "no such setting", "https.port"))
                                .anySatisfy(line -> assertThat(line).contains("http.port = 70000", "65535"))
                                .anySatisfy(line -> assertThat(line).contains("https = perhaps", "on or off"))
                                .anySatisfy(line -> assertThat(line).contains("https.names", "-nobody-"))
                                .anySatisfy(line -> assertThat(line).contains("browser.port = 8443", "already"))
                                .anySatisfy(line -> assertThat(line).contains("nowhere.pem", "cannot be read")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xmx1q", "-XX:+NoSuchThing", "-Xnothing"})
    void optionsThatJavaRefusesAreNamedByItsOwnWords(String option) throws IOException {
        write("java.options = " + option, "https = perhaps");

        assertThatThrownBy(this::read)
                .isInstanceOf(ObstacleException.class)
                .hasMessageContaining("Java does not take these options")
                .hasMessageContaining(option.replaceFirst("-XX:.", ""))
                .message()
                .hasLineCount(2);
    }

    @Test
    void optionsOfTheCommandLineAreCheckedAndFollowThoseOfTheFile() throws IOException {
        write("java.options = -Xms64m");

        assertThat(read("-Xmx65m", "-Deinlass.second-factor=required").javaOptions())
                .containsExactly("-Xms64m", "-Xmx65m", "-Deinlass.second-factor=required");
        assertThatThrownBy(() -> read("-Djavax.net.ssl.trustStorePassword=hush"))
                .isInstanceOf(ObstacleException.class)
                .hasMessageContaining("--java-option: -Djavax.net.ssl.trustStorePassword is a secret")
                .message()
                .doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/einlass",
                "jdbc:postgresql://[::1]:5433/einlass?user=e&password=a%26b&sslmode=verify-full",
                "jdbc:postgresql://db-1:5432,db-2:5432/einlass?user=e&password="
            })
    void addressesOfPostgresqlAreTaken(String address) throws IOException {
        Files.setPosixFilePermissions(write("database = " + address), PosixFilePermissions.fromString("rw-------"));

        assertThat(read().database()).contains(address);
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

    private ServerSettings read(String... javaOptions) {
        return ServerSettingsReader.read(new DataFolder(folder), Map.of(), List.of(javaOptions));
    }
}
