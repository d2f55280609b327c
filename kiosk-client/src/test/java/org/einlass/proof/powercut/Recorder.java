package org.einlass.proof.powercut;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.einlass.quality.RealPart;

/** Runs a {@link JournallingKiosk} under {@code strace} and keeps what it told the disk. */
final class Recorder {
    private static final int LONGEST_TEXT = 1 << 20;

    private Recorder() {}

    /** Whether this machine lets it trace. */
    static boolean works() throws IOException, InterruptedException {
        Process trial = new ProcessBuilder(strace(), "-o", "/dev/null", "true").start();
        return trial.waitFor() == 0;
    }

    private static String strace() {
        return RealPart.program("strace").orElseThrow().toString();
    }

    /** All calls of a kiosk that starts once for each of {@code scans} and journals that many. */
    static List<DiskCall> record(Path room, String care, String... scans) throws IOException, InterruptedException {
        Path folder = Files.createDirectory(room.resolve("data"));
        Path spoken = room.resolve("spoken");
        Path trace = room.resolve("trace");
        List<String> strace =
                List.of(strace(), "-f", "-qq", "-y", "-xx", "-s", "" + LONGEST_TEXT, "-e", "trace=" + Trace.CALLS);
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                JournallingKiosk.class.getName(),
                folder.toString(),
                care);
        List<String> command = Stream.of(strace, List.of("-o", trace.toString()), java, List.of(scans))
                .flatMap(List::stream)
                .toList();
        Process kiosk = new ProcessBuilder(command)
                .redirectOutput(spoken.toFile())
                .redirectError(room.resolve("errors").toFile())
                .start();
        if (!kiosk.waitFor(10, TimeUnit.MINUTES) || kiosk.exitValue() != 0) {
            kiosk.descendants().forEach(ProcessHandle::destroyForcibly);
            kiosk.destroyForcibly();
            throw new IOException("The recorded kiosk failed: " + Files.readString(room.resolve("errors")));
        }
        return Trace.read(trace, folder, spoken);
    }
}
