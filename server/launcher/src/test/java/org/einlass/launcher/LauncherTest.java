package org.einlass.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.account.OrganiserLink;
import org.einlass.contract.certificate.AttendanceCertificate;
import org.einlass.contract.certificate.AttendanceSigningKey;
import org.einlass.launcher.tls.CertificateNames;
import org.einlass.launcher.tls.EventKeys;
import org.einlass.launcher.tls.KeyFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class LauncherTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakGerman() {
        Locale.setDefault(Locale.GERMAN);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void aCertificateOfAttendanceIsVerifiedWithoutAnyServer() throws IOException {
        AttendanceSigningKey.Pair keys = AttendanceSigningKey.next();
        AttendanceCertificate facts = new AttendanceCertificate(
                "Kongress", "Eva Müller", "Gera", List.of(LocalDate.of(2025, 9, 16)), LocalDate.of(2025, 9, 18));
        Path key =
                Files.writeString(folder.resolve("key.pem"), keys.verification().pem());
        Path code = Files.writeString(folder.resolve("code.txt"), facts.sign(keys.signing()));
        Path changed = Files.writeString(
                folder.resolve("changed.txt"), facts.sign(keys.signing()).replace("Eva", "Ewa"));

        assertThat(run("verify-attendance", "--key", key.toString(), code.toString()))
                .isZero();
        assertThat(out.toString())
                .contains("Bestätigt")
                .contains("Eva Müller, Gera")
                .contains("2025-09-16");
        assertThat(run("verify-attendance", "--key", key.toString(), changed.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith("Nicht bestätigt").hasLineCount(1);
        assertThat(run("verify-attendance", "--key", code.toString(), code.toString()))
                .isEqualTo(1);
    }

    @Test
    void aMissingServerFolderIsOneSentence() {
        int code = run(
                "start",
                "--data",
                folder.toString(),
                "--home",
                folder.resolve("nowhere").toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .contains("kein Einlass-Server")
                .contains("nowhere")
                .hasLineCount(1);
    }

    @Test
    void aNewLinkForAnOrganiserIsPrintedAndTheLastOneIsGoodNoMore() throws IOException {
        Files.createDirectory(folder.resolve("keys"));
        Files.writeString(folder.resolve("einlass.properties"), "https.names = einlass.example\n");

        run("reset-organiser", "--data", folder.toString());
        OrganiserLink first = OrganiserLink.read(folder, Instant.now()).orElseThrow();
        int code = run("reset-organiser", "--data", folder.toString());

        OrganiserLink second = OrganiserLink.read(folder, Instant.now()).orElseThrow();
        assertThat(code).isZero();
        assertThat(second.isSecret(first.secret())).isFalse();
        assertThat(out.toString()).contains("https://einlass.example:8443/first-organiser.xhtml#" + second.secret());
        assertThat(OrganiserLink.read(folder, Instant.now().plus(OrganiserLink.VALID)))
                .isEmpty();
    }

    @Test
    void aLinkForAnOrganiserIsRefusedWhereNoServerHasWorked() {
        int code = run("reset-organiser", "--data", folder.toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("noch kein Server").hasLineCount(1);
    }

    @Test
    void theSentenceIsEnglishForEnglishOperators() {
        Locale.setDefault(Locale.ENGLISH);

        run(
                "start",
                "--data",
                folder.toString(),
                "--home",
                folder.resolve("nowhere").toString());

        assertThat(err.toString()).startsWith("There is no Einlass server");
    }

    @Test
    void anImpossiblePortIsOneSentence() throws IOException {
        int code = run("start", "--data", folder.toString(), "--home", home(), "--port", "70000");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("70000").contains("65535").hasLineCount(1);
    }

    @Test
    void missingArgumentsAreSaidWithTheUsage() {
        assertThat(run("start")).isEqualTo(2);
        assertThat(err.toString()).contains("--data");
    }

    @Test
    void everyCommandHasHelpInBothLanguages() {
        assertThat(run("start", "--help")).isZero();
        Locale.setDefault(Locale.ENGLISH);
        assertThat(run("check", "--help")).isZero();

        assertThat(out.toString()).contains("Startet den Server").contains("Says beforehand");
    }

    @Test
    void checkNamesEveryObstacleAtOnce() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());

            int code = run("check", "--data", file.resolve("data").toString(), "--home", home(), "--port", port);

            assertThat(code).isEqualTo(1);
            assertThat(out.toString())
                    .contains("[ok] Java")
                    .contains("[!!] Datenordner")
                    .contains("[!!] Port " + port);
        }
    }

    @Test
    void checkIsContentWithAGoodMachine() throws IOException {
        int code = run("check", "--data", folder.resolve("data").toString(), "--home", home(), "--port", "0");

        assertThat(code).isZero();
        assertThat(out.toString()).doesNotContain("[!!]");
    }

    @Test
    void checkNamesMistakesInTheSettingsFile() throws IOException {
        Files.writeString(folder.resolve("einlass.properties"), "htps.port = 8443\nhttps = perhaps\n");

        assertThat(run("check", "--data", folder.toString(), "--home", home())).isEqualTo(1);

        assertThat(err.toString()).hasLineCount(2).contains("htps.port", "on oder off");
    }

    @Test
    void theServiceUnitRunsThisLauncherOnTheDataFolder() {
        assertThat(run("service-unit", "--data", folder.resolve("hall 5").toString()))
                .isZero();

        assertThat(out.toString())
                .contains("start --data \"" + folder.resolve("hall 5") + "\"", "ReadWritePaths=", "User=einlass")
                .doesNotContain("@");
    }

    @Test
    void theCertificateCommandSaysWhatToTrustOnceThereAreKeys() {
        assertThat(run("certificate", "--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("noch keine Schlüssel").hasLineCount(1);
        EventKeys keys = EventKeys.open(
                KeyFolder.open(folder.resolve("keys")), CertificateNames.of(List.of("localhost")), Instant.now());

        assertThat(run("certificate", "--data", folder.toString())).isZero();
        assertThat(out.toString())
                .contains(
                        "server.pins = " + keys.pins().get(0) + ", "
                                + keys.pins().get(1),
                        "-----BEGIN CERTIFICATE-----")
                .doesNotContain("PRIVATE");

        assertThat(run("certificate", "--data", folder.toString(), "--change-ca"))
                .isZero();
        assertThat(out.toString()).contains("server.pins = " + keys.pins().get(1));
    }

    private String home() throws IOException {
        Path home = Files.createDirectories(folder.resolve("server"));
        Files.createDirectories(home.resolve("modules"));
        if (Files.notExists(home.resolve("jboss-modules.jar"))) {
            Files.createFile(home.resolve("jboss-modules.jar"));
        }
        return home.toString();
    }

    private int run(String... arguments) {
        CommandLine line = Launcher.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
