package org.einlass.kiosk.gate;

/** Why there is no answer. For the guest all are the same; support and back-off tell them apart. */
public enum NoAnswer {
    /** No connection, or it broke. */
    UNREACHABLE,
    /** Nothing came in time. */
    TOO_LATE,
    /** 408, 429 or 503: the server asks for patience. */
    BUSY,
    /** Our server, naming this device: the organiser has blocked it for now. */
    BLOCKED,
    /** Another 5xx. */
    FAULT,
    /** Something between us and the server answered: a captive portal, a proxy, a login page. */
    NOT_THE_SERVER,
    /** Something on the way has taken the server's place: it does not hold the server's key. */
    UNTRUSTED,
    /** It began as an answer and ended too early, or was not one. */
    GARBLED,
    /** 401 or 403: this device's token is not valid, or something on the way says so. */
    DENIED,
    /** Our server, naming this device: the organiser has withdrawn it. */
    REVOKED,
    /** Our server, naming this device: the organiser wants it wiped. */
    WIPE_ORDERED,
    /** The server understood and said no to the request as such: 400, 404, 409, 413. */
    REJECTED,
    /** 410: what was asked about is no more; the server was restored. */
    GONE;

    /** Whether the server itself has said that this device may not go on. */
    public boolean isWithdrawal() {
        return this == REVOKED || this == WIPE_ORDERED;
    }
}
