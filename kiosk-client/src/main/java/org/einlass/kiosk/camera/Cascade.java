package org.einlass.kiosk.camera;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All ways of reading one frame, cheapest first, until codes are found or the time is up. */
final class Cascade {

    /**
     * For the look that follows a code found by the plain stage, which finds one only: where two tickets are in view
     * nobody may be decided on, however little time a busy machine or a small budget leaves.
     */
    private static final Duration FOR_RIVALS = Duration.ofMillis(400);

    private final PlainStage plain;
    private final @Nullable OtherSymbolStage others;
    private final Pyramid pyramid = new Pyramid();
    private final BitPlane bits = new BitPlane();
    private final List<SearchStage> searches;
    private final PairSearch pairs = new PairSearch();
    private final TripleSearch triples = new TripleSearch();
    private final SymbolReader symbols;
    private final List<FinderPattern> patterns = new ArrayList<>();

    /** @param others kinds of codes that are read besides QR */
    Cascade(Set<Symbology> others) {
        this.others = others.isEmpty() ? null : new OtherSymbolStage(others);
        SymbolDecoder decoder = new SymbolDecoder();
        LocalThreshold threshold = new LocalThreshold();
        plain = new PlainStage(decoder);
        symbols = new SymbolReader(pyramid, decoder);
        searches = Arrays.stream(CascadeStage.values())
                .filter(CascadeStage::isSearch)
                .map(stage -> new SearchStage(stage, threshold, bits))
                .toList();
    }

    List<FoundCode> read(CameraFrame cameraFrame, Deadline deadline) {
        pyramid.show(cameraFrame);
        patterns.clear();
        triples.forget();
        List<FoundCode> found = new ArrayList<>();
        plain.read(cameraFrame).ifPresent(foundText -> found.add(found(foundText, CascadeStage.PLAIN, deadline)));
        if (found.isEmpty() && others != null) {
            others.read(cameraFrame)
                    .ifPresent(foundText -> found.add(found(foundText, CascadeStage.OTHER_SYMBOLS, deadline)));
        }
        for (SearchStage search : searches) {
            boolean done = !found.isEmpty();
            Deadline end = done ? deadline.leaving(FOR_RIVALS) : deadline;
            if (end.expired()) {
                break;
            }
            read(candidates(search, end), search.stage(), found, end);
            if (done || !found.isEmpty()) {
                break;
            }
        }
        return found;
    }

    private List<FinderTriple> candidates(SearchStage search, Deadline deadline) {
        if (search.stage() == CascadeStage.LOST_CORNER) {
            return pairs.search(patterns);
        }
        search.search(pyramid, patterns, deadline);
        return triples.search(patterns);
    }

    private void read(List<FinderTriple> candidates, CascadeStage stage, List<FoundCode> found, Deadline deadline) {
        Deadline end = deadline;
        for (SymbolReader.Guess guess : symbols.guesses(candidates, bits, deadline)) {
            if (end.expired()) {
                return;
            }
            if (!isTaken(guess.triple(), found)) {
                symbols.read(guess, end).ifPresent(foundText -> found.add(found(foundText, stage, deadline)));
            }
            if (end == deadline && !found.isEmpty()) {
                end = deadline.leaving(FOR_RIVALS);
            }
        }
    }

    /** A pattern belongs to one code only. */
    private static boolean isTaken(FinderTriple triple, List<FoundCode> found) {
        return found.stream()
                .map(FoundCode::corners)
                .anyMatch(quad -> quad.contains(triple.corner().centre())
                        || quad.contains(triple.right().centre())
                        || quad.contains(triple.down().centre()));
    }

    private static FoundCode found(FoundText foundText, CascadeStage stage, Deadline deadline) {
        return new FoundCode(foundText.text(), foundText.corners(), stage, deadline.elapsed());
    }
}
