package org.einlass.kiosk.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read: every key in both languages, and none that nobody says. */
class MessageBundleTest {
    private static final Path MAIN = Path.of("src/main");

    private static Properties read(String bundle, String suffix) throws IOException {
        Properties all = new Properties();
        Path file = MAIN.resolve("resources/org/einlass/kiosk/" + bundle + suffix + ".properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            all.load(reader);
        }
        return all;
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN.resolve("java"))) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            StringBuilder text = new StringBuilder();
            for (Path file : all) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    /** All of the kiosk's, found by their English files; what its commands say is picocli's, which reads it by itself. */
    private static Stream<String> bundles() throws IOException {
        Path root = MAIN.resolve("resources/org/einlass/kiosk");
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith("_en.properties"))
                    .map(file -> file.substring(0, file.length() - "_en.properties".length()))
                    .filter(bundle -> !bundle.equals("commands"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void thereAreAsManyBundlesAsPackagesThatSpeak() throws IOException {
        assertThat(bundles()).hasSizeGreaterThan(10).contains("screen/scenes", "guest/guest", "desk/state/sentences");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyKeyStandsInBothLanguagesAndIsSaid(String bundle) throws IOException {
        Properties german = read(bundle, "");
        Properties english = read(bundle, "_en");
        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());

        String sources = sources();
        Set<String> unsaid = german.stringPropertyNames().stream()
                .filter(key -> !isSaid(key, sources))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unsaid).isEmpty();
    }

    /** In full, as a constant's name, or put together of parts that stand in the sources. */
    private static boolean isSaid(String key, String sources) {
        if (sources.contains('"' + key + '"')) {
            return true;
        }
        if (key.matches("[A-Z_]+")) {
            return Pattern.compile("\\b" + key + "\\b").matcher(sources).find();
        }
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            if (sources.contains('"' + key.substring(0, dot + 1) + '"')
                    || (sources.contains('"' + key.substring(0, dot) + '"')
                            && sources.contains('"' + key.substring(dot) + '"'))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void readersOfOtherLanguagesGetGerman() {
        MessageBundle bundle = new MessageBundle("org.einlass.kiosk.team.team");

        assertThat(bundle.in(Locale.FRENCH, "fault.CLOCK")).isEqualTo("Uhr");
        assertThat(bundle.say("fault.CLOCK").english()).isEqualTo("clock");
    }
}
