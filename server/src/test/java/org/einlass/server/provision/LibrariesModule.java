package org.einlass.server.provision;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Names the jars of a folder in the description of a WildFly module, and takes their signatures off, which the server would
 * compute at each start and nobody asks about; the build runs it before it provisions.
 */
public final class LibrariesModule {
    private static final String PLACE = "    <!-- The build names every jar of this folder here. -->";

    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

    private LibrariesModule() {}

    /** Arguments: the description without jars, and the module's folder, which gets {@code module.xml}. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        for (Path jar : jars(folder)) {
            if (isSigned(jar)) {
                writeUnsigned(jar);
            }
        }
        Files.writeString(folder.resolve("module.xml"), describe(Files.readString(Path.of(arguments[0])), folder));
    }

    /** The description {@code plain} with every jar of {@code folder}, in the order of their names. */
    static String describe(String plain, Path folder) throws IOException {
        String jars = jars(folder).stream()
                .map(jar -> "    <resource-root path=\"" + jar.getFileName() + "\"/>")
                .collect(Collectors.joining("\n"));
        if (!plain.contains(PLACE) || jars.isEmpty()) {
            throw new IOException("No place for the jars in the description, or no jar in " + folder);
        }
        return plain.replace(PLACE, jars);
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        }
    }

    private static boolean isSigned(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().anyMatch(entry -> isOfSignature(entry.getName()));
        }
    }

    private static boolean isOfSignature(String name) {
        return SIGNATURE.matcher(name).matches();
    }

    /** With the same entries at the same times in the same order, so that two builds make the same file. */
    private static void writeUnsigned(Path jar) throws IOException {
        Path unsigned = jar.resolveSibling(jar.getFileName() + ".unsigned");
        try (ZipFile zip = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(unsigned))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!isOfSignature(entry.getName())) {
                    ZipEntry kept = new ZipEntry(entry.getName());
                    kept.setTimeLocal(entry.getTimeLocal());
                    out.putNextEntry(kept);
                    try (InputStream bytes = zip.getInputStream(entry)) {
                        bytes.transferTo(out);
                    }
                }
            }
        }
        Files.move(unsigned, jar, StandardCopyOption.REPLACE_EXISTING);
    }
}
