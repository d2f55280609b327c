package org.einlass.reports.type;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The faces at hand: Source Sans 3 for Latin, Greek, Cyrillic and Vietnamese, DejaVu Sans for what it lacks (Arabic, Georgian,
 * symbols).
 */
public final class TypeCase {

    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/";
    private static final TypeCase STANDARD = new TypeCase();

    private final Map<Weight, List<Face>> faces = new EnumMap<>(Weight.class);

    private TypeCase() {
        Face plain = Face.load(DEJAVU + "DejaVuSans.ttf");
        Face bold = Face.load(DEJAVU + "DejaVuSans-Bold.ttf");
        faces.put(Weight.REGULAR, List.of(Face.load("SourceSans3-Regular.ttf"), plain));
        faces.put(Weight.SEMIBOLD, List.of(Face.load("SourceSans3-Semibold.ttf"), bold));
        faces.put(Weight.BOLD, List.of(Face.load("SourceSans3-Bold.ttf"), bold));
    }

    /** The type case of this program; the first call reads the font files (about 0.2 s). */
    public static TypeCase standard() {
        return STANDARD;
    }

    /** All faces, each once, in order of preference. */
    public List<Face> faces() {
        return faces.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** The face that draws a code point in a weight: the first that covers it, else the first of all. */
    Face faceFor(Weight weight, int codePoint) {
        List<Face> candidates = faces.getOrDefault(weight, List.of());
        for (Face face : candidates) {
            if (face.covers(codePoint)) {
                return face;
            }
        }
        return candidates.get(0);
    }

    /** The faces that draw a whole text, a preferred one first. */
    List<Face> facesFor(Weight weight, Face preferred, String text) {
        List<Face> order = new ArrayList<>(List.of(preferred));
        for (Face face : faces.getOrDefault(weight, List.of())) {
            if (!face.equals(preferred) && text.codePoints().allMatch(face::covers)) {
                order.add(face);
            }
        }
        return order;
    }

    /** Whether some face of the weight draws this code point. */
    boolean covers(Weight weight, int codePoint) {
        return faceFor(weight, codePoint).covers(codePoint);
    }
}
