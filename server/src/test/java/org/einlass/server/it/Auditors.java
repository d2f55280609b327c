package org.einlass.server.it;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.einlass.server.account.Token;

/** Makes auditors beside the interface, which cannot make any yet. */
final class Auditors {
    private Auditors() {}

    static String token(Path data) {
        Token token = Token.next(new SecureRandom());
        try (Connection database = DriverManager.getConnection(
                        "jdbc:sqlite:" + data.resolve("einlass.db") + "?busy_timeout=60000");
                PreparedStatement add = database.prepareStatement(
                        "insert into accounts (token_hash, role, title, created_at) values (?, 'AUDITOR', 'test', 0)")) {
            add.setString(1, token.hash());
            add.executeUpdate();
            return token.secret();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
