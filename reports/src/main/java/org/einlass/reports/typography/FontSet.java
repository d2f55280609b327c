package org.einlass.reports.typography;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The faces at hand: Source Sans 3 for Latin, Greek, Cyrillic and Vietnamese, DejaVu Sans for what it lacks
 * (Arabic, Georgian, symbols).
 */
public final class FontSet {

    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/";
    private static final FontSet STANDARD = new FontSet();

    private final Map<Weight, List<FontFace>> faces = new EnumMap<>(Weight.class);

    private FontSet() {
        FontFace plain = FontFace.load(DEJAVU + "DejaVuSans.ttf");
        FontFace bold = FontFace.load(DEJAVU + "DejaVuSans-Bold.ttf");
        faces.put(Weight.REGULAR, List.of(FontFace.load("SourceSans3-Regular.ttf"), plain));
        faces.put(Weight.SEMIBOLD, List.of(FontFace.load("SourceSans3-Semibold.ttf"), bold));
        faces.put(Weight.BOLD, List.of(FontFace.load("SourceSans3-Bold.ttf"), bold));
    }

    /** The type case of this program; the first call reads the font files (about 0.2 s). */
    public static FontSet standard() {
        return STANDARD;
    }

    /** All faces, each once, in order of preference. */
    public List<FontFace> faces() {
        return faces.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** The face that draws a code point in a weight: the first that covers it, else the first of all. */
    FontFace faceFor(Weight weight, int codePoint) {
        List<FontFace> candidates = faces.getOrDefault(weight, List.of());
        for (FontFace fontFace : candidates) {
            if (fontFace.covers(codePoint)) {
                return fontFace;
            }
        }
        return candidates.get(0);
    }

    /** The faces that draw a whole text, a preferred one first. */
    List<FontFace> facesFor(Weight weight, FontFace preferred, String text) {
        List<FontFace> order = new ArrayList<>(List.of(preferred));
        for (FontFace fontFace : faces.getOrDefault(weight, List.of())) {
            if (!fontFace.equals(preferred) && text.codePoints().allMatch(fontFace::covers)) {
                order.add(fontFace);
            }
        }
        return order;
    }

    /** Whether some face of the weight draws this code point. */
    boolean covers(Weight weight, int codePoint) {
        return faceFor(weight, codePoint).covers(codePoint);
    }
}
