package org.einlass.server.provision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LibrariesModuleTest {
    private static final Path DESCRIPTION = Path.of("src/main/modules/libraries.xml");

    @TempDir
    Path folder;

    @Test
    void namesEveryJarInTheOrderOfTheirNames() throws Exception {
        Files.createFile(folder.resolve("notes.txt"));
        jar("b-2.jar", "b/B.class");
        jar("a-1.jar", "a/A.class");

        LibrariesModule.main(new String[] {DESCRIPTION.toString(), folder.toString()});

        assertThat(Files.readString(folder.resolve("module.xml")))
                .containsSubsequence(
                        "<resource-root path=\"a-1.jar\"/>", "<resource-root path=\"b-2.jar\"/>", "</resources>")
                .doesNotContain("notes.txt");
    }

    @Test
    void takesSignaturesOffAndMakesTheSameFileEachTime() throws Exception {
        String[] arguments = {DESCRIPTION.toString(), folder.toString()};
        jar("plain.jar", "p/P.class");
        byte[] plain = Files.readAllBytes(folder.resolve("plain.jar"));
        jar("signed.jar", "META-INF/MANIFEST.MF", "META-INF/MAKER.SF", "META-INF/MAKER.RSA", "s/S.class");
        LibrariesModule.main(arguments);
        byte[] first = Files.readAllBytes(folder.resolve("signed.jar"));
        jar("signed.jar", "META-INF/MANIFEST.MF", "META-INF/MAKER.SF", "META-INF/MAKER.RSA", "s/S.class");
        LibrariesModule.main(arguments);

        assertThat(Files.readAllBytes(folder.resolve("signed.jar"))).isEqualTo(first);
        assertThat(Files.readAllBytes(folder.resolve("plain.jar"))).isEqualTo(plain);
        try (ZipFile zip = new ZipFile(folder.resolve("signed.jar").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("META-INF/MANIFEST.MF", "s/S.class");
            assertThat(zip.getInputStream(zip.getEntry("s/S.class")).readAllBytes())
                    .isEqualTo("s/S.class".getBytes(UTF_8));
        }
    }

    /** Each entry holds its own name. */
    private void jar(String name, String... entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (String entry : entries) {
                ZipEntry made = new ZipEntry(entry);
                made.setTimeLocal(LocalDateTime.of(2026, 11, 1, 12, 30));
                zip.putNextEntry(made);
                zip.write(entry.getBytes(UTF_8));
            }
        }
    }

    @Test
    void aFolderWithoutLibrariesStopsTheBuild() {
        assertThatThrownBy(() -> LibrariesModule.describe(Files.readString(DESCRIPTION), folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no jar");
    }
}
