package org.einlass.launcher.startup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes kept ready by the Java that runs this test, for itself. */
final class ClassArchiveTest {
    @TempDir
    private Path folder;

    private Path program;
    private Path cache;

    @BeforeEach
    void buildAProgram() throws IOException {
        program = folder.resolve("program.jar");
        build("the first");
        cache = folder.resolve("cache");
    }

    /** A jar, since Java keeps no classes of folders. */
    private void build(String note) throws IOException {
        String name = Greeting.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(program));
                InputStream greeting = Objects.requireNonNull(Greeting.class.getResourceAsStream("/" + name))) {
            jar.putNextEntry(new JarEntry(name));
            greeting.transferTo(jar);
            jar.putNextEntry(new JarEntry("note.txt"));
            jar.write(note.getBytes(UTF_8));
        }
    }

    private ClassArchive archive(String... javaOptions) {
        return ClassArchive.in(cache, List.of(program), List.of(javaOptions)).orElseThrow();
    }

    /** Ends in good order, as a server does, and writes the archive where it is missing. */
    private String run(ClassArchive archive, String... further) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(archive.isMissing() ? archive.writing() : archive.options());
        command.addAll(List.of(further));
        command.addAll(List.of("-cp", program.toString(), Greeting.class.getName()));
        Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(java.getInputStream().readAllBytes(), UTF_8);
        assertThat(java.waitFor()).as(said).isZero();
        return said;
    }

    /** What the Java machine runs. */
    static final class Greeting {
        private Greeting() {}

        public static void main(String[] arguments) {
            System.out.println("Guten Morgen");
        }
    }

    @Test
    void whatWasNotFinishedGoesWithTheNextStart() throws IOException {
        ClassArchive cutOff = archive();
        cutOff.tidy();
        Path draft = Path.of(cutOff.writing().get(2).replaceAll(".*=", ""));
        Files.writeString(draft, "the beginning");

        ClassArchive next = archive();
        next.tidy();

        assertThat(next.isMissing()).isTrue();
        assertThat(next.options()).isEmpty();
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void isWrittenWhenAJavaEndsAndReadByLaterStarts() throws IOException, InterruptedException {
        ClassArchive first = archive();
        first.tidy();
        assertThat(first.isMissing()).isTrue();
        run(first);
        first.keep();

        ClassArchive second = archive();
        assertThat(second.isMissing()).isFalse();
        assertThat(run(second, "-Xshare:on", "-Xlog:class+load"))
                .as("a start that would fail without the archive")
                .contains("Greeting source: shared objects file (top)");
    }

    @Test
    void aDamagedOneIsPassedOverWithoutAWord() throws IOException, InterruptedException {
        ClassArchive archive = archive();
        archive.tidy();
        run(archive);
        archive.keep();
        Path file = files().get(0);
        byte[] bytes = Files.readAllBytes(file);
        for (int at = bytes.length / 2; at < bytes.length; at += 512) {
            bytes[at] ^= 0x55;
        }
        Files.delete(file);
        Files.write(file, bytes);

        assertThat(run(archive())).isEqualTo("Guten Morgen" + System.lineSeparator());
    }

    @Test
    void anotherProgramHasAnotherOneAndTheOldOneGoes() throws IOException, InterruptedException {
        ClassArchive old = archive();
        old.tidy();
        run(old);
        old.keep();
        build("the second, which is longer");

        ClassArchive fresh = archive();
        assertThat(fresh.isMissing()).isTrue();
        fresh.tidy();
        assertThat(files()).isEmpty();
    }

    @Test
    void afterAStartThatCameToNothingTheNextOneDoesWithout() throws IOException, InterruptedException {
        ClassArchive archive = archive();
        archive.tidy();
        run(archive);
        archive.keep();

        archive.discard();

        assertThat(archive().isMissing()).isTrue();
    }

    @Test
    void whatTheOperatorChoosesCounts() throws IOException {
        assertThat(ClassArchive.in(cache, List.of(program), List.of("-Xshare:off")))
                .isEmpty();
        assertThat(ClassArchive.in(cache, List.of(program), List.of("-XX:SharedArchiveFile=x")))
                .isEmpty();
        assertThat(ClassArchive.in(cache, List.of(program), List.of("-Xmx1g"))).isPresent();
        assertThat(ClassArchive.in(cache, List.of(folder.resolve("missing.jar")), List.of()))
                .isEmpty();
        assertThat(QuickStart.options(folder, List.of("-XX:CompilerDirectivesFile=x")))
                .noneMatch(option -> option.contains("Directives"));
    }

    @Test
    void javaTakesTheListForItsCompiler() throws IOException, InterruptedException {
        QuickStart.prepare(folder);
        ClassArchive archive = archive();
        archive.tidy();

        assertThat(run(archive, QuickStart.options(folder, List.of()).toArray(String[]::new)))
                .contains("1 compiler directives added", "Guten Morgen");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }
}
