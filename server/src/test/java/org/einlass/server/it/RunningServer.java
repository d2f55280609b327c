package org.einlass.server.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.einlass.launcher.DataFolder;
import org.einlass.launcher.ServerHome;
import org.einlass.launcher.ServerPlan;
import org.einlass.launcher.ServerProcess;

/** The one server that most integration tests share; started with the first of them, ended with their JVM. */
final class RunningServer {
    private static final AtomicInteger EVENTS = new AtomicInteger();

    private RunningServer() {}

    private static final class Shared {
        private static final DataFolder DATA = freshData();
        private static final ServerProcess SERVER = start(DATA);
    }

    static ServerHome home() {
        return new ServerHome(Path.of(System.getProperty("einlass.server.home", "target/server")));
    }

    static DataFolder freshData() {
        try {
            return new DataFolder(Files.createTempDirectory("einlass-it"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ServerProcess start(DataFolder data) {
        try {
            return ServerProcess.start(plan(data));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static ServerPlan plan(DataFolder data, String... furtherOptions) {
        return planAt(data, 0, furtherOptions);
    }

    /** The same at a port that is known already. */
    static ServerPlan planAt(DataFolder data, int port, String... furtherOptions) {
        return ServerPlan.local(home(), data, port)
                .with(Stream.concat(
                                Stream.of(
                                        "-XX:TieredStopAtLevel=1",
                                        "-XX:+UseSerialGC",
                                        "-Xmx1g",
                                        "-Deinlass.warmup=40",
                                        // Many tests show tokens that nobody was given.
                                        "-Deinlass.unknown-tokens.per-second=1000",
                                        "-Deinlass.strangers.per-second=1000"),
                                Stream.of(furtherOptions))
                        .toArray(String[]::new));
    }

    static Path data() {
        return Shared.DATA.folder();
    }

    /** Of the shared server's process. */
    static long pid() {
        return Shared.SERVER.pid();
    }

    static ApiClient organiser() {
        return organiser(Shared.SERVER, Shared.DATA);
    }

    static ApiClient organiser(ServerProcess server, DataFolder data) {
        try {
            return new ApiClient(
                    server.uri(), Files.readString(data.organiserToken()).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ApiClient nobody() {
        return new ApiClient(Shared.SERVER.uri(), "");
    }

    /** An event of its own for a test. */
    static String newEvent() {
        String event = "test-" + EVENTS.incrementAndGet();
        organiser().put("events/" + event, Samples.EVENT).expect(200);
        return event;
    }
}
