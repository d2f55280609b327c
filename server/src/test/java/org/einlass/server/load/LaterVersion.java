package org.einlass.server.load;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.einlass.launcher.ServerHome;

/** The program as a later release may be: the same with one more migration, which changes tables that are in use. */
final class LaterVersion {
    private static final String APPLICATION = "standalone/deployments/ROOT.war";
    private static final String MIGRATION =
            "/WEB-INF/classes/org/einlass/server/database/migration/V99999__of_a_later_release.sql";
    private static final String CHANGES = """
            alter table answers add column later_note text;
            create index later_answers on answers (event, later_note);
            create table later_notes (event text not null, note text not null, primary key (event, note)) ${by_key};
            """;

    private LaterVersion() {}

    /** Made from {@code home}, whose modules it shares, in a folder of its own. */
    static ServerHome of(ServerHome home) throws IOException {
        Path folder = Files.createTempDirectory("einlass-later");
        for (String shared : List.of("modules", "jboss-modules.jar")) {
            Files.createSymbolicLink(folder.resolve(shared), home.folder().resolve(shared));
        }
        Path configuration = Files.createDirectories(folder.resolve("standalone/configuration"));
        try (Stream<Path> files = Files.list(home.folder().resolve("standalone/configuration"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, configuration.resolve(file.getFileName().toString()));
            }
        }
        Path application = folder.resolve(APPLICATION);
        Files.createDirectories(application.resolveSibling(""));
        Files.copy(home.folder().resolve(APPLICATION), application);
        try (FileSystem war = FileSystems.newFileSystem(application)) {
            Files.writeString(war.getPath(MIGRATION), CHANGES);
        }
        return new ServerHome(folder);
    }
}
