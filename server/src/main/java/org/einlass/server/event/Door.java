package org.einlass.server.event;

import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.DoorSettings;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.ScopeId;
import org.jspecify.annotations.Nullable;

/**
 * Where codes are scanned, as the event planned it.
 *
 * @param area where it leads; absent at a hand-out point
 */
public record Door(
        DoorId id, @Nullable AreaId area, Direction direction, ScopeId scope, DoorRule rule, boolean prints) {

    /** Whether it hands out badges, and nobody arrives by it. */
    boolean isBadgeOnly() {
        return area == null && prints && direction == Direction.ENTRY;
    }

    /** What the door decides by. */
    public DoorSettings settings() {
        return new DoorSettings(direction, rule, prints, isBadgeOnly());
    }
}
