package org.einlass.reports.badge;

/**
 * A stretch of a name that is never broken.
 *
 * @param blankAfter whether a blank follows on the same line
 * @param loss the share of its size a name may lose before a line ends here rather than elsewhere, 0 to 1
 */
record NamePart(String text, boolean blankAfter, double loss) {

    /** Given name above, family name below: the line break everybody expects. */
    static final double NO_LOSS = 0;

    static final double BETWEEN_WORDS = 0.06;
    static final double AFTER_TITLE = 0.06;
    static final double AFTER_PARTICLE = 0.25;
    static final double INSIDE_TITLE = 0.15;
    static final double AFTER_HYPHEN = 0.10;
    static final double INSIDE_PARTICLE = 0.12;

    boolean endsGivenName() {
        return loss == NO_LOSS;
    }
}
