package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.einlass.contract.id.DeviceId;
import org.einlass.server.backup.BackupService;
import org.einlass.server.backup.BackupSettings;
import org.einlass.server.database.Databases;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.health.HealthLevel;
import org.einlass.server.health.HealthReading;
import org.einlass.server.health.HealthService;
import org.einlass.server.health.HealthSubject;
import org.einlass.server.health.SupportText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a server says of itself, and what somebody has to do. */
final class HealthServiceTest {
    private static final Instant TODAY = Instant.parse("2026-11-29T09:00:00Z");

    @TempDir
    Path folder;

    private Congress congress;

    @AfterEach
    void close() {
        congress.close();
    }

    @ParameterizedTest
    @EnumSource
    void readsEverySubjectOnBothDatabases(Databases database) {
        HealthService health = health(database);

        assertThat(health.read()).extracting(HealthReading::subject).containsExactly(HealthSubject.values());
        for (HealthSubject subject : new HealthSubject[] {
            HealthSubject.STORE,
            HealthSubject.QUEUE,
            HealthSubject.CERTIFICATE,
            HealthSubject.CLOCK,
            HealthSubject.DEVICES
        }) {
            assertThat(reading(health, subject).level()).as(subject.name()).isEqualTo(HealthLevel.GOOD);
        }
    }

    @Test
    void whateverIsNotGoodSaysWhatToDoInBothLanguages() {
        HealthService health = health(Databases.SQLITE);
        congress.time.set(Instant.parse("1970-01-01T00:03:00Z"));

        assertThat(reading(health, HealthSubject.CLOCK).level()).isEqualTo(HealthLevel.BAD);
        assertThat(reading(health, HealthSubject.BACKUP).level()).isEqualTo(HealthLevel.WARNING);
        assertThat(health.read())
                .filteredOn(reading -> reading.level() != HealthLevel.GOOD)
                .isNotEmpty()
                .allSatisfy(reading -> {
                    assertThat(reading.remedy().german()).endsWith(".");
                    assertThat(reading.remedy().english()).endsWith(".");
                });
    }

    @Test
    void aWriterThatIsBusyForLongIsBad() {
        HealthService health = health(Databases.SQLITE);
        CountDownLatch hold = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        try {
            congress.store().writeAlone(WriteKey.of(Congress.EVENT), transaction -> {
                held.countDown();
                return Congress.waitFor(hold);
            });
            Congress.waitFor(held);

            assertThat(reading(health, HealthSubject.WRITER).level()).isEqualTo(HealthLevel.BAD);
        } finally {
            hold.countDown();
        }
    }

    @Test
    void countsDevicesThatFellSilentTodayAndNotThoseThatAreSwitchedOff() {
        HealthService health = health(Databases.SQLITE);
        congress.execute("update events set phase = 'LIVE'");
        for (String name : new String[] {"talking", "silent", "yesterday", "revoked"}) {
            congress.enrol(new DeviceId(name), DeviceKind.KIOSK);
        }
        seen("talking", Duration.ofMinutes(1));
        seen("silent", Duration.ofMinutes(20));
        seen("yesterday", Duration.ofHours(20));
        seen("revoked", Duration.ofMinutes(20));
        congress.execute("update devices set revoked_at = 1 where id = 'revoked'");

        HealthReading reading = reading(health, HealthSubject.DEVICES);

        assertThat(reading.level()).isEqualTo(HealthLevel.WARNING);
        assertThat(reading.value()).hasValue(1);
    }

    @Test
    void theTextForHelpersNamesNobody() throws IOException {
        HealthService health = health(Databases.SQLITE);
        congress.guests(3);
        Files.writeString(folder.resolve("einlass.properties"), "browser.password = secret");

        String text = SupportText.of(health.read(), Locale.ENGLISH);

        assertThat(text)
                .contains("java: ", "store: GOOD", "backup: WARNING", "clock: GOOD")
                .doesNotContain("Muster", "secret", folder.toString(), System.getProperty("user.name") + "@");
    }

    private void seen(String device, Duration ago) {
        congress.execute(
                "update devices set seen_at = ? where id = ?", TODAY.minus(ago).toEpochMilli(), device);
    }

    private static HealthReading reading(HealthService health, HealthSubject subject) {
        return health.read().stream()
                .filter(one -> one.subject() == subject)
                .findFirst()
                .orElseThrow();
    }

    private HealthService health(Databases database) {
        congress = new Congress(database, folder);
        congress.time.set(TODAY);
        BackupSettings settings = new BackupSettings(folder, folder.resolve("backups"), Duration.ofHours(6), 5);
        BackupService backups = new BackupService(congress.store(), settings, Runnable::run, congress.clock);
        return new HealthService(congress.store(), backups, folder, congress.clock);
    }
}
