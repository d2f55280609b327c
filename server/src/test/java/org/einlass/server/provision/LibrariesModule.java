package org.einlass.server.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names the jars of a folder in the description of a WildFly module; the build runs it before it provisions. */
public final class LibrariesModule {
    private static final String PLACE = "    <!-- The build names every jar of this folder here. -->";

    private LibrariesModule() {}

    /** Arguments: the description without jars, and the module's folder, which gets {@code module.xml}. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        Files.writeString(folder.resolve("module.xml"), describe(Files.readString(Path.of(arguments[0])), folder));
    }

    /** The description {@code plain} with every jar of {@code folder}, in the order of their names. */
    static String describe(String plain, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            String jars = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .map(name -> "    <resource-root path=\"" + name + "\"/>")
                    .collect(Collectors.joining("\n"));
            if (!plain.contains(PLACE) || jars.isEmpty()) {
                throw new IOException("No place for the jars in the description, or no jar in " + folder);
            }
            return plain.replace(PLACE, jars);
        }
    }
}
