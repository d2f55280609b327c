package org.einlass.reports.badge;

import java.util.Optional;
import org.einlass.reports.typography.LineBreaker;
import org.einlass.reports.typography.LineBreaker.Division;
import org.einlass.reports.typography.Typesetter;

/** Sets texts that are not names: first in whole words, then smaller, then divided, then on more lines. */
final class FieldSetter {

    private static final double STEP = 0.5;

    /** So much smaller is better than a divided word. */
    private static final double RATHER_SMALLER = 0.88;

    private final LineBreaker breaker;

    FieldSetter(Typesetter typesetter) {
        this.breaker = new LineBreaker(typesetter);
    }

    /**
     * The text in the field's width (points), as large as it goes; empty where even the smallest type is too
     * wide.
     */
    Optional<LaidOutField> set(Field field, String text, double width, Tightness tightness) {
        double largest = tightness == Tightness.EASY ? field.largest() : field.smallest();
        double rather = Math.max(field.smallest(), largest * RATHER_SMALLER);
        return down(field, text, width, largest, rather, field.lines(), Division.WHOLE_WORDS)
                .or(() -> down(field, text, width, largest, rather, field.lines(), Division.GERMAN_HYPHENATION))
                .or(() -> down(
                        field, text, width, rather, field.smallest(), field.mostLines(), Division.GERMAN_HYPHENATION));
    }

    private Optional<LaidOutField> down(
            Field field, String text, double width, double from, double to, int lines, Division division) {
        for (double size = from; size >= to; size -= STEP) {
            double type = size;
            Optional<LaidOutField> set = breaker.breakInto(text, field.weight(), size, width, lines, division)
                    .map(broken -> new LaidOutField(field, type, broken))
                    .filter(broken -> broken.fits(width));
            if (set.isPresent()) {
                return set;
            }
        }
        return Optional.empty();
    }

    /** How a block's lesser fields are set. */
    enum Tightness {
        /** As large as wanted. */
        EASY,
        /** As small as allowed, to leave room for the name. */
        TIGHT
    }
}
