package org.einlass.kiosk.print;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.einlass.quality.RealPart;

/**
 * A print system of our own: a real cupsd on a free port of this machine, with all its folders in a temporary
 * one.
 */
final class PrivateCups {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path home;
    private final int port;
    private final Process daemon;

    private PrivateCups(Path home, int port, Process daemon) {
        this.home = home;
        this.port = port;
        this.daemon = daemon;
    }

    static PrivateCups start(Path home) throws IOException, InterruptedException {
        int port = freePort();
        for (String folder : List.of("spool/tmp", "cache", "state", "log", "ppd")) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.setPosixFilePermissions(home.resolve("spool/tmp"), PosixFilePermissions.fromString("rwxrwxrwx"));
        Path settings = Files.writeString(home.resolve("cupsd.conf"), settings(port));
        Path files = Files.writeString(home.resolve("cups-files.conf"), folders(home));
        Process daemon = new ProcessBuilder(
                        RealPart.program("cupsd").orElseThrow().toString(),
                        "-f",
                        "-c",
                        settings.toString(),
                        "-s",
                        files.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log/console").toFile())
                .start();
        PrivateCups cups = new PrivateCups(home, port, daemon);
        cups.awaitListening();
        return cups;
    }

    /** Sets up a queue whose jobs are kept as they came. */
    void addQueue(String name) throws IOException, InterruptedException {
        run("lpadmin", "-p", name, "-E", "-v", "file:/dev/null", "-m", "raw");
    }

    /** Lets a queue refuse jobs, as when somebody has stopped it. */
    void stopQueue(String name) throws IOException, InterruptedException {
        run("cupsreject", name);
    }

    /** What Java and the programs of CUPS take as the address of their server. */
    String address() {
        return "127.0.0.1:" + port;
    }

    /** Documents of the jobs that queues have taken, oldest first. */
    List<Path> documents() throws IOException {
        return spool("d");
    }

    /**
     * Whether CUPS notes {@code words} about one of its jobs: names, queues, formats; it writes them down by
     * and by.
     */
    boolean comesToNote(String words) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean noted = notes().contains(words);
        while (!noted && System.nanoTime() < end) {
            daemon.waitFor(50, TimeUnit.MILLISECONDS);
            noted = notes().contains(words);
        }
        return noted;
    }

    private String notes() throws IOException {
        StringBuilder notes = new StringBuilder();
        for (Path control : spool("c")) {
            notes.append(note(control));
        }
        return notes.toString();
    }

    /** CUPS writes a note anew beside the old one and changes their names: for a moment there is none. */
    private static String note(Path control) throws IOException {
        try {
            return Files.readString(control, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException beingReplaced) {
            return "";
        }
    }

    private List<Path> spool(String kind) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("spool"))) {
            return files.filter(file -> file.getFileName().toString().matches(kind + "\\d+.*"))
                    .sorted()
                    .toList();
        }
    }

    private void run(String... command) throws IOException, InterruptedException {
        command[0] = RealPart.program(command[0]).orElseThrow().toString();
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("CUPS_SERVER", address());
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("failed: " + String.join(" ", command));
        }
    }

    private void awaitListening() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!listens()) {
            if (!daemon.isAlive() || System.nanoTime() > end) {
                stop();
                throw new IllegalStateException("cupsd: " + Files.readString(home.resolve("log/console")));
            }
            daemon.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    void stop() throws InterruptedException {
        daemon.destroy();
        if (!daemon.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            daemon.destroyForcibly().waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String settings(int port) {
        return """
                Listen 127.0.0.1:%d
                Browsing Off
                DirtyCleanInterval 0
                WebInterface No
                DefaultAuthType None
                PreserveJobFiles Yes
                PreserveJobHistory Yes
                <Location />
                  Order allow,deny
                  Allow all
                </Location>
                <Location /admin>
                  Order allow,deny
                  Allow all
                </Location>
                <Policy default>
                  JobPrivateAccess all
                  JobPrivateValues none
                  SubscriptionPrivateAccess all
                  SubscriptionPrivateValues none
                  <Limit All>
                    Order deny,allow
                    Allow all
                  </Limit>
                </Policy>
                """.formatted(port);
    }

    private static String folders(Path home) {
        return """
                FileDevice Yes
                ServerRoot %1$s
                RequestRoot %1$s/spool
                TempDir %1$s/spool/tmp
                CacheDir %1$s/cache
                StateDir %1$s/state
                AccessLog %1$s/log/access
                ErrorLog %1$s/log/error
                PageLog %1$s/log/page
                FatalErrors config
                """.formatted(home);
    }
}
