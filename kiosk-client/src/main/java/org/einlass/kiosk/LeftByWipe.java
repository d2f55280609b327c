package org.einlass.kiosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.einlass.contract.wire.WipeReceipt;

/**
 * What an order to wipe leaves on this machine, because it belongs to whoever set the device up: the receipt
 * names it, so that a person removes it.
 */
final class LeftByWipe {
    private LeftByWipe() {}

    /** Looks at the folders anew each time. */
    static List<WipeReceipt.Kept> of(KioskSettings settings) {
        List<WipeReceipt.Kept> left = new ArrayList<>();
        boolean pages = Stream.concat(
                        Stream.of(settings.outlet(), settings.documents()), settings.neighbours().stream())
                .anyMatch(outlet -> outlet instanceof BadgeOutlet.Folder folder && holdsAnything(folder.path()));
        if (pages) {
            left.add(WipeReceipt.Kept.BADGE_FOLDER);
        }
        if (settings.identity() == null) {
            left.add(WipeReceipt.Kept.SETTINGS_TOKEN);
        }
        if (!settings.teamPin().isEmpty()) {
            left.add(WipeReceipt.Kept.SETTINGS_PIN);
        }
        return left;
    }

    /** A folder that cannot be read may hold pages. */
    private static boolean holdsAnything(Path folder) {
        if (Files.notExists(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        } catch (IOException | UncheckedIOException unreadable) {
            return true;
        }
    }
}
