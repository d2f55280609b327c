package org.einlass.proof.powercut;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.einlass.proof.powercut.DiskCall.FolderSynced;
import org.einlass.proof.powercut.DiskCall.Opened;
import org.einlass.proof.powercut.DiskCall.Removed;
import org.einlass.proof.powercut.DiskCall.Resized;
import org.einlass.proof.powercut.DiskCall.Said;
import org.einlass.proof.powercut.DiskCall.Synced;
import org.einlass.proof.powercut.DiskCall.Written;

/**
 * What {@code strace} wrote down of a program's work in one folder, as calls to the disk. A call in that
 * folder that this class does not understand is an error, so that no way past the recording stays unseen.
 */
final class Trace {
    /** All that can change a file or make a change durable. */
    static final String CALLS = "openat,open,creat,write,writev,pwrite64,pwritev,pwritev2,ftruncate,truncate,fallocate,"
            + "fsync,fdatasync,sync_file_range,unlink,unlinkat,rename,renameat,renameat2,link,linkat,copy_file_range,"
            + "sendfile,mmap";

    private static final Pattern LINE = Pattern.compile("(\\d+) +(.*)");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\((.*)\\) += (\\d+).*");
    private static final Pattern UNFINISHED = Pattern.compile("(.*) <unfinished \\.\\.\\.>");
    private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. \\w+ resumed>(.*)");
    private static final Pattern TEXT = Pattern.compile("[\"<]([\\\\x0-9a-f]*)[\">]");

    /** Shared memory that is built anew after a cut, and a lock without content. */
    private static final Pattern OF_NO_ACCOUNT = Pattern.compile(".*-shm|in-use");

    private final Path folder;
    private final Path spoken;
    private final Map<String, String> unfinished = new HashMap<>();

    private Trace(Path folder, Path spoken) {
        this.folder = folder;
        this.spoken = spoken;
    }

    /**
     * Reads the calls that concern {@code folder}, and what the program printed into the file {@code spoken}.
     */
    static List<DiskCall> read(Path file, Path folder, Path spoken) throws IOException {
        Trace trace = new Trace(folder, spoken);
        try (Stream<String> lines = Files.lines(file)) {
            return lines.flatMap(line -> trace.line(line).stream()).toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** A call that another thread interrupted stands on two lines; it counts when it has returned. */
    private Optional<DiskCall> line(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String thread = parts.group(1);
        String text = parts.group(2);
        Matcher begun = UNFINISHED.matcher(text);
        if (begun.matches()) {
            unfinished.put(thread, begun.group(1));
            return Optional.empty();
        }
        Matcher ended = RESUMED.matcher(text);
        return call(ended.matches() ? unfinished.remove(thread) + ended.group(1) : text);
    }

    /** Failed calls have a negative result and change nothing. */
    private Optional<DiskCall> call(String text) {
        Matcher call = CALL.matcher(text);
        return call.matches() ? call(call.group(1), call.group(2), Long.parseLong(call.group(3))) : Optional.empty();
    }

    private Optional<DiskCall> call(String name, String arguments, long result) {
        List<String> texts =
                texts(arguments).stream().map(bytes -> new String(bytes, UTF_8)).toList();
        if (name.equals("write") && texts.get(0).equals(spoken.toString())) {
            return Optional.of(new Said(texts.get(1)));
        }
        Optional<String> file = texts.stream()
                .filter(text -> (text + "/").startsWith(folder + "/"))
                .reduce((first, last) -> last)
                .map(path -> folder.relativize(Path.of(path)).toString())
                .filter(inside -> !OF_NO_ACCOUNT.matcher(inside).matches());
        return file.flatMap(known -> call(name, known, arguments, result));
    }

    private static Optional<DiskCall> call(String name, String file, String arguments, long result) {
        return switch (name) {
            case "openat" -> opened(file, arguments);
            case "pwrite64" -> Optional.of(written(file, arguments, result));
            case "ftruncate" -> Optional.of(new Resized(file, lastNumber(arguments)));
            case "fsync", "fdatasync" -> Optional.of(file.isEmpty() ? new FolderSynced() : new Synced(file));
            case "unlink" -> Optional.of(new Removed(file));
            default -> throw new IllegalStateException("The replay does not know " + name + " on " + file + ".");
        };
    }

    private static Optional<DiskCall> opened(String file, String arguments) {
        boolean mayCreate = arguments.contains("O_CREAT");
        return mayCreate ? Optional.of(new Opened(file, arguments.contains("O_TRUNC"))) : Optional.empty();
    }

    private static Written written(String file, String arguments, long count) {
        byte[] bytes = texts(arguments).get(1);
        if (bytes.length != count) {
            throw new IllegalStateException("The recording of a write to " + file + " is not complete.");
        }
        return new Written(file, lastNumber(arguments), bytes);
    }

    private static long lastNumber(String arguments) {
        return Long.parseLong(arguments.substring(arguments.lastIndexOf(' ') + 1));
    }

    private static List<byte[]> texts(String arguments) {
        List<byte[]> texts = new ArrayList<>();
        Matcher text = TEXT.matcher(arguments);
        while (text.find()) {
            texts.add(HexFormat.of().parseHex(text.group(1).replace("\\x", "")));
        }
        return texts;
    }
}
