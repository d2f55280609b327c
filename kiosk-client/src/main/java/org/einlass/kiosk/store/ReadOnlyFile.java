package org.einlass.kiosk.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteConfig;

/** Opens files of a kiosk that may be running: to read only, so that its log is neither moved nor cleared away. */
final class ReadOnlyFile {
    private ReadOnlyFile() {}

    static DeviceDatabase of(Path file) {
        return new DeviceDatabase(file, DeviceDatabase.Durability.FULL, List.of(), ReadOnlyFile::open, false);
    }

    private static Connection open(String url) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return config.createConnection(url);
    }
}
