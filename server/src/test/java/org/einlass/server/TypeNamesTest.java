package org.einlass.server;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the names and numbers of the top-level types of the whole repository, read from its source files. */
final class TypeNamesTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final int MOST_TYPES = 22;

    private static final List<String> MODULES =
            List.of("server/contract", "server/sqlite", "server/launcher", "reports", "server", "kiosk-client");

    /** Larger packages; the README of their module says why. */
    private static final Set<String> LARGE_PACKAGES = Set.of(
            "org.einlass.contract.code",
            "org.einlass.contract.search",
            "org.einlass.kiosk",
            "org.einlass.kiosk.camera",
            "org.einlass.kiosk.gate",
            "org.einlass.kiosk.screen",
            "org.einlass.kiosk.screen.desk",
            "org.einlass.launcher",
            "org.einlass.reports.badge",
            "org.einlass.reports.jasper",
            "org.einlass.server.database",
            "org.einlass.server.device",
            "org.einlass.server.event",
            "org.einlass.server.journal",
            "org.einlass.server.presence",
            "org.einlass.server.registration",
            "org.einlass.server.registration.imports.list");

    @Test
    void noSimpleNameExistsTwice() throws IOException {
        Map<String, Set<String>> homes = new TreeMap<>();
        for (String folder : List.of("src/main/java", "src/test/java")) {
            homesByName(folder)
                    .forEach((name, found) ->
                            homes.computeIfAbsent(name, key -> new TreeSet<>()).addAll(found));
        }

        homes.values().removeIf(found -> found.size() == 1);

        assertThat(homes).isEmpty();
    }

    @Test
    void onlyThePackagesNamedInTheReadmesAreLarge() throws IOException {
        Map<String, Integer> sizes = new TreeMap<>();
        homesByName("src/main/java").values().stream()
                .flatMap(Set::stream)
                .forEach(home -> sizes.merge(packageOf(home), 1, Integer::sum));

        sizes.values().removeIf(size -> size <= MOST_TYPES);

        assertThat(sizes.keySet()).containsExactlyInAnyOrderElementsOf(LARGE_PACKAGES);
    }

    /** The source files of each simple name, with their modules. */
    private static Map<String, Set<String>> homesByName(String folder) throws IOException {
        Map<String, Set<String>> homes = new TreeMap<>();
        for (String module : MODULES) {
            Path sources = REPOSITORY.resolve(module).resolve(folder);
            if (!Files.isDirectory(sources)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(TypeNamesTest::isType)
                        .collect(groupingBy(
                                file -> String.valueOf(file.getFileName()),
                                mapping(
                                        file -> module + "/" + folder + ":"
                                                + sources.relativize(file)
                                                        .toString()
                                                        .replace('\\', '/'),
                                        toCollection(TreeSet::new))))
                        .forEach((name, found) -> homes.computeIfAbsent(name, key -> new TreeSet<>())
                                .addAll(found));
            }
        }
        assertThat(homes).as("types below " + folder).hasSizeGreaterThan(100);
        return homes;
    }

    private static boolean isType(Path file) {
        return file.toString().endsWith(".java") && !file.endsWith("package-info.java");
    }

    private static String packageOf(String home) {
        String path = home.substring(home.indexOf(':') + 1);
        return path.substring(0, path.lastIndexOf('/')).replace('/', '.');
    }
}
