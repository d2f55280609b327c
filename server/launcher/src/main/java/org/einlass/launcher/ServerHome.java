package org.einlass.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The folder of a provisioned server with the application in it. Only read from; several servers may run from
 * one.
 */
public record ServerHome(Path folder) {
    private static final Pattern MIGRATION = Pattern.compile("/database/migration/V([0-9]{1,6})__[^/]*\\.sql$");

    /** @throws ObstacleException where there is no server in {@code folder} */
    public ServerHome {
        folder = folder.toAbsolutePath().normalize();
        if (!Files.isRegularFile(folder.resolve("jboss-modules.jar"))
                || !Files.isDirectory(folder.resolve("modules"))) {
            throw ObstacleException.noServer(folder);
        }
    }

    /**
     * The server beside the launcher: in the folder {@code server} of an installation, or where the build
     * puts it.
     */
    static ServerHome ofThisInstallation() {
        Path launcher = launcher().resolveSibling("");
        return new ServerHome(Stream.of("server", "../../target/server")
                .map(launcher::resolve)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(launcher.resolve("server")));
    }

    /** The jar of this program. */
    static Path launcher() {
        try {
            URI place = ServerHome.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return Path.of(place).toAbsolutePath();
        } catch (URISyntaxException e) {
            return Path.of("einlass-launcher.jar").toAbsolutePath();
        }
    }

    /** The number of the newest migration that the application has. @throws ObstacleException where it is not there */
    int newestMigration() {
        try (ZipFile application =
                new ZipFile(folder.resolve("standalone/deployments/ROOT.war").toFile())) {
            return application.stream()
                    .map(entry -> MIGRATION.matcher(entry.getName()))
                    .filter(Matcher::find)
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .max()
                    .orElseThrow(() -> ObstacleException.noServer(folder));
        } catch (IOException e) {
            throw ObstacleException.noServer(folder);
        }
    }

    Path bootJar() {
        return folder.resolve("jboss-modules.jar");
    }

    /** Files that tell one build of the server from another. */
    List<Path> program() {
        return List.of(
                bootJar(),
                folder.resolve("standalone/deployments/ROOT.war"),
                folder.resolve("modules/org/einlass/libraries/main/module.xml"));
    }

    Path modules() {
        return folder.resolve("modules");
    }

    /** The configuration as it was provisioned; each server gets a copy of it. */
    Path configuration() {
        return folder.resolve("standalone/configuration");
    }
}
