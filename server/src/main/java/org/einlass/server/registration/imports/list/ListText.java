package org.einlass.server.registration.imports.list;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The characters of an uploaded file. A byte order mark decides; without one the file is UTF-8 if it is so to the last
 * byte, else Windows-1252. No byte is ever replaced by a question mark: a badge would show it.
 */
final class ListText {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int FIRST_BYTES = 4096;

    /** How files begin that people rename to .csv: ZIP (so XLSX, ODS), old Excel, PDF. */
    private static final String[] FOREIGN_BEGINNINGS = {"PK\3\4", "\u00D0\u00CF\u0011\u00E0", "%PDF-"};

    private ListText() {}

    /** @throws ListRefused where the file is empty, no text, or in an encoding that is not known */
    static String of(byte[] file) throws ListRefused {
        String text = decoded(file);
        if (text.isBlank()) {
            throw new ListRefused(UnreadableList.empty());
        }
        return text;
    }

    private static String decoded(byte[] file) throws ListRefused {
        Optional<Mark> mark =
                Stream.of(Mark.values()).filter(one -> one.begins(file)).findFirst();
        if (mark.isPresent()) {
            return decode(file, mark.get().bytes.length, mark.get().charset);
        }
        refuseBinary(file);
        return isUtf8(file) ? new String(file, UTF_8) : decode(file, 0, WINDOWS_1252);
    }

    private static void refuseBinary(byte[] file) throws ListRefused {
        String beginning = new String(file, 0, Math.min(file.length, FIRST_BYTES), ISO_8859_1);
        boolean foreign =
                beginning.indexOf('\0') >= 0 || Stream.of(FOREIGN_BEGINNINGS).anyMatch(beginning::startsWith);
        if (foreign) {
            throw new ListRefused(UnreadableList.notText());
        }
    }

    private static boolean isUtf8(byte[] file) {
        var decoder = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(file);
        CharBuffer out = CharBuffer.allocate(FIRST_BYTES);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return !result.isError();
    }

    private static String decode(byte[] file, int from, Charset charset) throws ListRefused {
        ByteBuffer in = ByteBuffer.wrap(file, from, file.length - from);
        try {
            return charset.newDecoder().decode(in).toString();
        } catch (CharacterCodingException e) {
            throw new ListRefused(UnreadableList.unknownEncoding(lineOf(file, in.position())));
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
