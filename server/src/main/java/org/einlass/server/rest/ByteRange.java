package org.einlass.server.rest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that somebody asked for with {@code Range} (RFC 9110, 14.2).
 *
 * @param from the first byte
 * @param length at least 1, or 0 for the whole of an empty file
 * @param whole whether it was asked for without a range
 * @param size of the file
 */
record ByteRange(Path file, long from, long length, boolean whole, long size) {
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{1,18})-([0-9]{0,18})");

    /**
     * One range from a first byte on; whatever else {@code range} says is ignored, as the standard allows. So
     * is a range from the very beginning of an empty file, which has no first byte: its reader gets the whole
     * of it.
     */
    static ByteRange of(Path file, @Nullable String range) throws IOException {
        long size = Files.size(file);
        Matcher asked = RANGE.matcher(range == null ? "" : range.strip());
        long from = asked.matches() ? Long.parseLong(asked.group(1)) : 0;
        if (!asked.matches() || (size == 0 && from == 0)) {
            return new ByteRange(file, 0, size, true, size);
        }
        long last = asked.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(asked.group(2)));
        if (from > last) {
            throw ProblemException.of(ProblemKind.BEYOND_THE_END);
        }
        return new ByteRange(file, from, last - from + 1, false, size);
    }

    /** As the header {@code Content-Range} says it. */
    String range() {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }

    /** All of it at once, at most 2 GB. */
    byte[] bytes() throws IOException {
        try (InputStream source = Files.newInputStream(file)) {
            source.skipNBytes(from);
            byte[] bytes = source.readNBytes(Math.toIntExact(length));
            if (bytes.length < length) {
                throw shorter();
            }
            return bytes;
        }
    }

    private static EOFException shorter() {
        return new EOFException("The file became shorter while it was sent.");
    }
}
