package org.einlass.kiosk.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.einlass.kiosk.sync.Outbox;

/** A look at a device's journal from outside, beside the kiosk that has it open. */
public final class StoredJournal {
    private StoredJournal() {}

    /** How much of it is on its way; empty where there is no journal yet. */
    public static Optional<Outbox.Backlog> backlog(Path folder) {
        Path file = folder.resolve(DeviceStore.JOURNAL_FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (DeviceDatabase deviceDatabase = DeviceDatabase.readOnly(file)) {
            return Optional.of(new SqliteOutbox(deviceDatabase).backlog());
        }
    }
}
