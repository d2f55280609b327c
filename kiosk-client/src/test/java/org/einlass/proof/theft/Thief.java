package org.einlass.proof.theft;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Looks for secrets in every file of a folder, and in their names. */
final class Thief {
    private Thief() {}

    /** A secret that was found. */
    record Find(Path file, String secret, Disguise disguise) {}

    static List<Find> search(Path folder, List<String> secrets) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> search(file, content(file), secrets))
                    .toList();
        }
    }

    private static Stream<Find> search(Path file, byte[] content, List<String> secrets) {
        return secrets.stream()
                .flatMap(secret -> Stream.of(Disguise.values())
                        .filter(disguise -> cases(secret)
                                .flatMap(text -> disguise.of(text).stream())
                                .anyMatch(pattern -> contains(content, pattern)))
                        .map(disguise -> new Find(file, secret, disguise)));
    }

    private static Stream<String> cases(String text) {
        return Stream.of(text, text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT));
    }

    private static byte[] content(Path file) {
        try {
            byte[] name = (file.getFileName() + "\n").getBytes(UTF_8);
            byte[] content = Files.readAllBytes(file);
            byte[] both = Arrays.copyOf(name, name.length + content.length);
            System.arraycopy(content, 0, both, name.length, content.length);
            return both;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean contains(byte[] content, byte[] pattern) {
        for (int at = 0; at <= content.length - pattern.length; at++) {
            if (startsWith(content, at, pattern)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] content, int at, byte[] pattern) {
        for (int i = 0; i < pattern.length; i++) {
            if (content[at + i] != pattern[i]) {
                return false;
            }
        }
        return true;
    }
}
