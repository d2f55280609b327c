package org.einlass.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A server whose PostgreSQL user owns its database, and is nothing more. */
final class PostgresOwnerTest {
    private static final String ROLE = "einlass_owner";

    @Test
    void deletedRowsAreOverwrittenWithoutTheRightsOfASuperuser() throws SQLException {
        String url = Databases.POSTGRESQL.fresh(Path.of("."));
        String own = url.replace("user=postgres", "user=" + ROLE);
        assertThat(own).isNotEqualTo(url);
        try (Connection superuser = DriverManager.getConnection(url);
                Statement statement = superuser.createStatement()) {
            statement.execute("create role " + ROLE + " login");
            statement.execute("alter database \"" + superuser.getCatalog() + "\" owner to " + ROLE);
            try (Store store = Store.open(own)) {
                long before = file(statement);

                assertThatCode(store::overwriteDeleted).doesNotThrowAnyException();

                assertThat(file(statement)).isNotEqualTo(before);
            }
        }
    }

    private static long file(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_relation_filenode('registrations')")) {
            row.next();
            return row.getLong(1);
        }
    }
}
