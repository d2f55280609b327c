package org.einlass.kiosk.desk.state;

import java.time.Instant;
import java.util.List;
import org.einlass.contract.desk.Clarification;
import org.jspecify.annotations.Nullable;

/**
 * What there is to clarify, as the server last said it, without what was settled at this desk since.
 *
 * @param items the newest first
 * @param total how many there are, of which {@code items} are the newest
 * @param selected which of them is shown in full, from 0
 * @param shown whether the list covers the search
 * @param heardAt when the server said so; null where it never did
 */
public record ClarificationList(
        List<Clarification> items,
        int total,
        int selected,
        boolean shown,
        @Nullable Instant heardAt) {

    /** Before the server has said anything, and on a locked desk. */
    public static final ClarificationList NONE = new ClarificationList(List.of(), 0, 0, false, null);

    public ClarificationList {
        items = List.copyOf(items);
    }

    /** The case that is shown in full; null where there is none. */
    public @Nullable Clarification current() {
        return selected < items.size() ? items.get(selected) : null;
    }
}
