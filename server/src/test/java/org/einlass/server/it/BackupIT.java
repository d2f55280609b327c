package org.einlass.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.einlass.contract.backup.BackupReader;
import org.einlass.contract.code.RecoveryKey;
import org.junit.jupiter.api.Test;

/** A backup of the running server, over the interface and in the console. */
final class BackupIT {
    private final ApiClient organiser = RunningServer.organiser();
    private final Path data = RunningServer.data();

    @Test
    void theKeyOfTheFirstStartOpensABackupOfTheRunningServer() throws IOException {
        String name =
                organiser.post("backups", "").expect(200).json().path("name").asText();

        RecoveryKey key = RecoveryKey.parse(
                        Files.readString(data.resolve("recovery.key")).strip())
                .orElseThrow();
        assertThat(entries(data.resolve("backups").resolve(name), key))
                .contains(
                        "manifest.properties",
                        "einlass.db",
                        "keys/einlass.key",
                        "organiser.token",
                        "keys/recovery.pub");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("recovery.key"))))
                .isEqualTo("rw-------");
        JsonNode state = organiser.get("backups").expect(200).json();
        assertThat(state.path("overdue").asBoolean()).isFalse();
        assertThat(state.path("onDataDisk").asBoolean()).isTrue();
        assertThat(state.at("/kept/0/name").asText()).isEqualTo(name);
        assertThat(organiser
                        .get("audit?action=BACKUP_MADE&subject=" + name)
                        .expect(200)
                        .text())
                .contains(name, "token:");
    }

    @Test
    void whoMayOrganiseOneEventOnlyHasNothingToDoWithBackups() {
        String event = RunningServer.newEvent();
        JsonNode made = organiser
                .post(
                        "tokens",
                        "{\"name\": \"one event\", \"role\": \"ORGANISER\", \"event\": \"" + event
                                + "\", \"expires\": \"" + Instant.now().plus(Duration.ofDays(1)) + "\"}")
                .expect(200)
                .json();
        ApiClient ofOneEvent = organiser.as(made.path("secret").asText());

        ofOneEvent.get("backups").expect(403);
        ofOneEvent.post("backups", "").expect(403);
        ofOneEvent.get("events/" + event).expect(200);
    }

    @Test
    void theConsolesFirstPageSaysHowOldTheLastOneIs() {
        organiser.post("backups", "").expect(200);
        try (ConsoleBrowser german = ConsoleBrowser.organiser();
                ConsoleBrowser english = ConsoleBrowser.organiser("en");
                ConsoleBrowser auditor = ConsoleBrowser.auditor()) {
            assertThat(german.open("events.xhtml").text())
                    .contains("✓ Letzte geprüfte Sicherung: vor", "dieselbe Platte wie die der Daten");
            assertThat(english.open("events.xhtml").text())
                    .contains("✓ Last checked backup:", "ago (", "the same disk as that of the data");
            assertThat(german.click("backup:make").text()).contains("Die Sicherung hat begonnen.");
            assertThat(auditor.open("events.xhtml").text()).doesNotContain("Sicherung");
        }
    }

    private static List<String> entries(Path file, RecoveryKey key) throws IOException {
        List<String> entries = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(BackupReader.open(in, key))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.add(entry.getName());
            }
        }
        return entries;
    }
}
