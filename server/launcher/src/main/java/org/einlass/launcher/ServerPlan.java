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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.launcher.backup.BackupPlan;
import org.einlass.launcher.memory.ServerHeap;
import org.einlass.launcher.startup.ClassArchive;
import org.einlass.launcher.startup.QuickStart;

/**
 * How a server is to run.
 *
 * @param patience how long it may do nothing before it is ready
 * @param archives whether its classes are kept ready for the next start; while they are missing, a second server runs for
 *     a moment behind the first
 */
public record ServerPlan(
        ServerHome home, DataFolder data, ServerSettings settings, Duration patience, boolean archives) {
    static final Duration USUAL_PATIENCE = Duration.ofMinutes(3);
    private static final String LOOPBACK = "127.0.0.1";
    private static final String DATABASE_OPTION = "-Deinlass.database";
    private static final int FIRST_WITH_NATIVE_ACCESS = 22;
    private static final int FIRST_WITH_UNSAFE_ACCESS = 23;
    private static final int FEWEST_ANSWERING = 4;

    /** A server for this machine alone, by plain HTTP. {@code port} 0 takes any free one. */
    public static ServerPlan local(ServerHome home, DataFolder data, int port) {
        return new ServerPlan(home, data, ServerSettings.plain(port == 0 ? freePort() : port), USUAL_PATIENCE, false);
    }

    /** The same with further options of the server's Java machine. */
    public ServerPlan with(String... javaOptions) {
        return new ServerPlan(home, data, settings.withJava(List.of(javaOptions)), patience, archives);
    }

    /**
     * The same with HTTPS under the event's own certificate, for this machine alone. {@code port} 0 takes any
     * free one.
     */
    public ServerPlan withHttps(int port) {
        return withHttps(new HttpsSettings(
                InetAddress.getLoopbackAddress(), port == 0 ? freePort() : port, List.of(), Optional.empty()));
    }

    /** The same with HTTPS. */
    public ServerPlan withHttps(HttpsSettings https) {
        return new ServerPlan(home, data, settings.withHttps(https), patience, archives);
    }

    /** The same, with its classes kept ready in the data folder for the next start. */
    public ServerPlan archived() {
        return new ServerPlan(home, data, settings, patience, true);
    }

    /** A server of the same program, for this machine alone and on a folder of its own, whose Java writes its classes when it ends. */
    ServerPlan writing(ClassArchive classes, DataFolder elsewhere) {
        List<String> options = Stream.concat(
                        settings.javaOptions().stream().filter(option -> !option.startsWith(DATABASE_OPTION)),
                        classes.writing().stream())
                .toList();
        BackupPlan none = new BackupPlan(Optional.empty(), OptionalInt.of(0), OptionalInt.empty());
        ServerPlan plain = new ServerPlan(
                home,
                elsewhere,
                new ServerSettings(freePort(), Optional.empty(), Optional.empty(), none, options),
                patience,
                false);
        return settings.https().isPresent() ? plain.withHttps(0) : plain;
    }

    /** Where programs of this machine reach the server. */
    public URI uri() {
        return URI.create("http://" + LOOPBACK + ":" + settings.httpPort() + "/");
    }

    /** Where devices reach the server, as this machine sees it. */
    public Optional<URI> httpsUri() {
        return settings.https().map(https -> {
            String host =
                    https.bind().isAnyLocalAddress() ? LOOPBACK : https.bind().getHostAddress();
            return URI.create("https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + https.port() + "/");
        });
    }

    /** @throws ObstacleException where another program holds a port, or an address is not this machine's */
    void checkPorts() {
        checkPort(InetAddress.getLoopbackAddress(), settings.httpPort(), "--port");
        settings.https().ifPresent(https -> {
            checkPort(https.bind(), https.port(), "--https-port");
            https.browser().ifPresent(browser -> checkPort(https.bind(), browser.port(), "browser.port"));
        });
    }

    /** The memory that this program chooses for the server; empty where the settings say it. */
    Optional<ServerHeap> heap() {
        return ServerHeap.beside(settings.javaOptions());
    }

    /** Where the classes of this server are kept ready; empty where they are not. */
    Optional<ClassArchive> archive() {
        return archives ? ClassArchive.in(data.archives(), home.program(), settings.javaOptions()) : Optional.empty();
    }

    /** All ports that the server listens on, for people. */
    String ports() {
        List<Integer> ports = new ArrayList<>(List.of(settings.httpPort()));
        settings.https().ifPresent(https -> {
            ports.add(https.port());
            https.browser().ifPresent(browser -> ports.add(browser.port()));
        });
        return ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static void checkPort(InetAddress bind, int port, String option) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(bind, port));
        } catch (IOException e) {
            throw ObstacleException.portInUse(port, option);
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

    /**
     * The server's command line: its Java machine directly, so that no shell stands between it and a signal.
     */
    List<String> command() {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Djava.awt.headless=true", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(QuickStart.options(data.scratch(), settings.javaOptions()));
        if (Runtime.version().feature() >= FIRST_WITH_NATIVE_ACCESS) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        if (Runtime.version().feature() >= FIRST_WITH_UNSAFE_ACCESS) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.add("-Deinlass.answering.threads=" + answeringThreads());
        command.addAll(settings.backups().options());
        heap().ifPresent(heap -> command.addAll(heap.options(settings.javaOptions())));
        archive().ifPresent(archive -> command.addAll(archive.options()));
        command.addAll(settings.javaOptions());
        command.addAll(places());
        command.addAll(listeners());
        command.addAll(
                List.of("-jar", home.bootJar().toString(), "-mp", home.modules().toString()));
        command.addAll(List.of("org.jboss.as.standalone", "--read-only-server-config=standalone.xml"));
        command.add("--properties=" + ServerSecrets.file(data));
        return command;
    }

    /** The Java that runs this program runs the server, too. */
    static String java() {
        return ProcessHandle.current().info().command().orElse(System.getProperty("java.home") + "/bin/java");
    }

    /**
     * Two a processor: one more would only wake up to wait for the others, and long work has threads of its
     * own.
     */
    private static int answeringThreads() {
        return Math.max(FEWEST_ANSWERING, 2 * Runtime.getRuntime().availableProcessors());
    }

    private List<String> places() {
        return List.of(
                "-Deinlass.data=" + data.folder(),
                "-Deinlass.self=" + uri(),
                "-Djboss.home.dir=" + home.folder(),
                "-Djboss.server.config.dir=" + data.configuration(),
                "-Djboss.server.data.dir=" + data.scratch().resolve("data"),
                "-Djboss.server.temp.dir=" + data.scratch().resolve("temp"),
                "-Djboss.server.log.dir=" + data.logs(),
                "-Djboss.management.http.port=" + freePort());
    }

    private List<String> listeners() {
        List<String> listeners = new ArrayList<>(List.of("-Djboss.http.port=" + settings.httpPort()));
        settings.https().ifPresent(https -> {
            listeners.add("-Djboss.bind.address=" + https.bind().getHostAddress());
            listeners.add("-Deinlass.event.https=true");
            listeners.add("-Djboss.https.port=" + https.port());
            https.browser().ifPresent(browser -> {
                listeners.add("-Deinlass.browser.https=true");
                listeners.add("-Deinlass.browser.port=" + browser.port());
            });
        });
        return listeners;
    }
}
