package org.einlass.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** A new file with all that can be read of another one: private, checked, and on the disk. */
final class SqliteCopy {
    private SqliteCopy() {}

    static void write(DataSource old, Path copy) throws SQLException, IOException {
        PrivateFiles.makeFile(copy);
        try (Connection connection = old.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum into '" + copy.toString().replace("'", "''") + "'");
        }
        check(copy);
        PrivateFiles.sync(copy);
    }

    private static void check(Path copy) throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + copy);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma integrity_check(1)")) {
            String found = row.next() ? row.getString(1) : "no answer";
            if (!"ok".equals(found)) {
                throw new SQLException("The new file " + copy + " fails its integrity check: " + found);
            }
        }
    }
}
