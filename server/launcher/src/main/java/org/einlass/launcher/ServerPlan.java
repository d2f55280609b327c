package org.einlass.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a server is to run.
 *
 * @param bind the address it listens on; the loopback address keeps it to this machine
 * @param port 1 to 65535
 * @param javaOptions further options of the server's Java machine
 * @param patience how long it may take to be ready
 */
public record ServerPlan(
        ServerHome home, DataFolder data, InetAddress bind, int port, List<String> javaOptions, Duration patience) {
    static final Duration USUAL_PATIENCE = Duration.ofMinutes(3);
    private static final int FIRST_WITH_NATIVE_ACCESS = 22;
    private static final int FIRST_WITH_UNSAFE_ACCESS = 23;
    private static final int FEWEST_ANSWERING = 4;

    public ServerPlan {
        javaOptions = List.copyOf(javaOptions);
    }

    /** A server for this machine alone. {@code port} 0 takes any free one. */
    public static ServerPlan local(ServerHome home, DataFolder data, int port) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        return new ServerPlan(home, data, loopback, port == 0 ? freePort() : port, List.of(), USUAL_PATIENCE);
    }

    /** The same with further options of the server's Java machine. */
    public ServerPlan with(String... javaOptions) {
        return new ServerPlan(home, data, bind, port, List.of(javaOptions), patience);
    }

    /** Where this machine reaches the server. */
    public URI uri() {
        String host = bind.isAnyLocalAddress() ? "127.0.0.1" : bind.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/");
    }

    /** @throws ObstacleException where another program holds the port */
    void checkPort() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(bind, port));
        } catch (IOException e) {
            throw ObstacleException.portInUse(port);
        }
    }

    /** A port of the loopback address that was free a moment ago. */
    public static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's command line: its Java machine directly, so that no shell stands between it and a signal. */
    List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse(System.getProperty("java.home") + "/bin/java")));
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Djava.awt.headless=true", "-XX:+ExitOnOutOfMemoryError"));
        if (Runtime.version().feature() >= FIRST_WITH_NATIVE_ACCESS) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        if (Runtime.version().feature() >= FIRST_WITH_UNSAFE_ACCESS) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.add("-Deinlass.answering.threads=" + answeringThreads());
        command.addAll(javaOptions);
        command.addAll(places());
        command.addAll(
                List.of("-jar", home.bootJar().toString(), "-mp", home.modules().toString()));
        command.addAll(List.of("org.jboss.as.standalone", "--read-only-server-config=standalone.xml"));
        return command;
    }

    /** Two a processor: one more would only wake up to wait for the others, and long work has threads of its own. */
    private static int answeringThreads() {
        return Math.max(FEWEST_ANSWERING, 2 * Runtime.getRuntime().availableProcessors());
    }

    private List<String> places() {
        return List.of(
                "-Deinlass.data=" + data.folder(),
                "-Djboss.home.dir=" + home.folder(),
                "-Djboss.server.config.dir=" + data.configuration(),
                "-Djboss.server.data.dir=" + data.scratch().resolve("data"),
                "-Djboss.server.temp.dir=" + data.scratch().resolve("temp"),
                "-Djboss.server.log.dir=" + data.logs(),
                "-Djboss.bind.address=" + bind.getHostAddress(),
                "-Djboss.http.port=" + port,
                "-Djboss.management.http.port=" + freePort());
    }
}
