package org.einlass.reports.typography;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Map;
import java.util.stream.IntStream;

/** One cut of a typeface, from one TrueType file on the class path. Immutable, for any thread. */
public final class FontFace {

    /** The end of the planes that our fonts know: basic and supplementary multilingual. */
    private static final int LAST_POINT = 0x1FFFF;

    private final String name;
    private final byte[] file;
    private final Font font;
    /** The glyphs that some character stands for; a PDF reader finds text only behind these. */
    private final BitSet named = new BitSet();

    /** The glyph of each character, 0 where there is none. */
    private final char[] glyphs = new char[LAST_POINT + 1];

    private FontFace(String name, byte[] file, Font font) {
        this.name = name;
        this.file = file;
        this.font = font;
        int[] points = IntStream.rangeClosed(' ', LAST_POINT)
                .filter(point -> Character.getType(point) != Character.SURROGATE && font.canDisplay(point))
                .toArray();
        GlyphVector all = font.createGlyphVector(Typesetter.METRICS, new String(points, 0, points.length));
        for (int i = 0; i < points.length; i++) {
            glyphs[points[i]] = (char) all.getGlyphCode(i);
            named.set(all.getGlyphCode(i));
        }
    }

    /** Loads a face; a missing or broken file is a broken program. */
    static FontFace load(String resource) {
        try (InputStream in = FontFace.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The font " + resource + " is missing from the program. Install it again.");
            }
            byte[] file = in.readAllBytes();
            Font plain = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file));
            Font kerned = plain.deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
            return new FontFace(resource.substring(resource.lastIndexOf('/') + 1), file, kerned);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The font " + resource + " cannot be read. Install the program again.", e);
        }
    }

    /** The file's name, unique among the faces of a type case. */
    public String name() {
        return name;
    }

    /** The TrueType file, for embedding. */
    public byte[] file() {
        return file.clone();
    }

    /** The face at a size in points, kerned. */
    public Font at(double size) {
        return font.deriveFont((float) size);
    }

    /** The glyph of a character as the font's own table has it, unshaped; 0 where there is none. */
    int glyph(int codePoint) {
        return codePoint <= LAST_POINT ? glyphs[codePoint] : 0;
    }

    /** Whether each of these glyphs stands for a character. */
    boolean namesAll(int[] glyphs) {
        return IntStream.of(glyphs).allMatch(named::get);
    }

    /** Whether the face draws this code point. */
    public boolean covers(int codePoint) {
        return glyph(codePoint) != 0;
    }
}
