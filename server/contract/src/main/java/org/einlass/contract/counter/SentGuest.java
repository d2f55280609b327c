package org.einlass.contract.counter;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.id.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * A guest whom a kiosk is about to send to a counter.
 *
 * @param refusal why, where the guest was not let in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SentGuest(EntryId scan, Cause cause, @Nullable Refusal refusal) {

    /** What is left to do for the guest. */
    public enum Cause {
        /** The guest was not let in. */
        REFUSED,
        /** The guest was let in, and the badge could not be printed. */
        NO_BADGE,
        /** The guest says that the badge or the greeting is another person's. */
        NOT_THIS_PERSON,
        /** The guest says that the name on the badge is misspelt. */
        NAME_MISSPELT,
        /** Something that a newer device knows. */
        @JsonEnumDefaultValue
        UNRECOGNISED
    }

    /**
     * Where the guest is to go.
     *
     * @param counter the name of an open counter; absent where none is open
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(@Nullable String counter) {}
}
