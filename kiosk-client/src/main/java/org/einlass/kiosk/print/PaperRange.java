package org.einlass.kiosk.print;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Papers that a queue can be told to print on: one size, or all between two, as for labels from a roll.
 *
 * @param least in millimetres
 * @param most in millimetres, in neither direction less than {@code least}
 */
public record PaperRange(PaperSize least, PaperSize most) {
    /** One paper. */
    public static PaperRange of(PaperSize paper) {
        return new PaperRange(paper, paper);
    }

    /** Whether a page of that size fills one of these papers, upright or across. */
    public boolean holds(PaperSize page) {
        return lying(page).isPresent();
    }

    /** A page of that size as it lies on one of these papers: upright or turned; empty where it fills none. */
    public Optional<PaperSize> lying(PaperSize page) {
        return Stream.of(page, page.turned()).filter(this::holdsUpright).findFirst();
    }

    private boolean holdsUpright(PaperSize page) {
        return page.width() >= least.width() - PaperSize.TOLERANCE_MM
                && page.width() <= most.width() + PaperSize.TOLERANCE_MM
                && page.height() >= least.height() - PaperSize.TOLERANCE_MM
                && page.height() <= most.height() + PaperSize.TOLERANCE_MM;
    }
}
