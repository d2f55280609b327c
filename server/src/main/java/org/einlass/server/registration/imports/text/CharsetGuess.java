package org.einlass.server.registration.imports.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * Finds the encoding of a file that says none: UTF-16 by where its zero bytes are, UTF-8 by its form, and
 * else the single-byte encoding under which the letters look most like names, by {@link LetterScore}.
 */
public final class CharsetGuess {
    /**
     * Excel's, the Macintosh's, DOS's, Central Europe's, the Turkish, the Baltic, the Cyrillic and the Greek ones;
     * where two fit as well, the first.
     */
    private static final List<Charset> SINGLE_BYTE = List.of(
            Charset.forName("windows-1252"),
            Charset.forName("x-MacRoman"),
            Charset.forName("IBM850"),
            Charset.forName("windows-1250"),
            Charset.forName("windows-1254"),
            Charset.forName("windows-1251"),
            Charset.forName("ISO-8859-2"),
            Charset.forName("IBM852"),
            Charset.forName("x-MacCentralEurope"),
            Charset.forName("windows-1257"),
            Charset.forName("KOI8-R"),
            Charset.forName("ISO-8859-5"),
            Charset.forName("IBM866"),
            Charset.forName("x-MacCyrillic"),
            Charset.forName("windows-1253"));

    /** Most files without a mark are Excel's: another encoding must fit clearly better. */
    private static final int USUAL_WORTH = 3;

    private static final int FEWEST_ZEROS_IN_A_HUNDRED = 5;

    private CharsetGuess() {}

    /** The encoding, or empty where under none of them the letters look like names. */
    public static Optional<Charset> of(byte[] file) {
        if (decoded(file, UTF_8).isPresent()) {
            return Optional.of(UTF_8);
        }
        Charset best = null;
        int bestScore = -1;
        for (Charset charset : SINGLE_BYTE) {
            Optional<String> text = decoded(file, charset);
            if (text.isEmpty()) {
                continue;
            }
            int letters = LetterScore.of(text.get());
            int score = letters + (charset.equals(SINGLE_BYTE.get(0)) && letters >= 0 ? USUAL_WORTH : 0);
            if (score > bestScore) {
                best = charset;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    /** UTF-16 without a byte order mark: every other byte of its plain letters is zero. */
    public static Optional<Charset> utf16(byte[] file) {
        int[] zeros = new int[2];
        for (int at = 0; at < file.length; at++) {
            zeros[at % 2] += file[at] == 0 ? 1 : 0;
        }
        int enough = Math.max(1, file.length / 2 * FEWEST_ZEROS_IN_A_HUNDRED / 100);
        if (file.length % 2 != 0 || zeros[0] > 0 == zeros[1] > 0 || zeros[0] + zeros[1] < enough) {
            return Optional.empty();
        }
        Charset charset = zeros[0] > 0 ? UTF_16BE : UTF_16LE;
        return decoded(file, charset).filter(text -> text.indexOf('\0') < 0).map(text -> charset);
    }

    /** The text under that encoding, or empty where a byte has no meaning in it. */
    public static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * The encoding that a request names, also by the names that only the web knows; empty where there is no
     * such.
     */
    public static Optional<Charset> named(String name) {
        String known = name.equalsIgnoreCase("macintosh") ? "x-MacRoman" : name;
        try {
            Charset charset = Charset.forName(known);
            return Optional.of(charset.equals(ISO_8859_1) ? SINGLE_BYTE.get(0) : charset);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
