package org.einlass.reports.typography;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Breaks clean text into lines: between words and after existing hyphens and slashes, and where asked at
 * German hyphenation points. Lines of one paragraph come out about equally long. Never cuts inside a word
 * otherwise.
 */
public final class LineBreaker {

    private static final int BALANCE_STEPS = 7;

    /** Clean text holds no soft hyphens, so one can mark a division. */
    private static final String HYPHEN_MARK = "\u00AD";

    private final Typesetter typesetter;

    public LineBreaker(Typesetter typesetter) {
        this.typesetter = typesetter;
    }

    /** Whether words may be divided. */
    public enum Division {
        WHOLE_WORDS,
        GERMAN_HYPHENATION
    }

    /**
     * The paragraph in as few lines as possible, at most {@code most}; empty where it does not fit the width
     * (points).
     */
    public Optional<List<LaidOutLine>> breakInto(
            String text, Weight weight, double size, double width, int most, Division division) {
        List<Piece> pieces = pieces(text, weight, size, division);
        List<String> tightest = fill(pieces, width, most);
        if (tightest.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(setLines(balance(pieces, width, tightest), weight, size));
    }

    /**
     * The paragraph broken wherever a line is full, also inside words: for a page that must never lose a
     * letter and has no other way out.
     */
    public List<LaidOutLine> breakAnywhere(String text, Weight weight, double size, double width) {
        List<LaidOutLine> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = farthestCharacter(text, start, weight, size, width);
            LaidOutLine.Joint joint = end == text.length() ? LaidOutLine.Joint.END : LaidOutLine.Joint.NOTHING;
            lines.add(typesetter.line(text.substring(start, end), joint, weight, size));
            start = end;
        }
        return lines;
    }

    private int farthestCharacter(String text, int start, Weight weight, double size, double width) {
        int end = text.offsetByCodePoints(start, 1);
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            if (typesetter.width(text.substring(start, next), weight, size) > width) {
                return end;
            }
            end = next;
        }
        return end;
    }

    /** Narrows the measure while the number of lines stays: no last line with a single short word. */
    private static List<String> balance(List<Piece> pieces, double width, List<String> tightest) {
        List<String> best = tightest;
        double low = width / tightest.size();
        double high = width;
        for (int step = 0; step < BALANCE_STEPS && tightest.size() > 1; step++) {
            double middle = (low + high) / 2;
            List<String> narrower = fill(pieces, middle, tightest.size());
            if (narrower.isEmpty() || divisions(narrower) > divisions(best)) {
                low = middle;
            } else {
                best = narrower;
                high = middle;
            }
        }
        return best;
    }

    private static long divisions(List<String> lines) {
        return lines.stream().filter(line -> line.endsWith(HYPHEN_MARK)).count();
    }

    /** Greedy filling; empty where a piece is too wide or there are too many lines. */
    private static List<String> fill(List<Piece> pieces, double width, int most) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < pieces.size()) {
            int end = farthestEnd(pieces, start, width);
            if (end == start || lines.size() == most) {
                return List.of();
            }
            lines.add(join(pieces, start, end));
            start = end;
        }
        return lines;
    }

    private static int farthestEnd(List<Piece> pieces, int start, double width) {
        int end = start;
        double used = 0;
        for (int i = start; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            used += piece.width;
            if (used > width) {
                break;
            }
            if (used + piece.hyphenWidth <= width) {
                end = i + 1;
            }
            used += piece.blankWidth;
        }
        return end;
    }

    private static String join(List<Piece> pieces, int start, int end) {
        StringBuilder line = new StringBuilder();
        for (int i = start; i < end; i++) {
            line.append(pieces.get(i).text);
            boolean last = i == end - 1;
            if (pieces.get(i).joint == LaidOutLine.Joint.BLANK) {
                line.append(' ');
            }
            if (last && pieces.get(i).joint == LaidOutLine.Joint.HYPHEN) {
                line.append(HYPHEN_MARK);
            }
        }
        return line.toString();
    }

    private List<LaidOutLine> setLines(List<String> lines, Weight weight, double size) {
        List<LaidOutLine> set = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            LaidOutLine.Joint joint = i == lines.size() - 1 ? LaidOutLine.Joint.END : jointOf(line);
            String text = line.replace(HYPHEN_MARK, "").stripTrailing();
            set.add(typesetter.line(text, joint, weight, size));
        }
        return set;
    }

    private static LaidOutLine.Joint jointOf(String line) {
        if (line.endsWith(HYPHEN_MARK)) {
            return LaidOutLine.Joint.HYPHEN;
        }
        return line.endsWith(" ") ? LaidOutLine.Joint.BLANK : LaidOutLine.Joint.NOTHING;
    }

    private List<Piece> pieces(String text, Weight weight, double size, Division division) {
        double blank = typesetter.width(" ", weight, size);
        double hyphen = typesetter.width("-", weight, size);
        List<Piece> pieces = new ArrayList<>();
        for (Part part : Part.of(text, division == Division.GERMAN_HYPHENATION)) {
            pieces.add(new Piece(
                    part.text(),
                    part.joint(),
                    typesetter.width(part.text(), weight, size),
                    part.joint() == LaidOutLine.Joint.BLANK ? blank : 0,
                    part.joint() == LaidOutLine.Joint.HYPHEN ? hyphen : 0));
        }
        return pieces;
    }

    private record Piece(String text, LaidOutLine.Joint joint, double width, double blankWidth, double hyphenWidth) {}
}
