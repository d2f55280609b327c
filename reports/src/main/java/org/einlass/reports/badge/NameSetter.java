package org.einlass.reports.badge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.einlass.reports.typography.LaidOutLine;
import org.einlass.reports.typography.Typesetter;

/**
 * Sets a name as large as its box allows: every way to break it between words or at its own hyphens is
 * measured, and the largest wins, less a loss for breaks that read badly. A word is never divided. A title stands on
 * lines of its own above the name, half as large.
 */
final class NameSetter {

    /** No name has more parts; a longer text is a mistake in a list and goes to the desk. */
    private static final int MOST_PARTS = 24;

    /** Nobody would write a name of two parts on one line where two lines are as large. */
    private static final double GIVEN_AND_FAMILY_ON_ONE_LINE = 0.15;

    private static final double UNIT = 100;
    private static final double SHRINK = 0.98;

    /** Of the name's size. */
    private static final double TITLE = 0.5;

    /** Points; a title is not set smaller than this, however small its name. */
    private static final double SMALLEST_TITLE = 7;

    private final Typesetter typesetter;

    NameSetter(Typesetter typesetter) {
        this.typesetter = typesetter;
    }

    /**
     * The name within a width and height (points): on the usual number of lines if it is then as large as
     * wanted, else on as many as the field allows. Empty where it would be smaller than the field's smallest
     * size.
     */
    Optional<LaidOutField> set(Field field, BadgeName name, double width, double height) {
        List<NamePart> title = name.titleParts();
        List<NamePart> own = name.parts();
        boolean titleOnly = own.isEmpty();
        List<NamePart> parts = titleOnly ? title : own;
        if (parts.isEmpty() || title.size() + own.size() > MOST_PARTS || height <= 0) {
            return Optional.empty();
        }
        Measured measured = new Measured(titleOnly ? List.of() : title, parts, field);
        Optional<LaidOutField> usual = measured.best(field.lines(), width, height);
        if (usual.filter(set -> set.size() >= field.wanted()).isPresent()) {
            return usual;
        }
        return measured.best(field.mostLines(), width, height).filter(set -> set.size() >= field.smallest());
    }

    private final class Measured {
        private final List<NamePart> title;
        private final List<NamePart> parts;
        private final Field field;
        private final double[] widths;
        private final double blank;

        Measured(List<NamePart> title, List<NamePart> parts, Field field) {
            this.title = title;
            this.parts = parts;
            this.field = field;
            this.blank = typesetter.width(" ", field.weight(), UNIT);
            this.widths = parts.stream()
                    .mapToDouble(part -> typesetter.width(part.text(), field.weight(), UNIT))
                    .toArray();
        }

        Optional<LaidOutField> best(int mostLines, double width, double height) {
            Breaks best = new Breaks(List.of(), 0, 0);
            for (Breaks candidate : candidates(Math.min(mostLines, parts.size()))) {
                double size = size(candidate.ends, width, height);
                double score = size * (1 - loss(candidate.ends));
                if (score > best.score) {
                    best = new Breaks(candidate.ends, size, score);
                }
            }
            return fitted(best, width, height);
        }

        /** Every way to end up to so many lines; the last end is always the name's. */
        private List<Breaks> candidates(int mostLines) {
            List<Breaks> all = new ArrayList<>();
            extend(List.of(), mostLines, all);
            return all;
        }

        private void extend(List<Integer> ends, int linesLeft, List<Breaks> all) {
            List<Integer> whole = new ArrayList<>(ends);
            whole.add(parts.size());
            all.add(new Breaks(List.copyOf(whole), 0, 0));
            if (linesLeft == 1) {
                return;
            }
            int from = ends.isEmpty() ? 1 : ends.get(ends.size() - 1) + 1;
            for (int end = from; end < parts.size(); end++) {
                List<Integer> longer = new ArrayList<>(ends);
                longer.add(end);
                extend(longer, linesLeft - 1, all);
            }
        }

        private double size(List<Integer> ends, double width, double height) {
            double widest = 0;
            int start = 0;
            for (int end : ends) {
                widest = Math.max(widest, lineWidth(start, end));
                start = end;
            }
            double byWidth = Math.min(field.largest(), width * UNIT / widest);
            double titled = titleLines(width, byWidth).size() * TITLE;
            double byHeight = height / (LaidOutField.CAP_HEIGHT + 0.2 + titled + 1.04 * (ends.size() - 1));
            return Math.min(byWidth, byHeight);
        }

        /** The title above a name of so many points: as few lines as its words allow. */
        private List<LaidOutLine> titleLines(double width, double size) {
            double small = Math.max(size * TITLE, SMALLEST_TITLE);
            List<LaidOutLine> lines = new ArrayList<>();
            int start = 0;
            for (int end = 1; end <= title.size(); end++) {
                boolean last = end == title.size();
                if (last || typesetter.width(text(title, start, end + 1), field.weight(), small) > width) {
                    LaidOutLine.Joint joint =
                            title.get(end - 1).blankAfter() ? LaidOutLine.Joint.BLANK : LaidOutLine.Joint.NOTHING;
                    lines.add(typesetter.line(text(title, start, end), joint, field.weight(), small));
                    start = end;
                }
            }
            return lines;
        }

        private double lineWidth(int start, int end) {
            double width = 0;
            for (int i = start; i < end; i++) {
                width += widths[i] + (parts.get(i).blankAfter() && i < end - 1 ? blank : 0);
            }
            return width;
        }

        private double loss(List<Integer> ends) {
            double loss = 0;
            boolean familyStartsLine = false;
            for (int end : ends.subList(0, ends.size() - 1)) {
                NamePart last = parts.get(end - 1);
                loss += last.loss();
                familyStartsLine |= last.endsGivenName();
            }
            boolean hasBoth = parts.subList(0, parts.size() - 1).stream().anyMatch(NamePart::endsGivenName);
            return hasBoth && !familyStartsLine ? loss + GIVEN_AND_FAMILY_ON_ONE_LINE : loss;
        }

        /**
         * Accents and kerning are only known once the lines are shaped; a little smaller then, if need be.
         */
        private Optional<LaidOutField> fitted(Breaks breaks, double width, double height) {
            for (double size = breaks.size; size >= field.smallest(); size *= SHRINK) {
                LaidOutField set = new LaidOutField(field, size, lines(breaks.ends, size, width));
                if (set.height() <= height && set.fits(width)) {
                    return Optional.of(set);
                }
            }
            return Optional.empty();
        }

        private List<LaidOutLine> lines(List<Integer> ends, double size, double width) {
            List<LaidOutLine> lines = titleLines(width, size);
            int start = 0;
            for (int end : ends) {
                lines.add(typesetter.line(text(parts, start, end), joint(end), field.weight(), size));
                start = end;
            }
            return lines;
        }

        private LaidOutLine.Joint joint(int end) {
            if (end == parts.size()) {
                return LaidOutLine.Joint.END;
            }
            return parts.get(end - 1).blankAfter() ? LaidOutLine.Joint.BLANK : LaidOutLine.Joint.NOTHING;
        }

        private static String text(List<NamePart> parts, int start, int end) {
            StringBuilder text = new StringBuilder();
            for (int i = start; i < end; i++) {
                text.append(parts.get(i).text());
                text.append(parts.get(i).blankAfter() && i < end - 1 ? " " : "");
            }
            return text.toString();
        }
    }

    private record Breaks(List<Integer> ends, double size, double score) {}
}
