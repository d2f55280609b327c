package org.einlass.server.registration.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.einlass.server.registration.RegistrationFields;
import org.jspecify.annotations.Nullable;

/**
 * What was done online to a registration.
 *
 * @param by name of the account that did it
 * @param before what stood there until then; absent where nothing of it changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PastChange(
        Instant at, String by, Kind kind, @Nullable RegistrationFields before) {

    /** The same without access needs and telephone number, which only staff on duty are told. */
    public PastChange forOthersThanStaff() {
        return before == null ? this : new PastChange(at, by, kind, before.forOthersThanStaff());
    }

    /** What can be done. */
    public enum Kind {
        WALKED_IN,
        /** Its fields or its status were changed. */
        CORRECTED,
        /** Somebody else comes instead. */
        SUBSTITUTED,
        SUBSTITUTION_UNDONE,
        CODE_REISSUED,
        /** Two registrations of one person became one; both keep this in their history. */
        MERGED,
        /** A merged registration stands for itself again. */
        SPLIT
    }
}
