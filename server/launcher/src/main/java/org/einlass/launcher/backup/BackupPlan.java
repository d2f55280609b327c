package org.einlass.launcher.backup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the server's backups go and how often it makes one; what is left out, the server decides.
 *
 * @param folder absent for the folder {@code backups} in the data folder
 * @param hours from one to the next; 0 makes none by itself
 * @param keep how many of the newest are kept
 */
public record BackupPlan(Optional<Path> folder, OptionalInt hours, OptionalInt keep) {
    /** What the server decides by itself. */
    public static final BackupPlan USUAL = new BackupPlan(Optional.empty(), OptionalInt.empty(), OptionalInt.empty());

    /** As options of the server's Java machine. */
    public List<String> options() {
        List<String> options = new ArrayList<>();
        folder.ifPresent(place -> options.add("-Deinlass.backup.folder=" + place.toAbsolutePath()));
        hours.ifPresent(number -> options.add("-Deinlass.backup.hours=" + number));
        keep.ifPresent(number -> options.add("-Deinlass.backup.keep=" + number));
        return options;
    }
}
