package org.einlass.reports.badge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einlass.reports.typography.LaidOutLine;
import org.einlass.reports.typography.LineBreaker;
import org.einlass.reports.typography.LineBreaker.Division;
import org.einlass.reports.typography.Typesetter;

/** Sets texts that are not names: first in whole words, then smaller, then divided, then on more lines. */
final class FieldSetter {

    private static final double STEP = 0.5;

    /** So much smaller is better than a divided word. */
    private static final double RATHER_SMALLER = 0.88;

    /** Organisations, functions and titles of events come again with many badges. */
    private static final int REMEMBERED = 1_000;

    private final LineBreaker breaker;
    private final Map<Wanted, Optional<LaidOutField>> laidOut = new Memory();

    private record Wanted(Field field, String text, double width, Tightness tightness) {}

    FieldSetter(Typesetter typesetter) {
        this.breaker = new LineBreaker(typesetter);
    }

    /**
     * The text in the field's width (points), as large as it goes; empty where even the smallest type is too
     * wide. From any thread.
     */
    Optional<LaidOutField> set(Field field, String text, double width, Tightness tightness) {
        Wanted wanted = new Wanted(field, text, width, tightness);
        synchronized (laidOut) {
            Optional<LaidOutField> known = laidOut.get(wanted);
            if (known != null) {
                return known;
            }
        }
        Optional<LaidOutField> set = layOut(field, text, width, tightness);
        synchronized (laidOut) {
            laidOut.put(wanted, set);
        }
        return set;
    }

    private Optional<LaidOutField> layOut(Field field, String text, double width, Tightness tightness) {
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
            Optional<LaidOutField> set = broken(field, text, width, size, lines, division)
                    .map(broken -> new LaidOutField(field, type, broken))
                    .filter(broken -> broken.fits(width));
            if (set.isPresent()) {
                return set;
            }
        }
        return Optional.empty();
    }

    /** The text in so many lines; of an agenda, each session begins on a line of its own. */
    private Optional<List<LaidOutLine>> broken(
            Field field, String text, double width, double size, int most, Division division) {
        List<LaidOutLine> all = new ArrayList<>();
        List<String> paragraphs = text.lines().toList();
        for (int i = 0; i < paragraphs.size(); i++) {
            Optional<List<LaidOutLine>> lines = breaker.breakInto(
                    paragraphs.get(i), field.weight(), size, width, Math.max(1, most - all.size()), division);
            if (lines.isEmpty() || all.size() + lines.get().size() > most) {
                return Optional.empty();
            }
            boolean last = i == paragraphs.size() - 1;
            lines.get().forEach(line -> all.add(last ? line : goingOn(line)));
        }
        return Optional.of(all);
    }

    /** Who listens hears a pause between two sessions, not one word. */
    private static LaidOutLine goingOn(LaidOutLine line) {
        return line.joint() == LaidOutLine.Joint.END ? line.followedBy(LaidOutLine.Joint.BLANK) : line;
    }

    /** What was used last stays. */
    private static final class Memory extends LinkedHashMap<Wanted, Optional<LaidOutField>> {
        private static final long serialVersionUID = 1;

        Memory() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, Optional<LaidOutField>> eldest) {
            return size() > REMEMBERED;
        }
    }

    /** How a block's lesser fields are set. */
    enum Tightness {
        /** As large as wanted. */
        EASY,
        /** As small as allowed, to leave room for the name. */
        TIGHT
    }
}
