package org.einlass.server.it;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.einlass.server.account.Token;

/**
 * Makes people who are signed in, beside the interface and without the cost of a password.
 */
final class SignedInPeople {
    private SignedInPeople() {}

    /** Of somebody without any role. */
    static String token(Path data) {
        return token(data, "");
    }

    /** Of an organiser of this event alone. */
    static String organiserOf(String event, Path data) {
        return token(data, event);
    }

    private static String token(Path data, String event) {
        Token token = Token.next(new SecureRandom());
        String id = UUID.randomUUID().toString();
        long now = System.currentTimeMillis();
        try (Connection database =
                DriverManager.getConnection("jdbc:sqlite:" + data.resolve("einlass.db") + "?busy_timeout=60000")) {
            add(database, "insert into people (id, name, name_key, created_at) values (?, ?, ?, " + now + ")", id);
            if (!event.isEmpty()) {
                role(database, id, event);
            }
            try (PreparedStatement login = database.prepareStatement(
                    "insert into logins (secret_hash, person, surface, started_at, seen_at) values (?, ?, 'API', ?, ?)")) {
                login.setString(1, token.hash());
                login.setString(2, id);
                login.setLong(3, now);
                login.setLong(4, now);
                login.executeUpdate();
            }
            return token.secret();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void role(Connection database, String person, String event) throws SQLException {
        try (PreparedStatement role = database.prepareStatement(
                "insert into person_roles (person, event, role) values (?, ?, 'ORGANISER')")) {
            role.setString(1, person);
            role.setString(2, event);
            role.executeUpdate();
        }
    }

    private static void add(Connection database, String statement, String id) throws SQLException {
        try (PreparedStatement person = database.prepareStatement(statement)) {
            person.setString(1, id);
            person.setString(2, id);
            person.setString(3, id);
            person.executeUpdate();
        }
    }
}
