package org.einlass.kiosk.camera;

/**
 * Moves a grid until it fits best, one number at a time with ever smaller steps (coordinate descent, as quirc
 * does).
 */
final class GridRefinement {

    private static final double[] STEPS = {0.6, 0.3, 0.15, 0.07};

    /**
     * In modules; towards both ends of a cylinder the modules grow narrower, so the cubic terms are negative.
     */
    private static final double STRONGEST_CURL = -4;

    private static final double CURL_STEP = 0.5;

    private final GridFitness fitness;

    GridRefinement(GridFitness fitness) {
        this.fitness = fitness;
    }

    /** As a plane in perspective. */
    double straight(Grid grid, Deadline deadline) {
        return refine(grid, 0, Grid.PERSPECTIVE, deadline);
    }

    /** Bent as well: cures tickets that curl and badges on a chest. */
    double bent(Grid grid, Deadline deadline) {
        curl(grid);
        double reached = refine(grid, Grid.PERSPECTIVE, Grid.PARAMETERS, deadline);
        return Math.max(reached, refine(grid, 0, Grid.PARAMETERS, deadline));
    }

    /**
     * The strongest bending by trial, since step by step the timing patterns lead astray: they look alike
     * every two.
     */
    private void curl(Grid grid) {
        double best = -1;
        double bestAcross = 0;
        double bestDown = 0;
        for (double across = 0; across >= STRONGEST_CURL; across -= CURL_STEP) {
            for (double down = 0; down >= STRONGEST_CURL; down -= CURL_STEP) {
                double fit = curled(grid, across, down);
                if (fit > best) {
                    best = fit;
                    bestAcross = across;
                    bestDown = down;
                }
            }
        }
        curled(grid, bestAcross, bestDown);
    }

    private double curled(Grid grid, double across, double down) {
        grid.parameters[Grid.CUBIC_ACROSS] = across;
        grid.parameters[Grid.CUBIC_DOWN] = down;
        grid.update();
        return fitness.of(grid);
    }

    private double refine(Grid grid, int from, int to, Deadline deadline) {
        double best = fitness.of(grid);
        double module = grid.moduleSize();
        for (double step : STEPS) {
            double before;
            int rounds = 0;
            do {
                before = best;
                for (int i = from; i < to; i++) {
                    double size = i < Grid.PERSPECTIVE ? step * module : step;
                    best = nudge(grid, i, size, best);
                }
            } while (best - before > 0.004 && ++rounds < 3 && !deadline.expired());
        }
        return best;
    }

    private double nudge(Grid grid, int parameter, double step, double best) {
        double original = grid.parameters[parameter];
        double reached = best;
        double kept = original;
        for (int side = -1; side <= 1; side += 2) {
            grid.parameters[parameter] = original + side * step;
            grid.update();
            double fit = fitness.of(grid);
            if (fit > reached) {
                reached = fit;
                kept = original + side * step;
            }
        }
        grid.parameters[parameter] = kept;
        grid.update();
        return reached;
    }
}
