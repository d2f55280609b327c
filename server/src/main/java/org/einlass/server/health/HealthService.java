package org.einlass.server.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.einlass.contract.Wording;
import org.einlass.server.backup.BackupService;
import org.einlass.server.backup.BackupState;
import org.einlass.server.database.Store;

/** Reads how this server is, each time anew. Takes up to two seconds, so not on threads that answer guests. */
public final class HealthService {
    private static final long ENOUGH_BYTES = 2L << 30;
    private static final long LEAST_BYTES = 512L << 20;
    private static final Duration CERTIFICATE_SOON = Duration.ofDays(21);

    /** The program is younger than this; a clock that shows less has lost its battery. */
    private static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final StoreHealth storeHealth;
    private final BackupService backups;
    private final Path data;
    private final Clock clock;

    public HealthService(Store store, BackupService backups, Path data, Clock clock) {
        this.storeHealth = new StoreHealth(store, clock);
        this.backups = backups;
        this.data = data;
        this.clock = clock;
    }

    /** One reading of each subject, in their order. Any thread may call it. */
    public List<HealthReading> read() {
        return List.of(
                storeHealth.usable(),
                storeHealth.lag(),
                storeHealth.queue(),
                disk(),
                backup(),
                certificate(),
                clock(),
                storeHealth.devices(),
                storeHealth.wrongCodes());
    }

    private HealthReading disk() {
        long free;
        try {
            free = Files.getFileStore(data).getUsableSpace();
        } catch (IOException unreadable) {
            free = 0;
        }
        String shown = free >= ENOUGH_BYTES ? (free >> 30) + " GiB" : (free >> 20) + " MiB";
        Wording sentence = new Wording(
                "Auf der Platte der Daten sind " + shown + " frei.", shown + " are free on the disk of the data.");
        if (free >= ENOUGH_BYTES) {
            return HealthReading.good(HealthSubject.DISK, OptionalDouble.of((double) free), sentence);
        }
        return HealthReading.of(
                HealthSubject.DISK,
                free < LEAST_BYTES ? HealthLevel.BAD : HealthLevel.WARNING,
                (double) free,
                sentence,
                new Wording("Bitte Platz schaffen, am besten 2 GiB.", "Make room, best 2 GiB."));
    }

    private HealthReading backup() {
        BackupState state = backups.state();
        Instant now = clock.instant();
        Optional<Duration> age = state.age(now);
        OptionalDouble seconds =
                age.map(one -> OptionalDouble.of((double) one.toSeconds())).orElse(OptionalDouble.empty());
        Wording sentence = age.map(one -> new Wording(
                        "Die letzte gute Sicherung ist " + one.toHours() + " Stunden und " + one.toMinutesPart()
                                + " Minuten alt.",
                        "The last good backup is " + one.toHours() + " hours and " + one.toMinutesPart()
                                + " minutes old."))
                .orElse(new Wording("Es gibt keine gute Sicherung.", "There is no good backup."));
        if (!state.isOverdue(now) && state.reachable()) {
            return HealthReading.good(HealthSubject.BACKUP, seconds, sentence);
        }
        Wording remedy = state.obstacle() == null
                ? new Wording(
                        "Bitte auf der ersten Seite der Konsole eine machen.", "Make one on the console's first page.")
                : state.obstacle().remedy();
        return new HealthReading(HealthSubject.BACKUP, HealthLevel.WARNING, seconds, sentence, remedy);
    }

    private HealthReading certificate() {
        Optional<Instant> until = CertificateFile.validUntil(data.resolve("keys/server.pem"));
        if (until.isEmpty()) {
            return HealthReading.good(
                    HealthSubject.CERTIFICATE,
                    OptionalDouble.empty(),
                    new Wording(
                            "Dieser Server hat kein eigenes Zertifikat.",
                            "This server has no certificate of its own."));
        }
        Duration left = Duration.between(clock.instant(), until.get());
        Wording sentence = new Wording(
                "Das Zertifikat gilt noch " + left.toDays() + " Tage.",
                "The certificate is valid for " + left.toDays() + " more days.");
        if (left.compareTo(CERTIFICATE_SOON) > 0) {
            return HealthReading.good(
                    HealthSubject.CERTIFICATE, OptionalDouble.of((double) left.toSeconds()), sentence);
        }
        return HealthReading.of(
                HealthSubject.CERTIFICATE,
                left.isNegative() ? HealthLevel.BAD : HealthLevel.WARNING,
                (double) left.toSeconds(),
                sentence,
                new Wording(
                        "Bitte den Server einmal neu starten; dabei entsteht ein neues. Geräte merken nichts davon.",
                        "Restart the server once, which makes a new one. Devices notice nothing of it."));
    }

    private HealthReading clock() {
        Instant now = clock.instant();
        boolean plausible = now.isAfter(EARLIEST) && now.isBefore(LATEST);
        String shown = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
                .withZone(ZoneOffset.UTC)
                .format(now);
        Wording sentence = new Wording("Die Uhr zeigt " + shown + " (UTC).", "The clock shows " + shown + " (UTC).");
        return plausible
                ? HealthReading.good(HealthSubject.CLOCK, OptionalDouble.of(1), sentence)
                : HealthReading.of(
                        HealthSubject.CLOCK,
                        HealthLevel.BAD,
                        0,
                        sentence,
                        new Wording(
                                "Das kann nicht sein: Bitte die Uhr des Rechners stellen.",
                                "That cannot be: set the machine's clock."));
    }
}
