package org.einlass.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What a kiosk starts with all the same, though somebody should look at it: one sentence each. */
final class SettingsWarnings {
    static final Set<String> KEYS = Set.of(
            "server",
            "server.pins",
            "event",
            "door",
            "device",
            "kind",
            "token",
            "scan",
            "codes",
            "printer",
            "printer.neighbours",
            "printer.documents",
            "monitor",
            "paper",
            "labels",
            "tray",
            "store",
            "counter",
            "team.pin",
            "language",
            "deadline");

    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private SettingsWarnings() {}

    static List<String> of(Path file, Collection<String> keys) {
        List<String> warnings = new ArrayList<>();
        if (isOpenToOthers(file)) {
            warnings.add(OperatorMessages.ofThisMachine().say("settings.openToOthers", file));
        }
        keys.stream()
                .filter(key -> !KEYS.contains(key))
                .sorted()
                .map(key -> OperatorMessages.ofThisMachine()
                        .say(
                                "settings.unknown",
                                key,
                                String.join(", ", KEYS.stream().sorted().toList())))
                .forEach(warnings::add);
        return warnings;
    }

    /**
     * The token is in it: whoever reads the file is the device. Where rights are unknown, nothing is said.
     */
    private static boolean isOpenToOthers(Path file) {
        try {
            return !file.toString().isEmpty()
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        } catch (UnsupportedOperationException | IOException unknown) {
            return false;
        }
    }
}
