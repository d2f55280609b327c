package org.einlass.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.einlass.server.event.EventDocumentReading;
import org.einlass.server.journal.JournalReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The seeds of the fuzz tests, and what these have found, as ordinary tests. */
final class FuzzSeedsTest {
    private static final Map<String, Consumer<byte[]>> TARGETS =
            Map.of("code", FuzzTargets::code, "journal", FuzzTargets::journal, "event", FuzzTargets::event);

    static Stream<Arguments> seeds() throws IOException, URISyntaxException {
        Stream.Builder<Arguments> seeds = Stream.builder();
        for (String target : TARGETS.keySet()) {
            for (Path seed : files(target)) {
                seeds.add(Arguments.of(target, seed));
            }
        }
        return seeds.build();
    }

    private static List<Path> files(String target) throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(FuzzSeedsTest.class.getResource("ParsersFuzzInputs/" + target))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areReadOrRefusedByName(String target, Path seed) throws IOException {
        byte[] bytes = Files.readAllBytes(seed);

        assertThatCode(() -> TARGETS.get(target).accept(bytes)).doesNotThrowAnyException();
    }

    @Test
    void holdAnEventAndAReportThatAreTaken() throws IOException, URISyntaxException {
        assertThat(EventDocumentReading.isEvent(seed("event", "whole"))).isTrue();
        assertThat(EventDocumentReading.isEvent(seed("event", "unknown-field"))).isFalse();
        assertThat(JournalReading.isReport(seed("journal", "scanned"))).isTrue();
        assertThat(JournalReading.isReport(seed("journal", "no-epoch"))).isFalse();
    }

    private static byte[] seed(String target, String name) throws IOException, URISyntaxException {
        Path found = files(target).stream()
                .filter(file -> file.endsWith(name))
                .findFirst()
                .orElseThrow();
        return Files.readAllBytes(found);
    }
}
