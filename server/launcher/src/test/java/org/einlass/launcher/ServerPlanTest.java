package org.einlass.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class ServerPlanTest {
    private static final String THREADS = "-Deinlass.answering.threads=";

    @TempDir
    private Path folder;

    @Test
    void aServerIsToldToAnswerWithTwoThreadsAProcessorButAtLeastFour() throws IOException {
        int processors = Runtime.getRuntime().availableProcessors();

        assertThat(plan().command()).contains(THREADS + Math.max(4, 2 * processors));
    }

    @Test
    void whatTheOperatorSaysComesLaterAndCounts() throws IOException {
        List<String> command = plan().with(THREADS + 32).command();

        assertThat(command.stream().filter(option -> option.startsWith(THREADS)))
                .hasSize(2)
                .last()
                .isEqualTo(THREADS + 32);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aThreadOfTheLowestPriorityGivesWay() throws IOException, InterruptedException {
        List<String> java = new ArrayList<>(List.of(ServerPlan.java()));
        java.addAll(ThreadPriorities.options());
        java.addAll(List.of("-cp", System.getProperty("java.class.path"), NiceThread.class.getName()));

        Process process = new ProcessBuilder(java).start();

        assertThat(process.inputReader().lines().filter(line -> line.startsWith(NiceThread.LINE)))
                .containsExactly(NiceThread.LINE + "10");
        assertThat(process.waitFor()).isZero();
    }

    /** Prints the nice value of a thread of the lowest priority. */
    static final class NiceThread {
        static final String LINE = "nice value: ";
        /** Of /proc/thread-self/stat; two of the fields before it are the name, which has no space here. */
        private static final int FIELD = 18;

        @SuppressWarnings("ThreadPriorityCheck") // It is what is tried.
        public static void main(String[] arguments) throws InterruptedException {
            Thread thread = new Thread(NiceThread::print, "low");
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
            thread.join();
        }

        private static void print() {
            try {
                System.out.println(LINE
                        + Files.readString(Path.of("/proc/thread-self/stat")).split(" ", -1)[FIELD]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private ServerPlan plan() throws IOException {
        Files.createDirectories(folder.resolve("modules"));
        Files.createFile(folder.resolve("jboss-modules.jar"));
        return ServerPlan.local(new ServerHome(folder), new DataFolder(folder.resolve("data")), 8080);
    }
}
