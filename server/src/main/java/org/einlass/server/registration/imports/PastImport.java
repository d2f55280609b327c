package org.einlass.server.registration.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import that wrote something, or is just doing so.
 *
 * @param undoneAt when all of it was taken back; absent before
 * @param added people whom it added
 * @param changed people whom it changed
 * @param rows how many people its list names or cancels; 0 for imports before this was counted
 * @param done how many of those have come in
 * @param kept people who stayed although it was taken back, because they were at a door or were changed since
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PastImport(
        String id,
        Instant importedAt,
        @Nullable Instant undoneAt,
        int added,
        int changed,
        State state,
        int rows,
        int done,
        int kept) {

    /** How far an import is. */
    public enum State {
        /** Its rows come in, slice by slice. */
        RUNNING,
        /** All of it has come in. */
        DONE,
        /** An organiser takes it back, or has. */
        WITHDRAWN,
        /** It did not come to its end: the server takes back what had come in, or has. */
        CUT_OFF
    }
}
