package org.einlass.server.registration.imports.list;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.einlass.server.registration.imports.text.CharsetGuess;
import org.einlass.server.registration.imports.text.HtmlEntities;
import org.jspecify.annotations.Nullable;

/**
 * The characters of an uploaded file. A byte order mark decides, then valid UTF-8, then the encoding that the
 * request names, then the letters themselves. No byte is ever replaced by a question mark: a badge would show
 * it.
 *
 * @param encoding as people know it, for the preview
 * @param hadEntities whether letters were written as HTML entities
 */
record ListText(String text, String encoding, boolean hadEntities) {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int FIRST_BYTES = 4096;
    private static final String ZIP = "PK\3\4";

    /**
     * The text of a file.
     *
     * @param declared the encoding that the request names, if any
     * @throws ListRefused where the file is empty, no text, or in an encoding that is not known
     */
    static ListText of(byte[] file, @Nullable Charset declared) throws ListRefused {
        refuse(ForeignFile.of(file));
        ListText read = decoded(file, declared);
        if (read.text.isBlank()) {
            throw new ListRefused(UnreadableList.empty());
        }
        refuse(ForeignFile.of(read.text));
        String plain = HtmlEntities.decode(read.text);
        return new ListText(plain, read.encoding, !plain.equals(read.text));
    }

    private static ListText decoded(byte[] file, @Nullable Charset declared) throws ListRefused {
        Optional<Mark> mark =
                Stream.of(Mark.values()).filter(one -> one.begins(file)).findFirst();
        if (mark.isPresent()) {
            byte[] behind = Arrays.copyOfRange(file, mark.get().bytes.length, file.length);
            return read(behind, mark.get().charset);
        }
        Optional<Charset> wide = declared == null ? CharsetGuess.utf16(file) : Optional.empty();
        if (wide.isPresent()) {
            return read(file, wide.get());
        }
        boolean declaredWide = declared != null && declared.name().startsWith("UTF-16");
        if (!declaredWide) {
            refuseBinary(file);
        }
        return read(file, chosen(file, declared).orElse(WINDOWS_1252));
    }

    private static Optional<Charset> chosen(byte[] file, @Nullable Charset declared) {
        if (declared == null || CharsetGuess.decoded(file, declared).isEmpty()) {
            return CharsetGuess.of(file);
        }
        boolean wide = declared.name().startsWith("UTF-16");
        boolean utf8 = CharsetGuess.decoded(file, UTF_8).isPresent();
        return wide || !utf8 ? Optional.of(declared) : CharsetGuess.of(file);
    }

    private static ListText read(byte[] file, Charset charset) throws ListRefused {
        ByteBuffer in = ByteBuffer.wrap(file);
        try {
            return new ListText(charset.newDecoder().decode(in).toString(), shown(charset), false);
        } catch (CharacterCodingException e) {
            throw new ListRefused(UnreadableList.unknownEncoding(lineOf(file, in.position())));
        }
    }

    private static String shown(Charset charset) {
        return charset.name().replace("x-MacRoman", "Mac Roman").replace("windows", "Windows");
    }

    private static void refuse(Optional<ForeignFile> foreign) throws ListRefused {
        if (foreign.isPresent()) {
            throw new ListRefused(UnreadableList.foreign(foreign.get()));
        }
    }

    private static void refuseBinary(byte[] file) throws ListRefused {
        String beginning = new String(file, 0, Math.min(file.length, FIRST_BYTES), ISO_8859_1);
        if (beginning.indexOf('\0') >= 0 || beginning.startsWith(ZIP)) {
            throw new ListRefused(UnreadableList.notText());
        }
    }

    private static long lineOf(byte[] file, int position) {
        long line = 1;
        for (int at = 0; at < position; at++) {
            line += file[at] == '\n' ? 1 : 0;
        }
        return line;
    }

    /** The byte order marks that Excel and others write. */
    private enum Mark {
        UTF_8_MARK(UTF_8, 0xEF, 0xBB, 0xBF),
        UTF_16_BIG(UTF_16BE, 0xFE, 0xFF),
        UTF_16_LITTLE(UTF_16LE, 0xFF, 0xFE);

        private final Charset charset;
        private final int[] bytes;

        Mark(Charset charset, int... bytes) {
            this.charset = charset;
            this.bytes = bytes;
        }

        private boolean begins(byte[] file) {
            boolean same = file.length >= bytes.length;
            for (int at = 0; same && at < bytes.length; at++) {
                same = Byte.toUnsignedInt(file[at]) == bytes[at];
            }
            return same;
        }
    }
}
