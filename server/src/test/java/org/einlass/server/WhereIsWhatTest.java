package org.einlass.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the table "Where is what" of ARCHITECTURE.md to the files of the repository. */
final class WhereIsWhatTest {
    private static final Path PAGE = Path.of("ARCHITECTURE.md");
    private static final Pattern ROW = Pattern.compile("\\| .+ \\| `([^`]+)` \\|");

    @Test
    void namesOnlyFilesThatExist() throws IOException {
        List<String> files = filesNamed();

        assertThat(files).as("tasks of a maintainer").hasSizeGreaterThanOrEqualTo(30);
        assertThat(files).allSatisfy(file -> assertThat(Path.of("..", file)).isRegularFile());
    }

    private static List<String> filesNamed() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals("## Where is what"))
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1))
                .toList();
    }
}
