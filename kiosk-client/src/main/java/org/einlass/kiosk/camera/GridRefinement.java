package org.einlass.kiosk.camera;

/** Moves a grid until it fits best, one number at a time with ever smaller steps (coordinate descent, as quirc does). */
final class GridRefinement {

    private static final double[] STEPS = {0.6, 0.3, 0.15, 0.07};

    private final GridFitness fitness;

    GridRefinement(GridFitness fitness) {
        this.fitness = fitness;
    }

    /** As a plane in perspective. */
    double straight(Grid grid) {
        return refine(grid, 0, Grid.PERSPECTIVE);
    }

    /** Bent as well: cures tickets that curl and badges on a chest. */
    double bent(Grid grid) {
        double reached = refine(grid, Grid.PERSPECTIVE, Grid.PARAMETERS);
        return Math.max(reached, refine(grid, 0, Grid.PARAMETERS));
    }

    private double refine(Grid grid, int from, int to) {
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
            } while (best - before > 0.004 && ++rounds < 3);
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
