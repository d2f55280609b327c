package org.einlass.proof.materials;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Writes a CycloneDX 1.6 document of every jar in the server, its application, the launcher and the kiosk
 * client, found by looking at what is shipped: WildFly's own libraries stand in no list of dependencies.
 */
public final class BillOfMaterials {
    private final Path project;
    private final KnownGroups groups;
    private final List<ShippedJar> jars = new ArrayList<>();

    BillOfMaterials(Path project, KnownGroups groups) {
        this.project = project;
        this.groups = groups;
    }

    /**
     * Arguments: the project's folder, its version, Maven's local repository, a file with the build's class
     * path, and the time that the build gives to all files, so that two builds of one commit say the same.
     */
    public static void main(String[] arguments) throws IOException {
        Path project = Path.of(arguments[0]);
        Path server = project.resolve("server/target/server");
        if (!Files.isDirectory(server)) {
            System.out.println("No bill of materials: the server was not built with the others.");
            return;
        }
        KnownGroups groups = KnownGroups.of(
                Files.readString(Path.of(arguments[3])).strip(),
                Path.of(arguments[2]),
                server.resolve("docs/licenses"));
        BillOfMaterials bill = new BillOfMaterials(project, groups);
        // The folder bin is not shipped: the launcher starts the server without it.
        for (String shipped : List.of("jboss-modules.jar", "modules", "standalone")) {
            bill.addFolder(server.resolve(shipped));
        }
        bill.addFolder(project.resolve("server/launcher/target/lib"));
        bill.addFolder(project.resolve("kiosk-client/target/lib"));
        bill.write(
                Files.createDirectories(project.resolve("target")).resolve("bom.json"),
                arguments[1],
                Instant.parse(arguments[4]));
    }

    /** Every jar below {@code folder}, and every jar in a war there. */
    void addFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String place = project.relativize(file).toString().replace('\\', '/');
            if (place.endsWith(".jar")) {
                jars.add(ShippedJar.read(place, file, groups));
            }
            if (place.endsWith(".war")) {
                addArchive(place, file);
            }
        }
    }

    private void addArchive(String place, Path file) throws IOException {
        Path copy = Files.createTempFile("library", ".jar");
        try (ZipFile archive = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(archive.entries())) {
                if (entry.getName().endsWith(".jar")) {
                    try (InputStream content = archive.getInputStream(entry)) {
                        Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
                    }
                    jars.add(ShippedJar.read(place + "!/" + entry.getName(), copy, groups));
                }
            }
        } finally {
            Files.delete(copy);
        }
    }

    void write(Path file, String version, Instant made) throws IOException {
        new ObjectMapper()
                .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(file.toFile(), document(version, made));
    }

    private Map<String, Object> document(String version, Instant made) {
        return Map.of(
                "$schema",
                "http://cyclonedx.org/schema/bom-1.6.schema.json",
                "bomFormat",
                "CycloneDX",
                "specVersion",
                "1.6",
                "version",
                1,
                "metadata",
                Map.of(
                        "timestamp", made.toString(),
                        "component",
                                Map.of(
                                        "type",
                                        "application",
                                        "bom-ref",
                                        "einlass",
                                        "group",
                                        "org.einlass",
                                        "name",
                                        "einlass",
                                        "version",
                                        version)),
                "components",
                components());
    }

    /** One component for each content, with every place where it lies. */
    private List<Map<String, Object>> components() {
        return jars.stream()
                .collect(Collectors.groupingBy(
                        jar -> jar.coordinates().packageUrl() + "#" + jar.sha256(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(same -> component(same.getKey(), same.getValue()))
                .toList();
    }

    private static Map<String, Object> component(String reference, List<ShippedJar> same) {
        ShippedJar jar = same.get(0);
        return Map.of(
                "type", "library",
                "bom-ref", reference,
                "group", jar.coordinates().group(),
                "name", jar.coordinates().artifact(),
                "version", jar.coordinates().version(),
                "purl", jar.coordinates().packageUrl(),
                "hashes", List.of(Map.of("alg", "SHA-256", "content", jar.sha256())),
                "evidence",
                        Map.of(
                                "occurrences",
                                same.stream()
                                        .map(each -> Map.of("location", each.place()))
                                        .toList()));
    }
}
