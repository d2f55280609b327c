package org.einlass.kiosk.camera;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts finder patterns together by threes, the likeliest first, and each three only once a frame. */
final class TripleSearch {

    private static final int MOST_PATTERNS = 26;
    private static final int MOST_TRIPLES = 40;
    private static final double MOST_MODULES = 175;
    private static final double LEAST_MODULES = 9;

    private final Set<Long> tried = new HashSet<>();

    void forget() {
        tried.clear();
    }

    List<FinderTriple> search(List<FinderPattern> patterns) {
        List<FinderPattern> best = patterns.size() <= MOST_PATTERNS ? patterns : mostSeen(patterns);
        List<FinderTriple> triples = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            for (int j = i + 1; j < best.size(); j++) {
                for (int k = j + 1; k < best.size(); k++) {
                    consider(best.get(i), best.get(j), best.get(k), triples);
                }
            }
        }
        triples.sort(Comparator.comparingDouble(FinderTriple::strain));
        List<FinderTriple> fresh = new ArrayList<>();
        for (FinderTriple triple : triples) {
            if (fresh.size() < MOST_TRIPLES && tried.add(key(triple))) {
                fresh.add(triple);
            }
        }
        return fresh;
    }

    private static List<FinderPattern> mostSeen(List<FinderPattern> patterns) {
        return patterns.stream()
                .sorted(Comparator.comparingDouble(
                        (FinderPattern pattern) -> -Math.sqrt(pattern.hits) * Math.min(5, pattern.clarity)))
                .limit(MOST_PATTERNS)
                .toList();
    }

    private static long key(FinderTriple triple) {
        long a = System.identityHashCode(triple.corner());
        long b = System.identityHashCode(triple.right());
        long c = System.identityHashCode(triple.down());
        return (a * 0x9E3779B97F4A7C15L) ^ (b * 0xC2B2AE3D27D4EB4FL) ^ (c * 0x165667B19E3779F9L);
    }

    private static void consider(FinderPattern a, FinderPattern b, FinderPattern c, List<FinderTriple> triples) {
        if (a.inverted != b.inverted || a.inverted != c.inverted) {
            return;
        }
        double largest = Math.max(a.size(), Math.max(b.size(), c.size()));
        double smallest = Math.min(a.size(), Math.min(b.size(), c.size()));
        if (largest > 3 * smallest) {
            return;
        }
        double ratio = largest / smallest - 1;
        add(a, b, c, ratio, triples);
        add(b, a, c, ratio, triples);
        add(c, a, b, ratio, triples);
    }

    private static void add(
            FinderPattern corner, FinderPattern one, FinderPattern other, double ratio, List<FinderTriple> triples) {
        double ax = one.x - corner.x;
        double ay = one.y - corner.y;
        double bx = other.x - corner.x;
        double by = other.y - corner.y;
        double modulesA = modules(corner, one, ax, ay);
        double modulesB = modules(corner, other, bx, by);
        double fewer = Math.min(modulesA, modulesB);
        double more = Math.max(modulesA, modulesB);
        if (fewer < LEAST_MODULES || more > MOST_MODULES || more > 2.2 * fewer) {
            return;
        }
        double lengths = Math.hypot(ax, ay) * Math.hypot(bx, by);
        double cos = Math.abs((ax * bx + ay * by) / lengths);
        if (cos > 0.95) {
            return;
        }
        double strain = ratio + 1.5 * (more / fewer - 1) + cos * cos + 0.005 * more;
        boolean clockwise = ax * by - ay * bx > 0;
        triples.add(new FinderTriple(corner, clockwise ? one : other, clockwise ? other : one, strain));
    }

    /**
     * In perspective the number of modules between two patterns is distance by the geometric mean of their
     * sizes.
     */
    private static double modules(FinderPattern from, FinderPattern to, double dx, double dy) {
        return Math.hypot(dx, dy) / Math.sqrt(from.sizeAlong(dx, dy) * to.sizeAlong(dx, dy));
    }
}
