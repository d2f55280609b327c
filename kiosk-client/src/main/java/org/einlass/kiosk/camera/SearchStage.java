package org.einlass.kiosk.camera;

import java.util.List;

/**
 * One look at the frame with our own search: a plane is made black and white, patterns are found and put
 * together.
 */
final class SearchStage {

    private static final double MARGIN_TO_NOISE = 1.2;
    private static final double MOST_MARGIN = 12;

    private final CascadeStage stage;
    private final Noise noise = new Noise();
    private final LocalThreshold threshold;
    private final BitPlane bits;
    private final FinderSearch finders = new FinderSearch();
    private final GreyPlane prepared = new GreyPlane();

    SearchStage(CascadeStage stage, LocalThreshold threshold, BitPlane bits) {
        this.stage = stage;
        this.threshold = threshold;
        this.bits = bits;
    }

    CascadeStage stage() {
        return stage;
    }

    /** Adds the patterns it finds to those known; the shared black and white plane stays for measuring. */
    void search(Pyramid pyramid, List<FinderPattern> known, Deadline deadline) {
        GreyPlane plane = pyramid.level(stage.level());
        if (stage.softened()) {
            prepared.soften(plane);
            plane = prepared;
        }
        if (stage.sharpened()) {
            prepared.sharpen(plane);
            plane = prepared;
        }
        double deviation = noise.of(plane);
        threshold.apply(plane, stage.window(), Math.min(MOST_MARGIN, MARGIN_TO_NOISE * deviation), bits);
        finders.search(bits, plane, deviation, stage.rowStep(), known, deadline);
    }
}
