package org.einlass.contract.wire;

/**
 * Announces one immutable file of an event's whole roster: one {@link RosterRow} as JSON a line, UTF-8, each
 * line ended by a line feed. Fetched by range, installed after its checksum.
 *
 * @param cursor where the feed goes on after it
 * @param bytes length of the file
 * @param sha256 of the file, as lower-case hexadecimal digits
 */
public record RosterSnapshot(RosterCursor cursor, long rows, long bytes, String sha256) {

    /** The file's name below {@code roster/}. */
    public String file() {
        return cursor.incarnation() + "-" + cursor.number() + ".ndjson";
    }
}
