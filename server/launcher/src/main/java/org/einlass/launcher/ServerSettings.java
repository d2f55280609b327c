package org.einlass.launcher;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.einlass.launcher.backup.BackupPlan;

/**
 * What an operator may choose about a server, checked.
 *
 * @param httpPort plain HTTP, for this machine alone
 * @param https absent where the server is for this machine alone
 * @param database the address of a PostgreSQL database, password and all; absent for a file in the data
 *     folder
 * @param backups where backups go and how often they are made
 * @param javaOptions further options of the server's Java machine
 */
public record ServerSettings(
        int httpPort,
        Optional<HttpsSettings> https,
        Optional<String> database,
        BackupPlan backups,
        List<String> javaOptions) {

    public ServerSettings {
        javaOptions = List.copyOf(javaOptions);
    }

    /** A server for this machine alone. */
    static ServerSettings plain(int httpPort) {
        return new ServerSettings(httpPort, Optional.empty(), Optional.empty(), BackupPlan.USUAL, List.of());
    }

    ServerSettings withJava(List<String> options) {
        return new ServerSettings(httpPort, https, database, backups, options);
    }

    ServerSettings withHttps(HttpsSettings settings) {
        return new ServerSettings(httpPort, Optional.of(settings), database, backups, javaOptions);
    }

    /** Where people open pages. */
    URI pages() {
        return https.map(HttpsSettings::pages).orElse(URI.create("http://127.0.0.1:" + httpPort + "/"));
    }

    @Override
    public String toString() {
        return "ServerSettings[httpPort=" + httpPort + ", https=" + https + "]"; // the database's address is a secret
    }
}
