package org.einlass.kiosk.camera;

import java.util.ArrayList;
import java.util.List;

/**
 * The first guess of a grid from three finder patterns: their places and how their sizes grow towards the
 * viewer.
 *
 * <p>Along a line in perspective, t modules from a pattern lie at a*t/(1+c*t), so sizes at both ends give c,
 * and the distance is the number of modules times the geometric mean of the sizes. Three places and two such
 * c are the eight numbers of a homography.
 */
final class GridGuess {

    private final FinderTriple triple;
    private final double growthRight;
    private final double growthDown;
    private final double modules;

    GridGuess(FinderTriple triple, BitPlane seenIn) {
        this.triple = triple;
        FinderPattern corner = triple.corner();
        FinderPattern right = triple.right();
        FinderPattern down = triple.down();
        double rx = right.x - corner.x;
        double ry = right.y - corner.y;
        double dx = down.x - corner.x;
        double dy = down.y - corner.y;
        double cornerAlongRight = Span.along(seenIn, corner, rx, ry);
        double rightSize = Span.along(seenIn, right, rx, ry);
        double cornerAlongDown = Span.along(seenIn, corner, dx, dy);
        double downSize = Span.along(seenIn, down, dx, dy);
        growthRight = Math.sqrt(cornerAlongRight / rightSize) - 1;
        growthDown = Math.sqrt(cornerAlongDown / downSize) - 1;
        double across = Math.hypot(rx, ry) / Math.sqrt(cornerAlongRight * rightSize);
        double along = Math.hypot(dx, dy) / Math.sqrt(cornerAlongDown * downSize);
        modules = (across + along) / 2;
    }

    /**
     * Versions that fit the measured number of modules, the nearest first, with one to spare on either side.
     */
    List<Integer> versions() {
        int nearest = (int) Math.round((modules - 10) / 4);
        List<Integer> versions = new ArrayList<>();
        for (int version : new int[] {nearest, nearest - 1, nearest + 1, nearest - 2}) {
            if (version >= 1 && version <= 40) {
                versions.add(version);
            }
        }
        return versions;
    }

    /** A grid of a version through the three patterns, its fourth point where perspective puts it. */
    Grid grid(int version) {
        FunctionPatterns patterns = FunctionPatterns.ofVersion(version);
        double t = (patterns.fourthPoint() - 3.5) / (patterns.dimension - 7);
        FinderPattern corner = triple.corner();
        FinderPattern right = triple.right();
        FinderPattern down = triple.down();
        double w = Math.max(0.4, 1 + t * (growthRight + growthDown));
        double fourthX = fourth(corner.x, right.x, down.x, t, w);
        double fourthY = fourth(corner.y, right.y, down.y, t, w);
        return new Grid(
                patterns, new double[] {corner.x, corner.y, right.x, right.y, fourthX, fourthY, down.x, down.y});
    }

    private double fourth(double corner, double right, double down, double t, double w) {
        double alongRight = right * (1 + growthRight) - corner;
        double alongDown = down * (1 + growthDown) - corner;
        return (corner + t * (alongRight + alongDown)) / w;
    }
}
