package org.einlass.launcher;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command about a server is told. */
final class ServerOptions {
    private static final int LARGEST_PORT = 65_535;

    @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "data")
    private Path data = Path.of("");

    @Option(names = "--port", defaultValue = "8080", paramLabel = "N", descriptionKey = "port")
    private int port;

    @Option(names = "--bind", defaultValue = "127.0.0.1", paramLabel = "ADDRESS", descriptionKey = "bind")
    private InetAddress bind = InetAddress.getLoopbackAddress();

    @Option(names = "--home", paramLabel = "DIR", descriptionKey = "home")
    private @Nullable Path home;

    @Option(names = "--java-option", paramLabel = "OPTION", descriptionKey = "java-option")
    private List<String> javaOptions = new ArrayList<>();

    /** @throws ObstacleException where there is no server to run */
    ServerPlan plan() {
        ServerHome server = home == null ? ServerHome.ofThisInstallation() : new ServerHome(home);
        return new ServerPlan(server, data(), bind, port(), javaOptions, ServerPlan.USUAL_PATIENCE);
    }

    private DataFolder data() {
        return new DataFolder(data);
    }

    private int port() {
        if (port < 0 || port > LARGEST_PORT) {
            throw ObstacleException.noSuchPort(port);
        }
        return port == 0 ? ServerPlan.freePort() : port;
    }
}
