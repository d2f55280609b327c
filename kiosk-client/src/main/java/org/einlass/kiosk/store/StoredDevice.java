package org.einlass.kiosk.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.einlass.kiosk.sync.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * A look at a device's folder from outside, beside the kiosk that has it open: its roster, its journal and its
 * withdrawal.
 */
public final class StoredDevice {
    private StoredDevice() {}

    /**
     * A roster on the disk.
     *
     * @param rows codes that it knows
     * @param heardAt when the server last said what has changed, by this device's clock; null where nobody
     *     noted it
     */
    public record StoredRoster(long rows, @Nullable Instant heardAt) {}

    /** The roster; empty where there is none. */
    public static Optional<StoredRoster> roster(Path folder) {
        return kept(folder, SqliteRoster.KEPT_AS)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .map(StoredDevice::measure);
    }

    private static StoredRoster measure(Path file) {
        try (RosterTable table = new RosterTable(file, DeviceDatabase.readOnly(file))) {
            return new StoredRoster(table.size(), table.heardAt().orElse(null));
        } catch (SQLException broken) {
            throw new StoreException("The roster on this device's disk cannot be read.", broken);
        }
    }

    /** How much of its journal is on its way; empty where there is no journal yet. */
    public static Optional<Outbox.Backlog> backlog(Path folder) {
        Path file = folder.resolve(DeviceStore.JOURNAL_FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (DeviceDatabase deviceDatabase = DeviceDatabase.readOnly(file)) {
            return Optional.of(new SqliteOutbox(deviceDatabase).backlog());
        }
    }

    /** What the device knows of its withdrawal; empty where there is nothing to know. */
    public static Optional<TrustRecord> custody(Path folder) {
        return look(folder, RestartState::custody);
    }

    private static Optional<String> kept(Path folder, String name) {
        return look(folder, restartState -> restartState.find(name)).filter(value -> !value.isEmpty());
    }

    private interface Look<T> {
        Optional<T> at(RestartState restartState);
    }

    private static <T> Optional<T> look(Path folder, Look<T> look) {
        Path file = folder.resolve(DeviceStore.JOURNAL_FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (DeviceDatabase deviceDatabase = DeviceDatabase.readOnly(file)) {
            return look.at(new RestartState(deviceDatabase));
        }
    }
}
