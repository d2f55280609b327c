package org.einlass.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command about a server is told. */
final class ServerOptions {
    @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "data")
    private Path data = Path.of("");

    @Option(names = "--port", paramLabel = "N", descriptionKey = "port")
    private @Nullable String port;

    @Option(names = "--bind", paramLabel = "ADDRESS", descriptionKey = "bind")
    private @Nullable String bind;

    @Option(names = "--https-port", paramLabel = "N", descriptionKey = "https-port")
    private @Nullable String httpsPort;

    @Option(names = "--home", paramLabel = "DIR", descriptionKey = "home")
    private @Nullable Path home;

    @Option(names = "--java-option", paramLabel = "OPTION", descriptionKey = "java-option")
    private List<String> javaOptions = new ArrayList<>();

    /** @throws ObstacleException where there is no server to run, or with every mistake in the settings */
    ServerPlan plan() {
        ServerHome server = home == null ? ServerHome.ofThisInstallation() : new ServerHome(home);
        ServerSettings settings = ServerSettingsReader.read(data(), commandLine(), javaOptions);
        return new ServerPlan(server, data(), settings, ServerPlan.USUAL_PATIENCE, true);
    }

    private Map<String, String> commandLine() {
        Map<String, String> said = new HashMap<>();
        said.put("http.port", port);
        said.put("bind", bind);
        said.put("https.port", httpsPort);
        said.values().removeIf(Objects::isNull);
        return said;
    }

    private DataFolder data() {
        return new DataFolder(data);
    }
}
