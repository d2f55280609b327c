package org.einlass.server.it;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Lets devices wait as the first start after a restore does, beside the interface, which cannot. */
final class RestoredDevices {
    private static final String SET = "update devices set pending_since = 1, restored_backup = 1";

    private RestoredDevices() {}

    /** The device of this id waits in one event; seen within a second. */
    static void waits(Path data, String event, String device) {
        update(data, SET + " where id = ? and event = ?", device, event);
    }

    /** The device of this id waits to be confirmed, in every event that has one; seen within a second. */
    static void waits(Path data, String device) {
        update(data, SET + " where id = ?", device);
    }

    private static void update(Path data, String statement, String... values) {
        try (Connection database = DriverManager.getConnection(
                        "jdbc:sqlite:" + data.resolve("einlass.db") + "?busy_timeout=60000");
                PreparedStatement set = database.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                set.setString(i + 1, values[i]);
            }
            set.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
