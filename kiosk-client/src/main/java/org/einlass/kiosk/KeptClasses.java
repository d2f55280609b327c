package org.einlass.kiosk;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The classes of this program as Java keeps them ready in a file, so that later starts parse hardly any. The start script
 * says where the file is, and records classes while there is none; the program writes it once, behind a start, and drops
 * it where it belongs to another Java or another version of the program. A start without it is slower, and the same.
 */
final class KeptClasses {
    /** The script's way to say where the file is. */
    static final String PROPERTY = "einlass.classes";

    private static final Logger LOG = System.getLogger(KeptClasses.class.getName());

    /** By then what a start loads is loaded, and the first guest is seldom there. */
    private static final Duration AFTER_THE_START = Duration.ofSeconds(45);

    private final Path file;
    private final Path mark;
    private final String belongsTo;
    private final Recorder recorder;

    /** Writes what this Java has loaded. */
    interface Recorder {
        void write(Path draft) throws IOException;
    }

    /** @param belongsTo the Java and the program; a file of another one is dropped */
    KeptClasses(Path file, String belongsTo, Recorder recorder) {
        this.file = file;
        this.mark = file.resolveSibling(file.getFileName() + ".of");
        this.belongsTo = belongsTo;
        this.recorder = recorder;
    }

    /** Once the first window is there; returns at once. Does nothing where the script asked for nothing. */
    static void keepSoon() {
        ofThisRun().ifPresent(kept -> {
            Thread thread = new Thread(
                    () -> {
                        try {
                            Thread.sleep(AFTER_THE_START.toMillis());
                            kept.keep();
                        } catch (InterruptedException ending) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    "einlass-classes");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private static Optional<KeptClasses> ofThisRun() {
        String asked = System.getProperty(PROPERTY, "");
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        try {
            String program = program(Path.of(System.getProperty("java.class.path", "")));
            return Optional.of(new KeptClasses(Path.of(asked).toAbsolutePath(), program, KeptClasses::record));
        } catch (IOException unreadable) {
            LOG.log(Level.DEBUG, "the program's files cannot be looked at", unreadable);
            return Optional.empty();
        }
    }

    /** This Java, and name, size and time of each file of the program. */
    static String program(Path jar) throws IOException {
        StringBuilder text = new StringBuilder(System.getProperty("java.vm.version"))
                .append('\n')
                .append(System.getProperty("java.home"))
                .append('\n');
        Path libraries = jar.toAbsolutePath().resolveSibling("lib");
        try (Stream<Path> found = Files.isDirectory(libraries) ? Files.list(libraries) : Stream.empty()) {
            List<Path> files = Stream.concat(Stream.of(jar.toAbsolutePath()), found.sorted())
                    .toList();
            for (Path each : files) {
                text.append(each)
                        .append(' ')
                        .append(Files.size(each))
                        .append(' ')
                        .append(Files.getLastModifiedTime(each).toMillis())
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** The file is there for the next start, whole; or the start after that tries again. */
    void keep() {
        try {
            if (Files.isRegularFile(file)) {
                if (!isOurs()) {
                    Files.delete(file);
                    Files.deleteIfExists(mark);
                }
                return;
            }
            Path draft = file.resolveSibling(file.getFileName() + ".draft");
            Files.deleteIfExists(draft);
            recorder.write(draft);
            if (Files.isRegularFile(draft)) {
                // Half a file would end each later start: it has its name only when all of it is on the disk.
                sync(draft);
                Files.writeString(mark, belongsTo);
                sync(mark);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException later) {
            LOG.log(Level.DEBUG, "the classes of this start are not kept", later);
        }
    }

    private boolean isOurs() throws IOException {
        return Files.isRegularFile(mark) && Files.readString(mark).equals(belongsTo);
    }

    private static void sync(Path written) throws IOException {
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void record(Path draft) throws IOException {
        try {
            command("vmCds", "dynamic_dump", draft.toString());
            command("systemTrimNativeHeap");
        } catch (JMException impossible) {
            throw new IOException("This Java writes no classes.", impossible);
        }
    }

    private static void command(String name, String... words) throws JMException {
        Object[] arguments = words.length == 0 ? new Object[0] : new Object[] {words};
        String[] types = words.length == 0 ? new String[0] : new String[] {String[].class.getName()};
        ManagementFactory.getPlatformMBeanServer()
                .invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), name, arguments, types);
    }
}
