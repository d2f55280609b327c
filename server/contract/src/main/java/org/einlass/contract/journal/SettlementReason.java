package org.einlass.contract.journal;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why a person holds something that was to be clarified for settled. */
public enum SettlementReason {
    /** The guest or a document was asked: it is right as it stands. */
    CHECKED,
    /** Somebody pressed or scanned wrongly, and it has no effect. */
    MISTAKE,
    /** A network, a clock or a device was at fault. */
    TECHNICAL,
    OTHER,
    /** A reason of a newer device. */
    @JsonEnumDefaultValue
    UNRECOGNISED
}
