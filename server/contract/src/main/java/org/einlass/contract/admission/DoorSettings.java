package org.einlass.contract.admission;

/**
 * What a door decides by.
 *
 * @param rule whom it lets in; an exit asks nothing
 * @param prints whether an admission here prints a badge
 * @param badgeOnly whether it only hands out badges, the evening before as well: the days of a registration are those
 *     on which somebody may come in, and count at entrances only
 */
public record DoorSettings(Direction direction, DoorRule rule, boolean prints, boolean badgeOnly) {

    /** A door that people pass. */
    public DoorSettings(Direction direction, DoorRule rule, boolean prints) {
        this(direction, rule, prints, false);
    }
}
