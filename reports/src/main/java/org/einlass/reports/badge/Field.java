package org.einlass.reports.badge;

import org.einlass.reports.typography.Weight;

/**
 * How one kind of text is set.
 *
 * @param largest type size in points where there is room
 * @param wanted a smaller size is a finding of the pre-flight
 * @param smallest below it the text is not set
 * @param lines as many as it takes usually
 * @param mostLines as many as it takes when space is short
 * @param gap millimetres above the field, where another stands there
 * @param givesWay 0: stays; 1 is left out first when space is short, then 2 and so on
 */
public record Field(
        FieldKind kind,
        Weight weight,
        double largest,
        double wanted,
        double smallest,
        int lines,
        int mostLines,
        Alignment alignment,
        Anchor anchor,
        double gap,
        int givesWay) {

    /** Where lines start. */
    public enum Alignment {
        LEFT(0),
        CENTRE(0.5),
        RIGHT(1);

        private final double share;

        Alignment(double share) {
            this.share = share;
        }

        /** How much of the free width lies left of a line. */
        double share() {
            return share;
        }
    }

    /** From which end of its block a field is stacked. */
    public enum Anchor {
        TOP,
        BOTTOM
    }
}
