package org.einlass.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.code.RecoveryKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command gets the recovery key from: a file, or whoever types it. It never stands on a command line. */
final class RecoveryKeyOption {
    private static final long MOST_BYTES = 1_000;

    @Option(names = "--recovery-key-file", paramLabel = "FILE", descriptionKey = "recovery-key-file")
    private @Nullable Path file;

    @Option(names = "--recovery-key", interactive = true, descriptionKey = "recovery-key")
    private char @Nullable [] typed;

    /** @throws ObstacleException where there is none, or what was said is none */
    RecoveryKey key() {
        return text().flatMap(RecoveryKey::parse)
                .orElseThrow(() -> new ObstacleException(new Wording(
                        "Das ist kein Wiederherstellungsschlüssel. Er hat 30 Zeichen und beginnt mit R1; bitte noch einmal"
                                + " abschreiben.",
                        "This is no recovery key. It has 30 symbols and begins with R1; copy it once more.")));
    }

    private Optional<String> text() {
        char[] said = typed;
        if (said != null) {
            String text = new String(said).strip();
            Arrays.fill(said, ' ');
            return Optional.of(text);
        }
        Path named = file;
        if (named == null) {
            throw new ObstacleException(
                    new Wording(
                            "Der Wiederherstellungsschlüssel fehlt. Bitte mit --recovery-key eingeben oder mit"
                                    + " --recovery-key-file eine Datei nennen.",
                            "The recovery key is missing. Type it with --recovery-key, or name a file by --recovery-key-file."));
        }
        return read(named);
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.size(file) > MOST_BYTES
                    ? Optional.empty()
                    : Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            throw new ObstacleException(new Wording(
                    "Die Datei " + file + " ist nicht lesbar. Bitte Namen und Rechte prüfen.",
                    "The file " + file + " cannot be read. Check its name and rights."));
        }
    }
}
