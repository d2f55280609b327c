package org.einlass.kiosk.camera;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * From three finder patterns to a text: guesses the grid, fits it to the picture, samples, decides, decodes.
 */
final class SymbolReader {

    private static final double HOPELESS = 0.2;
    private static final double WORTH_DECODING = 0.35;
    private static final double WORTH_BENDING = 0.45;
    private static final int MOST_GUESSES = 10;

    private final Pyramid pyramid;
    private final SymbolDecoder decoder;
    private final GridFitness fitness = new GridFitness();
    private final GridRefinement refinement = new GridRefinement(fitness);
    private final AlignmentSearch alignments = new AlignmentSearch();

    SymbolReader(Pyramid pyramid, SymbolDecoder decoder) {
        this.pyramid = pyramid;
        this.decoder = decoder;
    }

    /** A grid and how well it fits before it is moved. */
    record Guess(FinderTriple triple, Grid grid, double fit) {}

    /** The guesses that are worth a closer look, the best first. */
    List<Guess> guesses(List<FinderTriple> triples, BitPlane seenIn, Deadline deadline) {
        List<Guess> guesses = new ArrayList<>();
        for (FinderTriple triple : triples) {
            if (deadline.expired()) {
                break;
            }
            GridGuess guess = new GridGuess(triple, seenIn);
            for (int version : guess.versions()) {
                Grid grid = guess.grid(version);
                fitness.look(pyramid.forModules(grid.moduleSize()), triple.corner().inverted);
                double fit = fitness.of(grid);
                if (fit > HOPELESS) {
                    guesses.add(new Guess(triple, grid, fit));
                }
            }
        }
        guesses.sort(Comparator.comparingDouble(Guess::fit).reversed());
        return guesses.size() > MOST_GUESSES ? guesses.subList(0, MOST_GUESSES) : guesses;
    }

    /** Fits the grid to the picture and reads it. */
    Optional<FoundText> read(Guess guess, Deadline deadline) {
        boolean inverted = guess.triple().corner().inverted;
        Grid grid = guess.grid();
        GreyPlane plane = pyramid.forModules(grid.moduleSize());
        double reach = 2.5 + grid.patterns.dimension / 25.0;
        alignments.hang(grid, plane, inverted, reach);
        fitness.look(plane, inverted);
        Grid asSeen = grid.copy();
        double fit = refinement.straight(grid, deadline);
        if (fit < WORTH_DECODING) {
            return Optional.empty();
        }
        Optional<FoundText> straight = decode(grid, plane, inverted);
        if (straight.isPresent() || fit < WORTH_BENDING || deadline.expired()) {
            return straight;
        }
        refinement.bent(asSeen, deadline);
        return decode(asSeen, plane, inverted);
    }

    private Optional<FoundText> decode(Grid grid, GreyPlane plane, boolean inverted) {
        ModuleSamples raw = ModuleSamples.of(grid, plane, inverted);
        Optional<String> text = decoder.decode(ModuleThreshold.apply(raw));
        if (text.isEmpty()) {
            ModuleEqualiser equaliser = new ModuleEqualiser(grid, plane, inverted, raw);
            text = decoder.decode(ModuleThreshold.apply(equaliser.equalised()));
        }
        return text.map(found -> new FoundText(found, grid.corners()));
    }
}
