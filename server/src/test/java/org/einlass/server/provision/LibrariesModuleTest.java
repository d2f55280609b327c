package org.einlass.server.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LibrariesModuleTest {
    private static final Path DESCRIPTION = Path.of("src/main/modules/libraries.xml");

    @TempDir
    Path folder;

    @Test
    void namesEveryJarInTheOrderOfTheirNames() throws Exception {
        for (String file : new String[] {"b-2.jar", "a-1.jar", "notes.txt"}) {
            Files.createFile(folder.resolve(file));
        }

        LibrariesModule.main(new String[] {DESCRIPTION.toString(), folder.toString()});

        assertThat(Files.readString(folder.resolve("module.xml")))
                .containsSubsequence(
                        "<resource-root path=\"a-1.jar\"/>", "<resource-root path=\"b-2.jar\"/>", "</resources>")
                .doesNotContain("notes.txt");
    }

    @Test
    void aFolderWithoutLibrariesStopsTheBuild() {
        assertThatThrownBy(() -> LibrariesModule.describe(Files.readString(DESCRIPTION), folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no jar");
    }
}
