package org.einlass.proof.materials;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The groups of libraries that do not name themselves: from the build's class path and from WildFly's list of
 * licences.
 */
record KnownGroups(Map<String, String> byArtifact) {
    private static final Pattern DEPENDENCY =
            Pattern.compile("<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>");

    KnownGroups {
        byArtifact = Map.copyOf(byArtifact);
    }

    /**
     * Reads both.
     *
     * @param classPath jars in the local repository, whose folders are group, artifact and version
     * @param licences WildFly's folder with {@code *-licenses.xml}
     */
    static KnownGroups of(String classPath, Path localRepository, Path licences) throws IOException {
        Map<String, String> groups = new HashMap<>();
        try (Stream<Path> files = Files.list(licences)) {
            for (Path file : files.filter(path -> path.toString().endsWith("-licenses.xml"))
                    .toList()) {
                Matcher found = DEPENDENCY.matcher(Files.readString(file));
                while (found.find()) {
                    groups.put(found.group(2), found.group(1));
                }
            }
        }
        Stream.of(classPath.split(Pattern.quote(File.pathSeparator), -1))
                .map(Path::of)
                .filter(jar -> jar.startsWith(localRepository))
                .map(localRepository::relativize)
                .filter(jar -> jar.getNameCount() > 3)
                .forEach(jar -> groups.put(artifact(jar), group(jar)));
        return new KnownGroups(groups);
    }

    private static String artifact(Path jar) {
        return jar.getName(jar.getNameCount() - 3).toString();
    }

    private static String group(Path jar) {
        return jar.subpath(0, jar.getNameCount() - 3).toString().replace(File.separatorChar, '.');
    }

    Optional<String> of(String artifact) {
        return Optional.ofNullable(byArtifact.get(artifact));
    }
}
