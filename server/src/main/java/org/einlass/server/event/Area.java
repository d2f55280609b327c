package org.einlass.server.event;

import org.einlass.contract.admission.HeadCount;
import org.einlass.contract.id.AreaId;
import org.jspecify.annotations.Nullable;

/** A place, perhaps within another one, perhaps with a permitted number of people. */
public record Area(
        AreaId id, @Nullable AreaId parent, @Nullable Integer permitted, HeadCount headCount) {

    /** Whether a full area refuses the next one. */
    boolean refusesWhenFull() {
        return permitted != null && headCount == HeadCount.HARD;
    }
}
