package org.einlass.proof.materials;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * One library file of a program.
 *
 * @param place where it lies, seen from the project's folder; inside an archive after an exclamation mark
 * @param sha256 64 hexadecimal digits
 */
record ShippedJar(String place, String sha256, Coordinates coordinates) {
    private static final Pattern NAMED = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");
    private static final Pattern FILE = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");

    /** Reads {@code jar}; a library that names itself is believed, any other is known by its file's name. */
    static ShippedJar read(String place, Path jar, KnownGroups groups) throws IOException {
        String file = place.substring(place.lastIndexOf('/') + 1);
        Optional<Coordinates> own = ownNames(jar).stream()
                .filter(name -> belongs(name.artifact(), file))
                .max(Comparator.comparingInt(name -> name.artifact().length()));
        return new ShippedJar(place, sha256(Files.readAllBytes(jar)), own.orElseGet(() -> byFile(file, groups)));
    }

    private static List<Coordinates> ownNames(Path jar) throws IOException {
        List<Coordinates> names = new ArrayList<>();
        try (ZipFile archive = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(archive.entries())) {
                if (NAMED.matcher(entry.getName()).matches()) {
                    Properties name = new Properties();
                    try (InputStream lines = archive.getInputStream(entry)) {
                        name.load(lines);
                    }
                    names.add(new Coordinates(
                            name.getProperty("groupId", ""),
                            name.getProperty("artifactId", ""),
                            name.getProperty("version", "")));
                }
            }
        }
        return names;
    }

    /** Many a jar has others packed into it, which name themselves in it, too. */
    private static boolean belongs(String artifact, String file) {
        String stem = file.substring(0, file.length() - ".jar".length());
        if (FILE.matcher(file).matches()) {
            return stem.startsWith(artifact + "-");
        }
        return artifact.startsWith(stem) || artifact.endsWith(stem);
    }

    private static Coordinates byFile(String file, KnownGroups groups) {
        Matcher name = FILE.matcher(file);
        String artifact = name.matches() ? name.group(1) : file.replace(".jar", "");
        String version = name.matches() ? name.group(2) : "unknown";
        return new Coordinates(groups.of(artifact).orElse("unknown"), artifact, version);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
