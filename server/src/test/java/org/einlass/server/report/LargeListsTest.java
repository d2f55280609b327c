package org.einlass.server.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large tables in little memory: a program of its own makes them, whose heap is 256 MB. */
final class LargeListsTest {
    /** What no machine needs, however busy, unless the work grows faster than the number of people. */
    private static final int FAR_TOO_MUCH = 10_000;

    @TempDir
    Path folder;

    @Test
    void aHundredThousandRowsFitIntoAHeapOf256Megabytes() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LargeLists.class.getName(),
                folder.toString(),
                "100000",
                "2"));
        Path said = folder.resolve("said.txt");

        int end = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();

        String text = Files.readString(said, UTF_8);
        System.err.println(text);
        assertThat(end).as(text).isZero();
        assertThat(text)
                .contains("registrations.csv", "registrations.xlsx", "attendance-list.csv", "attendance-list.xlsx")
                .contains("evacuation.xlsx", "facts.csv", "counted-registrations.csv", "raw.zip", "attendance.pdf");
        assertThat(LargeLists.REPORT.matcher(text).results().mapToInt(report -> Integer.parseInt(report.group(1))))
                .as(
                        "a report of a server that has run a while, in milliseconds of a processor; BENCH.md has the figure")
                .hasSize(2)
                .anyMatch(milliseconds -> milliseconds <= FAR_TOO_MUCH);
    }
}
