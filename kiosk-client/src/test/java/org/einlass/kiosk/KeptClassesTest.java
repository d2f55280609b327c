package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptClassesTest {
    @TempDir
    private Path folder;

    private final AtomicInteger written = new AtomicInteger();

    @Test
    void areWrittenOnceAndStayWhileTheProgramIsTheSame() throws Exception {
        kept("one").keep();
        kept("one").keep();

        assertThat(written).hasValue(1);
        assertThat(file()).hasContent("classes");
        assertThat(file().resolveSibling("classes.jsa.draft")).doesNotExist();
    }

    @Test
    void ofAnotherProgramAreDroppedSoThatTheNextStartRecordsAnew() throws Exception {
        kept("one").keep();
        kept("two").keep();
        assertThat(file()).doesNotExist();

        kept("two").keep();
        assertThat(file()).hasContent("classes");
        assertThat(written).hasValue(2);
    }

    @Test
    void ofUnknownOriginAreDropped() throws Exception {
        Files.writeString(file(), "from somewhere");

        kept("one").keep();

        assertThat(file()).doesNotExist();
    }

    @Test
    void thatAreCutWhileTheyAreWrittenAreNeverUsed() {
        new KeptClasses(file(), "one", draft -> {
                    Files.writeString(draft, "cla");
                    throw new IOException("the disk is full");
                })
                .keep();
        assertThat(file()).doesNotExist();

        kept("one").keep();
        assertThat(file()).hasContent("classes");
    }

    @Test
    void belongToTheFilesOfTheProgramAndTheirTimes() throws Exception {
        Path jar = Files.writeString(folder.resolve("kiosk-client.jar"), "program");
        Path library = Files.createDirectory(folder.resolve("lib")).resolve("a.jar");
        Files.writeString(library, "library");
        String before = KeptClasses.program(jar);

        assertThat(KeptClasses.program(jar)).isEqualTo(before);
        Files.setLastModifiedTime(library, FileTime.fromMillis(1_000));
        assertThat(KeptClasses.program(jar)).isNotEqualTo(before);
    }

    private Path file() {
        return folder.resolve("classes.jsa");
    }

    private KeptClasses kept(String program) {
        return new KeptClasses(file(), program, draft -> {
            written.incrementAndGet();
            Files.writeString(draft, "classes");
        });
    }
}
