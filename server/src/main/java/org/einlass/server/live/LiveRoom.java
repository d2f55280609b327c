package org.einlass.server.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.einlass.contract.Wording;
import org.einlass.contract.id.AreaId;
import org.jspecify.annotations.Nullable;

/**
 * How full a room is.
 *
 * @param people counted so far, 0 or more
 * @param permitted how many may be inside; absent where nobody said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LiveRoom(
        AreaId area, Wording title, long people, @Nullable Integer permitted) {
    private static final int AMBER_PERCENT = 80;
    private static final int RED_PERCENT = 95;

    /** How many hundredths of the permitted head count are inside, rounded down; 0 without a limit. */
    public long percent() {
        return permitted == null ? 0 : people * 100 / permitted;
    }

    /** Calm below {@value #AMBER_PERCENT} %, red from {@value #RED_PERCENT} %. */
    public LiveLevel level() {
        long percent = percent();
        if (percent >= RED_PERCENT) {
            return LiveLevel.RED;
        }
        return percent >= AMBER_PERCENT ? LiveLevel.AMBER : LiveLevel.CALM;
    }
}
