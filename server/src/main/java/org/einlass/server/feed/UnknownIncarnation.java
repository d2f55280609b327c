package org.einlass.server.feed;

/** A cursor of a database that is no more: take a new snapshot and send the whole journal again (HTTP 410). */
public final class UnknownIncarnation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownIncarnation() {
        super("The server was restored since. Take a new snapshot and report the whole journal again.");
    }
}
