package org.einlass.launcher.startup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The classes of a server as its Java keeps them ready in a file: written by a Java that ends in good order, read by later
 * starts, which then parse hardly any class. It belongs to one Java and one program: after an update of either a new one is
 * made. Java itself takes only classes whose bytes are unchanged, and does without an archive that does not fit.
 */
public final class ClassArchive {
    private static final String NAME = "classes-";
    private static final String ENDING = ".jsa";
    private static final String DRAFT = ".draft";
    private static final int NAME_BYTES = 8;

    /** Options by which an operator chooses an archive, or what no archive goes with. */
    private static final List<String> CHOSEN =
            List.of("-Xshare", "-XX:SharedArchiveFile", "-XX:ArchiveClassesAtExit", "-XX:AOT", "-javaagent", "-agent");

    private final Path folder;
    private final Path file;
    private final Path draft;

    private ClassArchive(Path folder, String name) {
        this.folder = folder;
        this.file = folder.resolve(NAME + name + ENDING);
        this.draft = folder.resolve(NAME + name + ENDING + DRAFT);
    }

    /**
     * The archive in {@code folder} for the Java of this process and the {@code program}'s files; empty where the
     * operator's {@code javaOptions} choose another one or none, where the program cannot be looked at, or where the
     * folder's path has the sign at which Java divides the names of archives.
     */
    public static Optional<ClassArchive> in(Path folder, List<Path> program, List<String> javaOptions) {
        boolean chosen = javaOptions.stream().anyMatch(option -> CHOSEN.stream().anyMatch(option::startsWith));
        if (chosen || folder.toString().contains(File.pathSeparator)) {
            return Optional.empty();
        }
        StringBuilder identity = new StringBuilder(System.getProperty("java.vm.version"))
                .append('\n')
                .append(System.getProperty("java.home"));
        try {
            for (Path part : program) {
                identity.append('\n')
                        .append(part)
                        .append('\n')
                        .append(Files.size(part))
                        .append('\n')
                        .append(Files.getLastModifiedTime(part).toMillis());
            }
            return Optional.of(new ClassArchive(folder, digest(identity.toString())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String digest(String text) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(whole, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Options of a server's Java that uses the archive; none where there is none. */
    public List<String> options() {
        if (isMissing()) {
            return List.of();
        }
        // At its own address the archive needs no change in memory, so that its pages stay those of the file.
        return quiet(
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                "-XX:SharedArchiveFile=" + file,
                "-XX:+VerifySharedSpaces");
    }

    /** Options of a Java that writes the archive when it ends; {@link #keep} puts it in its place then. */
    public List<String> writing() {
        return quiet("-XX:ArchiveClassesAtExit=" + draft);
    }

    private static List<String> quiet(String... options) {
        return Stream.concat(Stream.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off"), Stream.of(options))
                .toList();
    }

    /** Whether it is still to be written. */
    public boolean isMissing() {
        return !Files.isRegularFile(file);
    }

    /** Before a start: what an earlier one left unfinished, or what was of another program, goes. */
    public void tidy() throws IOException {
        Files.createDirectories(folder);
        List<Path> others;
        try (Stream<Path> files = Files.list(folder)) {
            others = files.filter(ClassArchive::isArchive)
                    .filter(found -> !found.equals(file))
                    .toList();
        }
        for (Path other : others) {
            Files.deleteIfExists(other);
        }
    }

    private static boolean isArchive(Path found) {
        String name = String.valueOf(found.getFileName());
        return name.startsWith(NAME) && name.contains(ENDING);
    }

    /** After the Java that wrote it has ended in good order: later starts use it. */
    public void keep() throws IOException {
        if (Files.isRegularFile(draft)) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The next start does without. */
    public void discard() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(draft);
    }
}
