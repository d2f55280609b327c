package org.einlass.demo;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that does nothing but use a processor, at the priority of everybody else; it ends with whoever
 * started it.
 */
final class BusyProcess {
    private BusyProcess() {}

    /** Uses a processor until its input ends, as it does when the program that started it is gone. */
    public static void main(String[] arguments) throws IOException {
        Thread busy = new Thread(BusyProcess::spin, "busy");
        busy.setDaemon(true);
        busy.start();
        while (System.in.read() >= 0) {
            // Nobody says anything; only the end of the input counts.
        }
    }

    private static void spin() {
        long sum = 1;
        while (sum != 0) {
            sum = sum * 31 | 1;
        }
    }

    /** Starts {@code count} of them. */
    static List<Process> start(int count) throws IOException {
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
            all.add(new ProcessBuilder(
                            java,
                            "-Xmx16m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            BusyProcess.class.getName())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        }
        return all;
    }
}
