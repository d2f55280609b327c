package org.einlass.kiosk.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.sync.WireJson;

/** Small things that a device knows again after a restart, so that it scans without network at once. */
public final class Keepsakes {
    private static final String DOOR_SHEET = "door-sheet";

    private final Database database;

    Keepsakes(Database database) {
        this.database = database;
    }

    /** The door sheet that held last; empty on a new device. */
    public Optional<DoorSheet> doorSheet() {
        return find(DOOR_SHEET).flatMap(text -> WireJson.read(text, DoorSheet.class));
    }

    /** Keeps the sheet without its secrets, durable when this returns. */
    public void keep(DoorSheet sheet) {
        keep(DOOR_SHEET, WireJson.write(sheet.withoutSecrets()));
    }

    Optional<String> find(String name) {
        try {
            return database.use(open -> {
                try (PreparedStatement query = open.prepareStatement("select value from kept where name = ?")) {
                    query.setString(1, name);
                    ResultSet row = query.executeQuery();
                    return row.next() ? Optional.of(row.getString("value")) : Optional.empty();
                }
            });
        } catch (SQLException broken) {
            throw new StoreException("This device's disk cannot be read.", broken);
        }
    }

    void keep(String name, String value) {
        try {
            database.use(open -> {
                try (PreparedStatement upsert =
                        open.prepareStatement("insert or replace into kept (name, value) values (?, ?)")) {
                    upsert.setString(1, name);
                    upsert.setString(2, value);
                    return upsert.executeUpdate();
                }
            });
        } catch (SQLException broken) {
            throw new StoreException("This device's disk cannot be written.", broken);
        }
    }
}
