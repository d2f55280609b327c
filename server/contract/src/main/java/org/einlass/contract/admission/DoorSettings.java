package org.einlass.contract.admission;

/**
 * What a door decides by.
 *
 * @param rule whom it lets in; an exit asks nothing
 * @param prints whether an admission here prints a badge
 */
public record DoorSettings(Direction direction, DoorRule rule, boolean prints) {}
