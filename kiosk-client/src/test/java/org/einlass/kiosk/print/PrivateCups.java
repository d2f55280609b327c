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
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.einlass.quality.RealPart;

/**
 * A print system of our own: a real cupsd on a free port of this machine, with all its folders in a temporary
 * one.
 */
public final class PrivateCups {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path home;
    private final int port;
    private final Process daemon;

    private PrivateCups(Path home, int port, Process daemon) {
        this.home = home;
        this.port = port;
        this.daemon = daemon;
    }

    public static PrivateCups start(Path home) throws IOException, InterruptedException {
        int port = freePort();
        for (String folder : List.of("spool/tmp", "cache", "state", "log", "ppd", "bin/backend", "device", "paper")) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.setPosixFilePermissions(home.resolve("spool/tmp"), PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(home.resolve("paper"), PosixFilePermissions.fromString("rwxrwxrwx"));
        programs(home);
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

    /**
     * Sets up a queue with a device of the test's own behind it: a page is on paper once it stands in {@link
     * #paper}. The device says what stands in {@link #deviceSays}, and waits until nothing stands there, or
     * stops its queue where the words are an error.
     */
    public void addDevice(String name) throws IOException, InterruptedException {
        run(
                "lpadmin",
                "-p",
                name,
                "-E",
                "-v",
                "paper:/" + name,
                "-m",
                "raw",
                "-o",
                "printer-error-policy=stop-printer");
    }

    /** Sets up a queue that goes through CUPS' filters for PDF onto one paper without margins. */
    void addPaper(String name, PaperSize paper) throws IOException, InterruptedException {
        Path description = Files.writeString(home.resolve(name + ".ppd"), description(paper));
        run("lpadmin", "-p", name, "-E", "-v", "paper:/" + name, "-P", description.toString());
    }

    /** What came out of a job, as a file. */
    Path paperOf(String job) {
        return home.resolve("paper").resolve(job);
    }

    private static String description(PaperSize paper) {
        String size = String.format(Locale.ROOT, "%.2f %.2f", paper.width() / 25.4 * 72, paper.height() / 25.4 * 72);
        String name = String.format(Locale.ROOT, "w%.0fh%.0f", paper.width() / 25.4 * 72, paper.height() / 25.4 * 72);
        return """
                *PPD-Adobe: "4.3"
                *FormatVersion: "4.3"
                *FileVersion: "1.0"
                *LanguageVersion: English
                *LanguageEncoding: ISOLatin1
                *PCFileName: "EINLASS.PPD"
                *Manufacturer: "Einlass"
                *Product: "(Paper)"
                *ModelName: "Einlass Paper"
                *ShortNickName: "Einlass Paper"
                *NickName: "Einlass Paper"
                *PSVersion: "(3010.000) 0"
                *LanguageLevel: "3"
                *ColorDevice: True
                *DefaultColorSpace: RGB
                *cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"
                *OpenUI *PageSize/Media Size: PickOne
                *DefaultPageSize: %1$s
                *PageSize %1$s/Paper: "<</PageSize[%2$s]>>setpagedevice"
                *CloseUI: *PageSize
                *OpenUI *PageRegion/Media Size: PickOne
                *DefaultPageRegion: %1$s
                *PageRegion %1$s/Paper: "<</PageSize[%2$s]>>setpagedevice"
                *CloseUI: *PageRegion
                *DefaultImageableArea: %1$s
                *ImageableArea %1$s: "0 0 %2$s"
                *DefaultPaperDimension: %1$s
                *PaperDimension %1$s: "%2$s"
                """.formatted(name, size);
    }

    /** What the device behind a queue says of itself from now on; nothing where it is well. */
    void deviceSays(String name, String reason) throws IOException {
        Path fault = home.resolve("device").resolve(name);
        Path half = home.resolve("device").resolve(name + ".part");
        Files.writeString(half, reason);
        Files.move(half, fault, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What came out of all devices, oldest first: files that are called like their jobs. */
    public List<String> paper() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("paper"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /**
     * Sets up such a queue under any name. Its bytes go through a shell, because a JVM in a plain locale gives programs
     * ASCII only.
     */
    void addDeviceCalled(String name) throws IOException, InterruptedException {
        StringBuilder octal = new StringBuilder();
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            octal.append(String.format(Locale.ROOT, "\\0%03o", one & 0xFF));
        }
        String lpadmin = RealPart.program("lpadmin").orElseThrow().toString();
        run("sh", "-c", "exec " + lpadmin + " -p \"$(printf %b '" + octal + "')\" -E -v paper:/any -m raw");
    }

    /** Takes a queue away, with all that waits in it. */
    void deleteQueue(String name) throws IOException, InterruptedException {
        run("lpadmin", "-x", name);
    }

    /** Stops a queue; its jobs wait. */
    public void pauseQueue(String name) throws IOException, InterruptedException {
        run("cupsdisable", name);
    }

    /** Lets a queue go on. */
    public void resumeQueue(String name) throws IOException, InterruptedException {
        run("cupsenable", name);
    }

    /** Sets up a queue whose jobs are kept as they came. */
    void addQueue(String name) throws IOException, InterruptedException {
        run("lpadmin", "-p", name, "-E", "-v", "file:/dev/null", "-m", "raw");
    }

    /** Lets a queue refuse jobs, as when somebody has stopped it. */
    public void stopQueue(String name) throws IOException, InterruptedException {
        run("cupsreject", name);
    }

    /** Lets it take jobs again. */
    public void acceptAgain(String name) throws IOException, InterruptedException {
        run("cupsaccept", name);
    }

    /** What Java and the programs of CUPS take as the address of their server. */
    public String address() {
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

    public void stop() throws IOException, InterruptedException {
        daemon.destroy();
        if (!daemon.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            daemon.destroyForcibly().waitFor();
        }
        try (Stream<Path> files = Files.list(home.resolve("bin"))) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    /** The programs of the installed CUPS, with one more device. */
    private static void programs(Path home) throws IOException {
        Path bin = home.resolve("bin");
        for (String kind : List.of("filter", "daemon", "notifier", "cgi-bin", "monitor", "driver")) {
            Path installed = Path.of("/usr/lib/cups", kind);
            if (Files.isDirectory(installed)) {
                Files.createSymbolicLink(bin.resolve(kind), installed);
            }
        }
        Path device = Files.writeString(bin.resolve("backend/paper"), device(home));
        Files.setPosixFilePermissions(device, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String device(Path home) {
        return """
                #!/bin/sh
                [ $# -eq 0 ] && { echo 'direct paper:/ "Paper" "Paper"'; exit 0; }
                fault="%1$s/device/${DEVICE_URI#paper:/}"
                said=""
                while [ -s "$fault" ]; do
                  now=$(cat "$fault")
                  case "$now" in
                    *-error) echo "STATE: +$now" >&2; exit 4;;
                  esac
                  [ "$now" = "$said" ] || echo "STATE: +$now" >&2
                  said="$now"
                  sleep 0.1
                done
                [ -z "$said" ] || echo "STATE: -$said" >&2
                title=$(echo "$3" | tr -d ' ')
                if [ $# -ge 6 ]; then cat "$6" > "%1$s/paper/$title"; else cat > "%1$s/paper/$title"; fi
                """.formatted(home);
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
                ServerBin %1$s/bin
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
