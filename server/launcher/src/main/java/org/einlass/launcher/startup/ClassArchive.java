package org.einlass.launcher.startup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The classes of a server as its Java keeps them ready in a file: written when a server ends in good order, read by its
 * later starts, which then parse hardly any class. It belongs to one Java and one program: after an update of either a new
 * one is made. Java itself takes only classes whose bytes are unchanged, and does without an archive that does not fit.
 */
public final class ClassArchive {
    private static final String NAME = "classes-";
    private static final String ENDING = ".jsa";
    private static final String DRAFT = ".draft";
    private static final String GIVEN_UP = ".given-up";
    private static final int NAME_BYTES = 8;

    /** Options by which an operator chooses an archive, or what no archive goes with. */
    private static final List<String> CHOSEN =
            List.of("-Xshare", "-XX:SharedArchiveFile", "-XX:ArchiveClassesAtExit", "-XX:AOT", "-javaagent", "-agent");

    private final Path folder;
    private final Path file;
    private final Path draft;
    private final Path givenUp;

    private ClassArchive(Path folder, String name) {
        this.folder = folder;
        this.file = folder.resolve(NAME + name + ENDING);
        this.draft = folder.resolve(NAME + name + ENDING + DRAFT);
        this.givenUp = folder.resolve(NAME + name + ENDING + GIVEN_UP);
    }

    /**
     * The archive in {@code folder} for the Java of this process and the {@code program}'s files; empty where the
     * operator's {@code javaOptions} choose another one or none, where this machine took too long to write it once, where the program cannot be looked at, or where the
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
            ClassArchive archive = new ClassArchive(folder, digest(identity.toString()));
            return Files.exists(archive.givenUp) ? Optional.empty() : Optional.of(archive);
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

    /** Options of the server's Java: to use the archive where there is one, else to write one when it ends. */
    public List<String> options() {
        List<String> options = new ArrayList<>(List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
        if (exists()) {
            // At its own address the archive needs no change in memory, so that its pages stay those of the file.
            options.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0"));
            options.addAll(List.of("-XX:SharedArchiveFile=" + file, "-XX:+VerifySharedSpaces"));
        } else {
            options.add("-XX:ArchiveClassesAtExit=" + draft);
        }
        return List.copyOf(options);
    }

    private boolean exists() {
        return Files.isRegularFile(file);
    }

    /** Whether the server that is started now writes it at its end. */
    public boolean isWritten() {
        return !exists();
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
        return name.startsWith(NAME) && Stream.of("", DRAFT, GIVEN_UP).anyMatch(part -> name.endsWith(ENDING + part));
    }

    /** After a server that wrote it has ended by itself: later starts use it. */
    public void keep() throws IOException {
        if (Files.isRegularFile(draft)) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** After a server that did not end while it wrote it: this machine never tries again with this program. */
    public void giveUp() throws IOException {
        discard();
        Files.writeString(givenUp, "");
    }

    /** The next start does without. */
    public void discard() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(draft);
    }
}
