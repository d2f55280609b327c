package org.einlass.proof.materials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BillOfMaterialsTest {
    private static final String NAME = """
            groupId=org.example
            artifactId=named
            version=1.2
            """;

    private static final Instant MADE = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    private Path project;

    @Test
    void namesEveryLibraryOnceWithAllItsPlacesAlsoInsideTheWar() throws IOException {
        byte[] named = archive("META-INF/maven/org.example/named/pom.properties", NAME.getBytes(UTF_8));
        write("server/named-1.2.jar", named);
        write("server/ROOT.war", archive("WEB-INF/lib/named-1.2.jar", named));

        JsonNode components = bill(new KnownGroups(Map.of())).path("components");

        assertThat(components.findValuesAsText("purl")).containsExactly("pkg:maven/org.example/named@1.2");
        assertThat(components.findValuesAsText("location"))
                .containsExactly("server/ROOT.war!/WEB-INF/lib/named-1.2.jar", "server/named-1.2.jar");
    }

    @Test
    void believesNoNameOfALibraryThatIsPackedIntoAnother() throws IOException {
        write("server/outer-3.0.jar", archive("META-INF/maven/org.example/named/pom.properties", NAME.getBytes(UTF_8)));

        JsonNode components =
                bill(new KnownGroups(Map.of("outer", "org.other"))).path("components");

        assertThat(components.findValuesAsText("purl")).containsExactly("pkg:maven/org.other/outer@3.0");
    }

    @Test
    void findsGroupsInTheLocalRepositoryAndInTheListOfLicences() throws IOException {
        write(
                "licences/wildfly-licenses.xml",
                "<groupId>org.licensed</groupId> <artifactId>old</artifactId>".getBytes(UTF_8));
        Path repository = project.resolve("repository");
        String classPath = String.join(
                File.pathSeparator,
                repository.resolve("org/example/deep/named/1.2/named-1.2.jar").toString(),
                project.resolve("kiosk-client/target/classes").toString());

        KnownGroups groups = KnownGroups.of(classPath, repository, project.resolve("licences"));

        assertThat(groups.byArtifact()).isEqualTo(Map.of("named", "org.example.deep", "old", "org.licensed"));
    }

    @Test
    void saysTheSameInEveryBuildOfOneCommit() throws IOException {
        write("server/named-1.2.jar", archive("META-INF/maven/org.example/named/pom.properties", NAME.getBytes(UTF_8)));

        JsonNode bill = bill(new KnownGroups(Map.of()));

        assertThat(bill.path("metadata").path("timestamp").asText()).isEqualTo("2026-11-01T00:00:00Z");
        assertThat(bill.fieldNames())
                .toIterable()
                .containsExactly("$schema", "bomFormat", "components", "metadata", "specVersion", "version");
    }

    private JsonNode bill(KnownGroups groups) throws IOException {
        BillOfMaterials bill = new BillOfMaterials(project, groups);
        bill.addFolder(project.resolve("server"));
        bill.write(project.resolve("bom.json"), "1.0", MADE);
        return new ObjectMapper().readTree(project.resolve("bom.json").toFile());
    }

    private void write(String place, byte[] content) throws IOException {
        Path file = project.resolve(place);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static byte[] archive(String entry, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            archive.putNextEntry(new ZipEntry(entry));
            archive.write(content);
        }
        return bytes.toByteArray();
    }
}
