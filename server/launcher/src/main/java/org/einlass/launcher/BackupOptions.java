package org.einlass.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.contract.backup.BackupException;
import org.einlass.contract.backup.BackupManifest;
import org.einlass.launcher.backup.BackupContent;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command about a backup is told, and how it says what became of it. */
final class BackupOptions {
    @Option(names = "--backup", required = true, paramLabel = "FILE", descriptionKey = "backup")
    private Path file = Path.of("");

    @Option(names = "--home", paramLabel = "DIR", descriptionKey = "home")
    private @Nullable Path home;

    @Mixin
    private RecoveryKeyOption recovery = new RecoveryKeyOption();

    /** Something to be done with a backup. */
    @FunctionalInterface
    interface Work {
        BackupManifest with(BackupContent backup) throws IOException;
    }

    /**
     * Does the work.
     *
     * @throws ObstacleException with one sentence where the backup cannot be read or the disk not written
     */
    BackupManifest run(Work work) {
        if (!Files.isRegularFile(file)) {
            throw new ObstacleException(new Wording(
                    "Die Sicherung " + file + " gibt es nicht. Bitte den Namen prüfen.",
                    "There is no backup " + file + ". Check its name."));
        }
        ServerHome server = home == null ? ServerHome.ofThisInstallation() : new ServerHome(home);
        try {
            return work.with(new BackupContent(file, recovery.key(), server.newestMigration()));
        } catch (BackupException e) {
            throw new ObstacleException(new Wording(
                    file + ": " + e.sentence().german(),
                    file + ": " + e.sentence().english()));
        } catch (IOException e) {
            throw new ObstacleException(new Wording(
                    "Die Sicherung ließ sich nicht lesen oder nicht auspacken; nichts davon ist geblieben. Bitte Platz und"
                            + " Rechte prüfen.",
                    "The backup could not be read or unpacked; nothing of it was left. Check room and rights."));
        }
    }

    /** How old a backup is and what is in it. */
    static Wording summary(BackupManifest manifest) {
        return new Wording(
                "Stand vom " + moment(manifest, Locale.GERMAN) + ": " + manifest.events() + " Veranstaltungen, "
                        + manifest.registrations() + " Anmeldungen.",
                "As of " + moment(manifest, Locale.ENGLISH) + ": " + manifest.events() + " events, "
                        + manifest.registrations() + " registrations.");
    }

    private static String moment(BackupManifest manifest, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language)
                .withZone(ZoneId.systemDefault())
                .format(manifest.madeAt());
    }
}
