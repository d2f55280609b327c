package org.einlass.kiosk.camera;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Guesses the third finder pattern where only two can be seen: cures torn corners, stains and glare on a
 * corner.
 *
 * <p>Two patterns may be neighbours or opposites, each either way round: six squares. Which of them is a
 * symbol is left to the fit of its other patterns.
 */
final class PairSearch {

    private static final int MOST_PATTERNS = 8;
    private static final double LEAST_MODULES = 10;
    private static final double MOST_MODULES = 70;

    List<FinderTriple> search(List<FinderPattern> patterns) {
        List<FinderPattern> clearest = patterns.stream()
                .filter(pattern -> pattern.hits > 2)
                .sorted(Comparator.comparingDouble(
                        (FinderPattern pattern) -> -Math.sqrt(pattern.hits) * Math.min(5, pattern.clarity)))
                .limit(MOST_PATTERNS)
                .toList();
        List<FinderTriple> triples = new ArrayList<>();
        for (FinderPattern p : clearest) {
            for (FinderPattern q : clearest) {
                if (p != q && areAlike(p, q)) {
                    addSquares(p, q, triples);
                }
            }
        }
        return triples;
    }

    private static boolean areAlike(FinderPattern p, FinderPattern q) {
        double ratio = p.size() / q.size();
        double modules = p.centre().distance(q.centre()) / Math.sqrt(p.size() * q.size());
        return p.inverted == q.inverted
                && ratio > 0.6
                && ratio < 1.7
                && modules > LEAST_MODULES
                && modules < MOST_MODULES;
    }

    private static void addSquares(FinderPattern p, FinderPattern q, List<FinderTriple> triples) {
        double dx = q.x - p.x;
        double dy = q.y - p.y;
        triples.add(new FinderTriple(p, q, supposed(p, q, -dy, dx), 1));
        triples.add(new FinderTriple(p, supposed(p, q, dy, -dx), q, 1));
        triples.add(new FinderTriple(supposed(p, q, (dx - dy) / 2, (dx + dy) / 2), p, q, 1));
    }

    private static FinderPattern supposed(FinderPattern p, FinderPattern q, double dx, double dy) {
        double size = Math.sqrt(p.size() * q.size());
        return new FinderPattern(p.x + dx, p.y + dy, size, size, 1, p.inverted);
    }
}
