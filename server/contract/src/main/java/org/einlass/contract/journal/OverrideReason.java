package org.einlass.contract.journal;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why a member of staff decided against a verdict. */
public enum OverrideReason {
    /** Whoever is in charge of the event has agreed. */
    APPROVED,
    /** The person was recognised by a document. */
    IDENTITY_CHECKED,
    /** The list is wrong or late. */
    LIST_WRONG,
    OTHER,
    /** A reason of a newer device. */
    @JsonEnumDefaultValue
    UNRECOGNISED
}
