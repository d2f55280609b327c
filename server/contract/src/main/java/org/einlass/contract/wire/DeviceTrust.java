package org.einlass.contract.wire;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How far the organiser trusts a device that holds a token. */
public enum DeviceTrust {
    /** It asks, reads and reports. */
    ENROLLED,
    /**
     * The server was restored, and the organiser has not confirmed the device since: it decides alone, keeps its
     * journal, and asks again.
     */
    PENDING,
    /** The organiser had it wiped: it reports and reads nothing, until it is enrolled anew. */
    WIPED,
    /** It was withdrawn: what it reports is set aside, and it reads nothing, until it is enrolled anew. */
    REVOKED,
    /** A standing of a newer server, which changes nothing. */
    @JsonEnumDefaultValue
    UNRECOGNISED
}
