package org.einlass.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.einlass.contract.backup.BackupManifest;
import org.einlass.contract.backup.BackupWriter;
import org.einlass.contract.code.RecoveryKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code restore} and {@code check-backup}: whole, or one sentence and nothing. */
final class RestoreCommandTest {
    private static final int SCHEMA = 28;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Locale before = Locale.getDefault();
    private final RecoveryKey recovery = RecoveryKey.next(new Random(4));
    private final byte[] database = new byte[3_000_000];
    private Path backup;
    private Path keyFile;
    private Path data;

    @BeforeEach
    void backUp() throws IOException {
        Locale.setDefault(Locale.GERMAN);
        new Random(8).nextBytes(database);
        backup = folder.resolve("einlass-2026-11-29T09-15-00Z.einlass-backup");
        keyFile = Files.writeString(folder.resolve("paper.txt"), recovery.grouped() + "\n");
        data = folder.resolve("new-box");
        write(SCHEMA, content());
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void makesADataFolderThatOnlyItsOwnerCanRead() throws IOException {
        assertThat(restore()).isZero();

        assertThat(out.toString()).contains("Wiederhergestellt.", "2 Veranstaltungen, 500 Anmeldungen", "Sperrungen");
        assertThat(names(data)).containsExactlyInAnyOrder("einlass.db", "einlass.key", "keys", BackupManifest.RESTORED);
        assertThat(data.resolve("einlass.db")).hasBinaryContent(database);
        assertThat(data.resolve("keys/event-ca.pem")).hasContent("the CA");
        for (String name : List.of("einlass.db", "keys/event-ca.pem")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(name))))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    @Test
    void aBackupIsCheckedWithoutUnpackingIt() throws IOException {
        assertThat(check()).isZero();

        assertThat(out.toString()).contains("vollständig", "500 Anmeldungen");
        assertThat(names(folder)).doesNotContain("new-box");
    }

    @Test
    void anotherRecoveryKeyIsOneSentence() throws IOException {
        Files.writeString(keyFile, RecoveryKey.next(new Random(77)).grouped());

        refused("gehört zu einer anderen Sicherung");
    }

    @Test
    void aSlipInTheKeyIsOneSentence() throws IOException {
        Files.writeString(keyFile, recovery.grouped().substring(1));

        refused("kein Wiederherstellungsschlüssel");
    }

    @Test
    void noKeyIsOneSentence() {
        assertThat(run("check-backup", "--backup", backup.toString(), "--home", home()))
                .isEqualTo(1);

        assertThat(err.toString()).contains("fehlt", "--recovery-key-file").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0001, 0.3, 0.9, 0.99999})
    void aCutFileIsOneSentence(double part) throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        Files.write(backup, Arrays.copyOf(whole, (int) (whole.length * part)));

        refused("hört zu früh auf");
    }

    @Test
    void aDamagedSegmentIsOneSentence() throws IOException {
        byte[] changed = Files.readAllBytes(backup);
        changed[changed.length / 2] ^= 4;
        Files.write(backup, changed);

        refused("Die Sicherung ist beschädigt.");
    }

    @Test
    void aBackupOfANewerServerIsOneSentence() throws IOException {
        write(SCHEMA + 1, content());

        refused("neueres Einlass");
    }

    @Test
    void anotherFileIsOneSentence() throws IOException {
        Files.writeString(backup, "PK is no backup of ours");

        refused("keine Sicherung von Einlass");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../einlass.db", "/etc/passwd", "keys/../../x", "log/x", "keys/", ".ssh"})
    void nothingIsWrittenBesideTheDataFolder(String name) throws IOException {
        Map<String, byte[]> content = content();
        content.put(name, "x".getBytes(UTF_8));
        write(SCHEMA, content);

        refused("Die Sicherung ist beschädigt.");
    }

    @Test
    void aBackupWithoutADatabaseIsRefused() throws IOException {
        Map<String, byte[]> content = content();
        content.remove("einlass.db");
        write(SCHEMA, content);

        refused("Die Sicherung ist beschädigt.");
    }

    @Test
    void whatIsThereIsNeverOverwritten() throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("einlass.db"), "the only copy");

        assertThat(restore()).isEqualTo(1);

        assertThat(err.toString()).contains("ist nicht leer").hasLineCount(1);
        assertThat(data.resolve("einlass.db")).hasContent("the only copy");
        assertThat(names(data)).containsExactly("einlass.db");
    }

    @Test
    void afterAPowerCutNeitherAServerStartsNorIsItRestoredOverIt() throws IOException {
        Files.createDirectories(data.resolve("restore.draft"));

        assertThat(restore()).isEqualTo(1);
        assertThat(run("start", "--data", data.toString(), "--home", home(), "--port", "0"))
                .isEqualTo(1);

        assertThat(err.toString().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("wurde eine Wiederherstellung unterbrochen"));
    }

    private void refused(String sentence) throws IOException {
        assertThat(check()).isEqualTo(1);
        assertThat(restore()).isEqualTo(1);

        assertThat(err.toString().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains(sentence).doesNotContain("Exception"));
        assertThat(Files.exists(data) ? names(data) : List.of()).isEmpty();
    }

    private static Map<String, byte[]> contentOf(byte[] database) {
        Map<String, byte[]> content = new LinkedHashMap<>();
        content.put("einlass.db", database);
        content.put("einlass.key", "the key".getBytes(UTF_8));
        content.put("keys/event-ca.pem", "the CA".getBytes(UTF_8));
        return content;
    }

    private Map<String, byte[]> content() {
        return contentOf(database);
    }

    private void write(int schema, Map<String, byte[]> content) throws IOException {
        try (OutputStream file = Files.newOutputStream(backup);
                ZipOutputStream zip =
                        new ZipOutputStream(new BackupWriter(file, recovery.publicKey(), new Random(6)))) {
            zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
            new BackupManifest(Instant.parse("2026-11-29T09:15:00Z"), schema, 2, 500).write(zip);
            for (Map.Entry<String, byte[]> entry : content.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }

    private int restore() {
        return run(
                "restore",
                "--data",
                data.toString(),
                "--backup",
                backup.toString(),
                "--home",
                home(),
                "--recovery-key-file",
                keyFile.toString());
    }

    private int check() {
        return run(
                "check-backup",
                "--backup",
                backup.toString(),
                "--home",
                home(),
                "--recovery-key-file",
                keyFile.toString());
    }

    /** A server that knows migrations up to {@value #SCHEMA}. */
    private String home() {
        try {
            Path home = Files.createDirectories(folder.resolve("server"));
            Files.createDirectories(home.resolve("modules"));
            Path deployments = Files.createDirectories(home.resolve("standalone/deployments"));
            Files.write(home.resolve("jboss-modules.jar"), new byte[0]);
            try (ZipOutputStream war = new ZipOutputStream(Files.newOutputStream(deployments.resolve("ROOT.war")))) {
                for (String name : List.of("V1__the_house.sql", "V" + SCHEMA + "__some.sql", "V9__other.sql")) {
                    war.putNextEntry(new ZipEntry("WEB-INF/classes/org/einlass/server/database/migration/" + name));
                }
            }
            return home.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private int run(String... arguments) {
        CommandLine line = Launcher.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
