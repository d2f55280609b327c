package org.einlass.contract.journal;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why a badge was made again. */
public enum ReissueReason {
    /** It was lost: whoever finds it must not get in by it. */
    LOST,
    /** It was damaged, or the printer spoilt it. */
    DAMAGED,
    /** What stood on it was wrong. */
    CORRECTED,
    /** A reason of a newer device. */
    @JsonEnumDefaultValue
    UNRECOGNISED
}
