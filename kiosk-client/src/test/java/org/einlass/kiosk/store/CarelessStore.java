package org.einlass.kiosk.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.einlass.contract.id.EpochId;
import org.einlass.sqlite.SqliteFile;

/**
 * The store as nobody may run it: it says "durable" before the disk has it. Shows that the power-cut tests
 * see losses.
 */
public final class CarelessStore {
    private CarelessStore() {}

    /** As {@link DeviceStore#open(Path, EpochId)}, with {@code synchronous = NORMAL}. */
    public static DeviceStore open(Path folder, EpochId epoch) {
        return DeviceStore.open(folder, epoch, CarelessStore::connect);
    }

    private static Connection connect(SqliteFile file) throws SQLException {
        Connection connection = file.open();
        DeviceDatabase.execute(connection, "pragma synchronous = normal");
        return connection;
    }
}
