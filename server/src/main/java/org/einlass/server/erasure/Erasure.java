package org.einlass.server.erasure;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that was erased.
 *
 * @param registration whose registration it was; absent for all people of an event
 * @param by who did it, as the audit trail names them
 * @param rows how many rows of each table were deleted or emptied
 * @param cleanedAt since when no deleted byte is left in the files of the database; absent before that
 */
public record Erasure(
        String id,
        @Nullable String registration,
        ErasureReason reason,
        Instant erasedAt,
        String by,
        Map<String, Integer> rows,
        @Nullable Instant cleanedAt) {

    public Erasure {
        rows = Collections.unmodifiableMap(new TreeMap<>(rows));
    }
}
