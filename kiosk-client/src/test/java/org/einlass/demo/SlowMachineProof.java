package org.einlass.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.einlass.kiosk.ProgramLog;
import org.einlass.launcher.ObstacleException;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * What {@code mvn -Pslow} runs: the demo's walk and the end-to-end story, again and again, while other
 * programs want all processors. A machine that is slow makes them late, but never wrong.
 *
 * <p>Arguments: the provisioned server and a folder to write to. {@code slow.busy} processes a processor,
 * {@code slow.walks} walks and {@code slow.stories} stories.
 */
public final class SlowMachineProof {
    private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    private static final int BUSY = Integer.getInteger("slow.busy", 4);
    private static final int WALKS = Integer.getInteger("slow.walks", 10);
    private static final int STORIES = Integer.getInteger("slow.stories", 3);
    private static final String STORY = "org.einlass.story.CongressMorningIT";

    private SlowMachineProof() {}

    /** Something that is right or not. */
    private interface Attempt {
        boolean isRight() throws IOException, InterruptedException;
    }

    /** Ends the program with 1 where anything was not as it should be. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ProgramLog.begin();
        Path home = Path.of(arguments[0]);
        Path folder = Path.of(arguments[1]).toAbsolutePath();
        int processors = Runtime.getRuntime().availableProcessors();
        List<Process> busy = BusyProcess.start(BUSY * processors);
        say("%d busy processes on %d processors.", busy.size(), processors);
        int right = 0;
        try {
            right += count(
                    "walk", WALKS, () -> new Demo(OUT, home, folder, ModelEvent.DIGITAL_2022, "keyboard").play(true));
            right += count("story", STORIES, SlowMachineProof::isStoryRight);
        } finally {
            busy.forEach(Process::destroyForcibly);
        }
        say("%d of %d right.", right, WALKS + STORIES);
        System.exit(right == WALKS + STORIES ? 0 : 1);
    }

    private static int count(String what, int times, Attempt attempt) throws InterruptedException {
        int right = 0;
        for (int time = 1; time <= times; time++) {
            long began = System.nanoTime();
            boolean good = isRight(attempt);
            right += good ? 1 : 0;
            say(
                    "%s %d of %d: %s after %d s, load average %.1f",
                    what,
                    time,
                    times,
                    good ? "right" : "WRONG",
                    Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
        return right;
    }

    private static boolean isRight(Attempt attempt) throws InterruptedException {
        try {
            return attempt.isRight();
        } catch (ObstacleException failed) {
            say("%s", failed.sentence());
        } catch (IOException | RuntimeException failed) {
            say("%s", failed);
        }
        return false;
    }

    private static boolean isStoryRight() {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(STORY))
                .build();
        SummaryGeneratingListener told = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, told);
        told.getSummary().printFailuresTo(new PrintWriter(OUT, true, UTF_8));
        return told.getSummary().getTestsSucceededCount() == 1
                && told.getSummary().getTotalFailureCount() == 0;
    }

    private static void say(String format, Object... values) {
        OUT.println(String.format(Locale.ROOT, format, values));
    }
}
