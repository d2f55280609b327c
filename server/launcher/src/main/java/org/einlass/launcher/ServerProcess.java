package org.einlass.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.einlass.contract.tls.KeyPin;
import org.einlass.launcher.startup.ClassArchive;

/**
 * A server running as a child of this program. It ends with this program, or when it is closed: asked first,
 * then ended.
 *
 * <p>Safe for use by several threads.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Pattern WARMING_UP = Pattern.compile("\"warmingUp\"\\s*:\\s*true");
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration TELL_EVERY = Duration.ofSeconds(10);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);
    private static final Duration TIME_TO_END = Duration.ofSeconds(30);

    /** How many pools of native memory glibc makes: eight for each processor, of which each keeps what it once had. */
    private static final String MALLOC_ARENAS = "MALLOC_ARENA_MAX";

    private static final String FEW_ARENAS = "2";

    private final ServerPlan plan;
    private final Process process;
    private final FileLock lock;
    private final Optional<ClassArchive> archive;
    private final Optional<ClassArchiveWriter> writer;
    private final List<KeyPin> pins;
    private final Thread endWithMe;

    private ServerProcess(
            ServerPlan plan, List<KeyPin> pins, Optional<ClassArchive> archive, Process process, FileLock lock) {
        this.plan = plan;
        this.pins = pins;
        this.process = process;
        this.lock = lock;
        this.archive = archive;
        this.writer = ClassArchiveWriter.beside(plan, archive);
        this.endWithMe = new Thread(this::end, "end of the server");
        Runtime.getRuntime().addShutdownHook(endWithMe);
    }

    /**
     * Starts a server and waits until it answers and has warmed up, as long as it makes progress.
     *
     * @throws ObstacleException where it cannot run; nothing is left running then
     */
    public static ServerProcess start(ServerPlan plan) throws InterruptedException {
        return start(plan, soFar -> {});
    }

    /**
     * Starts a server as above.
     *
     * @param starting hears about every ten seconds how long the start has taken so far, on the caller's
     *     thread
     */
    public static ServerProcess start(ServerPlan plan, Consumer<Duration> starting) throws InterruptedException {
        plan.data().makeWritable();
        plan.data().refuseHalfRestored();
        plan.checkPorts();
        ServerProcess server = launch(plan);
        try {
            server.awaitReady(starting);
            server.checkHttps();
            server.writer.ifPresent(ClassArchiveWriter::begin);
            return server;
        } catch (ObstacleException | InterruptedException e) {
            server.close();
            throw e;
        }
    }

    private static ServerProcess launch(ServerPlan plan) {
        FileLock lock = plan.data().lock();
        try {
            plan.data().prepareScratch(plan.home());
            plan.data().makePrivate();
            RecoveryKeyFiles.makeWhereMissing(plan.data());
            List<KeyPin> pins = ServerSecrets.write(plan, Instant.now());
            Optional<ClassArchive> archive = plan.archive();
            archive.ifPresent(kept -> tidy(plan, kept));
            Process process = process(plan, plan.command()).start();
            return new ServerProcess(plan, pins, archive, process, lock);
        } catch (ObstacleException e) {
            release(lock);
            throw e;
        } catch (IOException e) {
            release(lock);
            throw new UncheckedIOException(e);
        }
    }

    /** The server's process, or one that is to behave like it. */
    static ProcessBuilder process(ServerPlan plan, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(console(plan).toFile());
        builder.environment().putIfAbsent(MALLOC_ARENAS, FEW_ARENAS);
        return builder;
    }

    /** An archive that cannot be tidied, as in a folder of another user, stops no start. */
    private static void tidy(ServerPlan plan, ClassArchive archive) {
        try {
            archive.tidy();
            plan.data().beside().remove();
        } catch (IOException left) {
            return;
        }
    }

    private static void release(FileLock lock) {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path console(ServerPlan plan) {
        return plan.data().logs().resolve("console.log");
    }

    /** Where this machine reaches the server; ends with a slash. */
    public URI uri() {
        return plan.uri();
    }

    /** Where devices reach the server by HTTPS, as this machine sees it; ends with a slash. */
    public Optional<URI> httpsUri() {
        return plan.httpsUri();
    }

    /** What devices are to trust, today's key first; none without HTTPS. */
    public List<KeyPin> pins() {
        return pins;
    }

    public long pid() {
        return process.pid();
    }

    /** Waits until the server ends, for whatever reason. @return its exit code */
    public int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /**
     * Waits until the classes of this server are kept ready for the next start, where {@linkplain ServerPlan#archived its
     * plan} says so, or until that has come to nothing. The server answers meanwhile.
     */
    public void awaitClasses() throws InterruptedException {
        if (writer.isPresent()) {
            writer.get().await();
        }
    }

    /** Ends the server at once, as a power cut would; for tests of what survives. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        close();
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(endWithMe);
        } catch (IllegalStateException e) {
            // This program is ending already, and its hook ends the server.
            return;
        }
        release(lock);
    }

    private void end() {
        writer.ifPresent(ClassArchiveWriter::giveUp);
        process.destroy();
        try {
            if (process.waitFor(TIME_TO_END.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly().onExit().join();
    }

    /** After a start that came to nothing for no reason that the server says: it may have been to blame. */
    private void discardArchive() {
        if (archive.isPresent()) {
            try {
                archive.get().discard();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void awaitReady(Consumer<Duration> starting) throws InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LONGEST_LOOK)
                .build();
        long launched = System.nanoTime();
        StartProgress progress = new StartProgress(plan.patience());
        Duration told = Duration.ZERO;
        while (!isReady(client)) {
            if (process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                discardArchive();
                throw ObstacleException.ended(process.exitValue(), plan.data().logs());
            }
            plan.data().obstacle().ifPresent(sentence -> {
                throw ObstacleException.of(sentence);
            });
            StartProgress.Sample sample = sample(launched);
            if (sample.elapsed().minus(told).compareTo(TELL_EVERY) >= 0) {
                told = sample.elapsed();
                starting.accept(told);
            }
            if (progress.isStuck(sample)) {
                throw ObstacleException.late(
                        plan.patience().toSeconds(), plan.data().logs());
            }
        }
    }

    /** The server's deployment is ready whatever becomes of a listener. */
    private void checkHttps() {
        httpsUri().ifPresent(https -> {
            try {
                new Socket(https.getHost(), https.getPort()).close();
            } catch (IOException e) {
                throw ObstacleException.noHttps(https.getPort(), plan.data().logs());
            }
        });
    }

    private StartProgress.Sample sample(long launched) {
        return new StartProgress.Sample(
                Duration.ofNanos(System.nanoTime() - launched),
                plan.data().logBytes(),
                process.info().totalCpuDuration().orElse(Duration.ZERO));
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        return isReady(client, uri());
    }

    /** Whether the server at {@code uri} answers and has warmed up. */
    static boolean isReady(HttpClient client, URI uri) throws InterruptedException {
        HttpRequest status = HttpRequest.newBuilder(uri.resolve("api/v1/status"))
                .timeout(LONGEST_LOOK)
                .build();
        try {
            HttpResponse<String> answer = client.send(status, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200
                    && !WARMING_UP.matcher(answer.body()).find();
        } catch (IOException e) {
            return false;
        }
    }
}
