package org.einlass.reports.type;

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
public final class Face {

    private final String name;
    private final byte[] file;
    private final Font font;
    /** The glyphs that some character stands for; a PDF reader finds text only behind these. */
    private final BitSet named;

    private Face(String name, byte[] file, Font font) {
        this.name = name;
        this.file = file;
        this.font = font;
        this.named = named(font);
    }

    private static BitSet named(Font font) {
        BitSet named = new BitSet();
        String covered = IntStream.rangeClosed(' ', Character.MAX_VALUE)
                .filter(point -> !Character.isSurrogate((char) point) && font.canDisplay(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        GlyphVector glyphs = font.createGlyphVector(Typesetter.METRICS, covered);
        for (int glyph : glyphs.getGlyphCodes(0, glyphs.getNumGlyphs(), null)) {
            named.set(glyph);
        }
        return named;
    }

    /** Loads a face; a missing or broken file is a broken program. */
    static Face load(String resource) {
        try (InputStream in = Face.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The font " + resource + " is missing from the program. Install it again.");
            }
            byte[] file = in.readAllBytes();
            Font plain = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file));
            Font kerned = plain.deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
            return new Face(resource.substring(resource.lastIndexOf('/') + 1), file, kerned);
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

    /** Whether each of these glyphs stands for a character. */
    boolean namesAll(int[] glyphs) {
        return IntStream.of(glyphs).allMatch(named::get);
    }

    /** Whether the face draws this code point. */
    public boolean covers(int codePoint) {
        return font.canDisplay(codePoint);
    }
}
