package org.einlass.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
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

    private ServerPlan plan() throws IOException {
        Files.createDirectories(folder.resolve("modules"));
        Files.createFile(folder.resolve("jboss-modules.jar"));
        return ServerPlan.local(new ServerHome(folder), new DataFolder(folder.resolve("data")), 8080);
    }
}
