package org.einlass.launcher;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.einlass.launcher.memory.ServerHeap;
import org.einlass.launcher.startup.ClassArchive;
import org.jspecify.annotations.Nullable;

/**
 * Writes the archive of a server's classes while that server runs: a second server of the same program starts on a folder of
 * its own, behind everything else that the machine does, warms up and ends. So the end of the real server waits for nothing.
 * What comes in between stops it at once, and the next start tries again.
 *
 * <p>Safe for use by several threads.
 */
final class ClassArchiveWriter {
    /** A machine with less has no room for a second server. */
    private static final long LEAST_MEBIBYTES = 2_000;

    private static final long LEAST_DISK_BYTES = 1L << 30;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration LONGEST_START = Duration.ofMinutes(15);
    private static final Duration LONGEST_END = Duration.ofMinutes(10);

    /** Windows knows no such command. */
    private static final Path NICE = Path.of("/usr/bin/nice");

    /** Says another priority than the lowest, from 0: a machine where much else runs never comes to the lowest. */
    static final String PRIORITY = "einlass.classes.nice";

    private static final int LOWEST = 19;

    /** How Java ends by itself, and after SIGINT and SIGTERM. */
    private static final Set<Integer> GOOD_ORDER = Set.of(0, 130, 143);

    private final ServerPlan plan;
    private final ClassArchive archive;
    private final Thread thread;
    private @Nullable Process second;
    private boolean givenUp;

    private ClassArchiveWriter(ServerPlan plan, ClassArchive archive) {
        this.plan = plan;
        this.archive = archive;
        this.thread = new Thread(this::write, "archive of the classes");
        thread.setDaemon(true);
    }

    /** For a server by {@code plan}; empty where its classes are ready, not wanted, or this machine is too small. */
    static Optional<ClassArchiveWriter> beside(ServerPlan plan, Optional<ClassArchive> archive) {
        return archive.filter(ClassArchive::isMissing)
                .filter(missing -> ServerHeap.machineMebibytes() >= LEAST_MEBIBYTES)
                .map(missing -> new ClassArchiveWriter(plan, missing));
    }

    /** Begins on a thread of its own; called once, after the server has become ready. */
    void begin() {
        thread.start();
    }

    /** Waits until the archive is there or will not be. */
    void await() throws InterruptedException {
        thread.join();
    }

    /** The server ends: the second one ends at once. May be called at any time, and more than once. */
    void giveUp() {
        Process running;
        synchronized (this) {
            givenUp = true;
            running = second;
        }
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
        thread.interrupt();
    }

    private void write() {
        DataFolder elsewhere = plan.data().beside();
        try {
            elsewhere.remove();
            if (plan.data().disk().getUsableSpace() >= LEAST_DISK_BYTES
                    && isWritten(plan.writing(archive, elsewhere))) {
                archive.keep();
            }
            elsewhere.remove();
        } catch (IOException | ObstacleException left) {
            // Later starts are only slower; the next one removes what is left, and tries again.
            return;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs the second server. @return whether it became ready and ended in good order */
    private boolean isWritten(ServerPlan trial) throws IOException, InterruptedException {
        Optional<Process> started = start(trial);
        if (started.isEmpty()) {
            return false;
        }
        Process process = started.get();
        try {
            if (!awaitReady(process, trial)) {
                return false;
            }
            process.destroy();
            return process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)
                    && GOOD_ORDER.contains(process.exitValue())
                    && !isGivenUp();
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private Optional<Process> start(ServerPlan trial) throws IOException {
        trial.data().makeWritable();
        trial.data().prepareScratch(trial.home());
        trial.data().makePrivate();
        RecoveryKeyFiles.makeWhereMissing(trial.data());
        ServerSecrets.write(trial, Instant.now());
        int priority = Integer.getInteger(PRIORITY, LOWEST);
        List<String> behind =
                Files.isExecutable(NICE) ? List.of(NICE.toString(), "-n", String.valueOf(priority)) : List.of();
        List<String> command =
                Stream.concat(behind.stream(), trial.command().stream()).toList();
        synchronized (this) {
            if (!givenUp) {
                second = ServerProcess.process(trial, command).start();
            }
            return Optional.ofNullable(second);
        }
    }

    private synchronized boolean isGivenUp() {
        return givenUp;
    }

    private static boolean awaitReady(Process process, ServerPlan trial) throws InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!ServerProcess.isReady(client, trial.uri())) {
            if (process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                return false;
            }
        }
        return true;
    }
}
